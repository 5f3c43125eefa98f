// What can be done with a message: react, reply, quote, copy, edit, delete.

import { act } from "./api.js";
import { attempt, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { openMenu } from "./menu.js";
import { view } from "./view.js";
import { word } from "./words.js";

const QUICK = ["👍", "❤️", "🔥", "👌", "🎉", "😢", "🙏"];
const EDITABLE = new Set(["photo", "video", "audio", "document", "animation", "voice"]);

export function openMessageMenu(message, place, at, log) {
  const own = message.from.id === place.viewer;
  const draft = (changes) => view.write(place, { reply: null, quote: null, edit: null, ...changes });
  const quote = selectionIn(log, message.id);
  const items = [
    { label: word("reply"), icon: "reply", test: "menu-reply", run: () => draft({ reply: message.id }) },
    quote && { label: word("quote"), icon: "quote", test: "menu-quote", run: () => draft({ reply: message.id, quote }) },
    message.text && { label: word("copy"), icon: "copy", test: "menu-copy", run: () => copy(message, log) },
    own && canEdit(message) && { label: word("edit"), icon: "edit", test: "menu-edit", run: () => draft({ edit: message.id, text: message.text ?? "" }) },
    own && { label: word("delete"), icon: "trash", test: "menu-delete", danger: true, run: () => remove(message, place, log) },
  ];
  const menu = openMenu({ label: word("message_menu"), at, items: items.filter(Boolean), head: quickReactions(message, place, log) });
  menu.querySelector("[data-testid=menu-reply]").focus();
}

const canEdit = (message) => !message.media || EDITABLE.has(message.media.kind);

function quickReactions(message, place, log) {
  const react = (emoji, mine) => attempt(() => act(place.viewer, "react", { chat: place.chat, message: message.id, emoji: mine ? null : emoji }), log);
  const button = (emoji) => {
    const mine = (message.reactions ?? []).some((each) => each.emoji === emoji && each.by.includes(place.viewer));
    const press = (event) => {
      event.target.closest(".menu").hidePopover();
      react(emoji, mine);
    };
    return h("button", { role: "menuitem", class: mine ? "mine" : "", "aria-label": word("react", { emoji }), test: `react-${emoji}`, onclick: press }, emoji);
  };
  return h("div", { class: "quick emoji", role: "group" }, ...QUICK.map(button));
}

// What is marked inside this one message.
function selectionIn(log, id) {
  const marked = getSelection();
  const text = log.querySelector(`[data-focus][data-id="${id}"] .text`);
  if (!text || marked.isCollapsed || !text.contains(marked.anchorNode) || !text.contains(marked.focusNode)) return null;
  return marked.toString().trim() || null;
}

async function copy(message, log) {
  await navigator.clipboard.writeText(message.text);
  toast(word("copied"), log);
}

function remove(message, place, log) {
  return attempt(() => act(place.viewer, "delete", { chat: place.chat, message: message.id }), log);
}
