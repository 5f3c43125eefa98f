// Messages in order become what is drawn: day marks, service lines, bubbles; an album is one bubble.

import { dayOf } from "./format.js";

const TOGETHER = 10 * 60_000; // milliseconds between messages that stand together

export function blocksOf(messages, viewer) {
  const blocks = [];
  for (const message of messages) {
    const day = dayOf(message.at);
    if (blocks.at(-1)?.day !== day) blocks.push({ kind: "day", key: `d${message.id}`, day });
    const last = blocks.at(-1);
    if (message.service) blocks.push({ kind: "service", key: `m${message.id}`, day, messages: [message] });
    else if (message.album && last.album === message.album) last.messages.push(message);
    else blocks.push(bubbleBlock(message, day, viewer));
  }
  blocks.forEach((block, at) => join(block, blocks[at + 1]));
  return blocks;
}

function bubbleBlock(message, day, viewer) {
  const own = message.from.id === viewer;
  return { kind: "bubble", key: `m${message.id}`, day, own, album: message.album, messages: [message], first: true, last: true };
}

// Neighbours of one sender share a name and a tail.
function join(block, next) {
  if (block.kind !== "bubble" || next?.kind !== "bubble") return;
  const [here, there] = [block.messages.at(-1), next.messages[0]];
  if (here.from.id !== there.from.id || new Date(there.at) - new Date(here.at) > TOGETHER) return;
  block.last = false;
  next.first = false;
}
