// The buttons under a message, and what a press of them does.

import { act } from "./api.js";
import { attempt } from "./dialogs.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { word } from "./words.js";

const PATIENCE = 15_000; // milliseconds that a button turns without an answer

export function keyboardOf(message, place) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => h("div", { class: "keys" }, ...row.map((button) => key(button, message, place))));
  return h("div", { class: "keyboard", role: "group", test: "keyboard" }, ...rows);
}

function key(button, message, place) {
  const look = { class: `key ${button.style ?? ""}`, test: "key", "data-style": button.style ?? "default" };
  if (button.url) {
    return h("a", { ...look, href: button.url, target: "_blank", rel: "noopener noreferrer" },
      h("span", {}, button.text), h("span", { class: "corner", title: word("opens_link") }, icon("link")));
  }
  const press = (event) => tap(event.currentTarget, button, message, place);
  return h("button", { ...look, type: "button", onclick: press }, h("span", {}, button.text));
}

async function tap(element, button, message, place) {
  if (element.getAttribute("aria-busy") === "true") return;
  const answered = new AbortController();
  const rest = () => {
    element.removeAttribute("aria-busy");
    answered.abort();
  };
  element.setAttribute("aria-busy", "true");
  const mine = (event) => event.detail.person === place.viewer && rest();
  store.addEventListener("answer", mine, { signal: answered.signal });
  setTimeout(rest, PATIENCE);
  const details = { chat: place.chat, message: message.id, data: button.data };
  if ((await attempt(() => act(place.viewer, "tap", details), element)) === null) rest();
}
