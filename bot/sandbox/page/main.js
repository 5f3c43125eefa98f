// Puts the page together.

import "./bar.js";
import "./composer.js";
import "./group.js";
import "./log.js";
import "./people.js";
import "./phone.js";
import "./topics.js";

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { clock } from "./time.js";
import { view } from "./view.js";
import { toasts } from "./window.js";
import { language, word } from "./words.js";

const make = (tag, attributes = {}) => h(tag, attributes);

function column(name, ...children) {
  return h("section", { class: `column ${name}`, id: `panel-${name}`, "aria-labelledby": `tab-${name}`, test: `column-${name}` }, ...children);
}

function page() {
  document.documentElement.lang = language();
  document.title = word("title");
  const warning = h("p", { class: "warning", role: "status", test: "down-banner" }, icon("offline"), h("span", {}, word("down_banner")));
  const lost = h("p", { class: "warning lost", role: "status", test: "offline-banner" }, icon("offline"), h("span", {}, word("no_server")));
  document.body.replaceChildren(
    make("top-bar"), lost, warning,
    h("main", {},
      column("customer", make("people-strip", { kind: "customer" }), make("customer-phone", { test: "phone" })),
      column("staff", make("people-strip", { kind: "staff" }), make("staff-group", { test: "group" }))),
    toasts());
}

function dress() {
  document.body.dataset.tab = view.tab;
  document.body.classList.toggle("offline", !store.online);
}

function start() {
  clock.start();
  page();
  document.addEventListener("language", page);
}

store.addEventListener("state", () => view.settle(store.state));
store.addEventListener("state", start, { once: true });
store.addEventListener("link", dress);
view.addEventListener("change", dress);
dress();
document.body.append(h("p", { class: "loading", role: "status" }, word("loading")));
store.follow();
