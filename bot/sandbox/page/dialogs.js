// Windows that ask for an answer, and short words that pass by.

import { Refused } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { word } from "./words.js";

const TOAST = 3500; // milliseconds

// Opens a modal window; closing it by any way removes it. content: elements; actions: buttons below.
export function openDialog({ title, test, content = [], actions = [], wide = false }) {
  const close = h("button", { class: "round", type: "button", "aria-label": word("close"), onclick: () => dialog.close() }, icon("close"));
  const dialog = h("dialog", { class: wide ? "wide" : "", test, "aria-label": title },
    h("header", {}, h("h2", {}, title), close),
    h("div", { class: "content" }, ...content),
    actions.length ? h("footer", {}, ...actions) : null);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// An answer to a button press that has to be read: Telegram's alert.
export function alertBox(title, text) {
  const ok = h("button", { class: "plain", autofocus: true, test: "alert-ok", onclick: () => dialog.close() }, word("ok"));
  const dialog = openDialog({ title, test: "alert", content: [h("p", {}, text)], actions: [ok] });
}

// A toast lies over the window that it belongs to, or over the page.
export function toast(text, near = null) {
  const host = near?.closest(".window")?.querySelector(".toasts") ?? document.querySelector("body > .toasts");
  const note = h("div", { class: "toast", test: "toast" }, text);
  host.append(note);
  setTimeout(() => note.remove(), TOAST);
}

// Does what a person asked for; a refusal is told and answered with null.
export async function attempt(work, near = null) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof TypeError)) throw error;
    toast(word("failed", { error: error.message }), near);
    return null;
  }
}
