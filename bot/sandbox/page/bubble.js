// One bubble: name, reply bar, media, text, time, reactions, and the keyboard under it.

import { h, safeHtml } from "./dom.js";
import { clockTime, fullTime, hue } from "./format.js";
import { icon } from "./icons.js";
import { keyboardOf } from "./keyboard.js";
import { summary } from "./kinds.js";
import { albumOf, mediaOf } from "./media.js";
import { tellTimes } from "./moments.js";
import { avatar } from "./people.js";
import { store } from "./store.js";
import { language, word } from "./words.js";

// Media that carry no bubble of their own.
const BARE = new Set(["sticker", "dice", "video_note"]);
const FILLING = new Set(["photo", "video", "animation", "location", "live_location", "venue"]);

export function rowOf(block, place, { group }) {
  if (block.kind === "day") return h("div", { class: "line day" }, h("span", {}, block.day));
  if (block.kind === "service") return serviceLine(block.messages[0]);
  const [first] = block.messages;
  const side = block.own ? "out" : "in";
  const face = group && !block.own ? (block.last ? avatar(first.from, "small") : h("span", { class: "avatar small none" })) : null;
  return h("div", { class: `line row ${side}${block.first ? " first" : ""}${block.last ? " last" : ""}` }, face,
    h("div", { class: "stack" }, bubble(block, place, group), keyboardOf(first, place)));
}

function serviceLine(message) {
  const text = h("span", { "data-id": message.id, tabindex: "-1", "data-focus": true }, message.service);
  return h("div", { class: "line service", test: "service" }, text);
}

function bubble(block, place, group) {
  const { messages } = block;
  const told = messages.find((message) => message.text) ?? messages[0];
  const kind = messages[0].media?.kind;
  const look = [BARE.has(kind) ? "bare" : "", FILLING.has(kind) ? "filled" : "", told.text ? "told" : "", told.buttons?.length ? "keyed" : ""];
  return h("article", {
    class: `bubble ${look.join(" ")}`, tabindex: "-1", test: "message", "data-id": messages[0].id, "data-focus": true, "data-kind": kind ?? "text",
    "aria-label": `${block.own ? word("you") : messages[0].from.name}, ${clockTime(messages.at(-1).at)}`,
  },
  group && !block.own && block.first ? h("div", { class: `sender hue${hue(messages[0].from.id)}` }, messages[0].from.name) : null,
  replyBar(messages[0], place),
  messages.length > 1 ? albumOf(messages) : mediaOf(messages[0]),
  told.text ? textOf(told, messages.at(-1), block.own, place) : meta(messages.at(-1), block.own),
  reactions(messages, place),
  h("button", { class: "handle", tabindex: "-1", "aria-label": word("message_menu"), test: "message-menu" }, icon("down")));
}

function textOf(told, last, own, place) {
  const text = safeHtml("div", { class: "text", dir: "auto" }, told.html);
  tellTimes(text, store.person(place.viewer).language ?? language());
  text.append(meta({ ...last, edited: told.edited }, own));
  return text;
}

function meta(message, own) {
  return h("span", { class: "meta" },
    message.pinned ? h("span", { title: word("pinned") }, icon("pinned")) : null,
    message.edited ? h("span", { class: "edited", test: "edited" }, word("edited")) : null,
    h("time", { datetime: message.at, title: fullTime(message.at) }, clockTime(message.at)),
    own ? icon("checks") : null);
}

function replyBar(message, place) {
  const target = message.reply_to;
  if (!target) return null;
  const original = store.find(place, target.id);
  const said = message.quote || target.text || (original ? summary(original) : "…");
  return h("button", { class: `reply-bar${message.quote ? " quoted" : ""}`, type: "button", "data-jump": target.id, test: "reply-bar" },
    h("b", {}, target.name), h("span", {}, said), message.quote ? icon("quote") : null);
}

function reactions(messages, place) {
  const all = messages.flatMap((message) => (message.reactions ?? []).map((reaction) => ({ ...reaction, id: message.id })));
  if (!all.length) return null;
  const pill = ({ emoji, by, id }) =>
    h("button", {
      class: `reaction${by.includes(place.viewer) ? " mine" : ""}`, type: "button", test: "reaction", "data-react": emoji, "data-of": id,
      "aria-pressed": String(by.includes(place.viewer)), "aria-label": word("reaction", { emoji, n: by.length }),
    }, h("span", { class: "emoji" }, emoji), by.length > 1 ? String(by.length) : null);
  return h("div", { class: "reactions" }, ...all.map(pill));
}
