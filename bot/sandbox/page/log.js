// The running conversation of one chat or topic: drawn anew only where it changed, kept at the bottom, walked by arrow keys.

import { act } from "./api.js";
import { blocksOf } from "./blocks.js";
import { rowOf } from "./bubble.js";
import { attempt } from "./dialogs.js";
import { h, Part, rove } from "./dom.js";
import { icon } from "./icons.js";
import { atPoint } from "./menu.js";
import { openMessageMenu } from "./message_menu.js";
import { keyOf, store } from "./store.js";
import { word } from "./words.js";

const NEAR = 80; // CSS pixels from the bottom that still count as the bottom

class ChatLog extends Part {
  // place: {chat, topic, viewer}; group: names and faces are shown; empty: what stands in a chat without messages
  place = null;
  group = false;
  name = "";
  empty = null;
  #rows = new Map(); // key -> {drawn, element}
  #stuck = true;
  #missed = 0;

  build() {
    this.list = h("div", { class: "lines", role: "log", "aria-live": "polite", "aria-label": word("messages", { name: this.name }) });
    this.jump = h("button", { class: "round jump", hidden: true, "aria-label": word("to_bottom"), test: "jump", onclick: () => this.#toBottom(true) }, icon("down"));
    this.scroller = h("div", { class: "scroller", tabindex: "-1" }, this.list);
    this.replaceChildren(this.scroller, this.jump);
    this.listen(store, "messages", ({ detail }) => this.#changed(detail));
    this.listen(this.scroller, "scroll", () => this.#scrolled());
    this.listen(this, "click", (event) => this.#clicked(event));
    this.listen(this, "contextmenu", (event) => this.#asked(event));
    this.listen(this, "keydown", (event) => this.#keys(event));
    this.#watch();
    this.sync();
  }

  // On the screen means read; a change of size keeps the newest in sight.
  #watch() {
    const seen = new IntersectionObserver(([entry]) => store.read(this.place, entry.isIntersecting));
    const sized = new ResizeObserver(() => this.#stuck && this.#toBottom());
    seen.observe(this.scroller);
    sized.observe(this.scroller);
    sized.observe(this.list);
    this.stopper.signal.addEventListener("abort", () => {
      seen.disconnect();
      sized.disconnect();
      store.read(this.place, false);
    });
  }

  #changed({ key, message, isNew }) {
    if (key !== keyOf(this.place.chat, this.place.topic)) return;
    const own = message?.from?.id === this.place.viewer;
    this.sync();
    if (isNew && own) this.#stuck = true;
    if (isNew && !this.#stuck) this.#miss();
    else if (this.#stuck) this.#toBottom();
  }

  sync() {
    const messages = store.messages(this.place);
    if (!messages) return;
    if (!messages.length) return this.#rows.clear(), this.list.replaceChildren(this.empty ?? "");
    const focus = this.#focused();
    const blocks = blocksOf(messages, this.place.viewer);
    const rows = new Map(blocks.map((block) => [block.key, this.#row(block)]));
    this.#rows = rows;
    arrange(this.list, [...rows.values()].map((row) => row.element));
    this.#refocus(focus);
  }

  #row(block) {
    const drawn = JSON.stringify(block);
    const old = this.#rows.get(block.key);
    return old?.drawn === drawn ? old : { drawn, element: rowOf(block, this.place, { group: this.group }) };
  }

  // A window that changes under the finger keeps the focus: on the same button, else on its message.
  #focused() {
    const active = document.activeElement;
    const bubble = this.list.contains(active) ? active.closest(".line")?.querySelector("[data-focus]") : null;
    if (!bubble) return null;
    return { id: bubble.dataset.id, key: [...active.closest(".line").querySelectorAll(".key")].indexOf(active) };
  }

  #refocus(focus) {
    const all = this.#stops();
    if (!all.some((each) => each.tabIndex === 0)) all.at(-1)?.setAttribute("tabindex", "0");
    if (!focus || this.list.contains(document.activeElement)) return;
    const bubble = this.list.querySelector(`[data-focus][data-id="${focus.id}"]`);
    const keys = bubble?.closest(".line").querySelectorAll(".key") ?? [];
    (keys[Math.min(focus.key, keys.length - 1)] ?? bubble)?.focus({ preventScroll: true });
  }

  #stops() {
    return [...this.list.querySelectorAll("[data-focus]")];
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    this.jump.hidden = this.#stuck;
    if (this.#stuck) this.#missed = 0;
    if (this.#stuck) this.jump.replaceChildren(icon("down"));
  }

  #miss() {
    this.#missed += 1;
    const label = word("new_messages", { n: this.#missed });
    this.jump.replaceChildren(icon("down"), h("span", { class: "badge", role: "img", "aria-label": label }, String(this.#missed)));
  }

  #toBottom(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  #clicked(event) {
    const { target } = event;
    const jump = target.closest("[data-jump]");
    const reaction = target.closest("[data-react]");
    if (target.closest(".spoiler")) target.closest(".spoiler").classList.add("shown");
    else if (target.closest(".bot_command")) this.#command(target.closest(".bot_command").textContent);
    else if (jump) this.#show(Number(jump.dataset.jump));
    else if (reaction) this.#react(reaction);
    else if (target.closest(".handle")) this.#menu(target, target.closest(".handle").getBoundingClientRect());
    else if (matchMedia("(pointer: coarse)").matches && !target.closest("a, button, video, audio")) this.#asked(event);
    else target.closest("[data-focus]")?.focus();
  }

  #command(text) {
    const { chat, topic, viewer } = this.place;
    attempt(() => act(viewer, "say", { chat, topic, text }), this);
  }

  #asked(event) {
    if (!event.target.closest("[data-id]") || event.target.closest("a[href]")) return;
    event.preventDefault();
    const byKey = !event.clientX && !event.clientY;
    this.#menu(event.target, byKey ? event.target.getBoundingClientRect() : atPoint(event));
  }

  #menu(target, at) {
    const id = Number(target.closest("[data-id]").dataset.id);
    const message = store.find(this.place, id);
    if (message && !message.service) openMessageMenu(message, this.place, at, this);
  }

  #keys(event) {
    const stop = event.target.closest("[data-focus]");
    if (stop !== event.target) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.#menu(stop, stop.getBoundingClientRect());
    } else if (rove(event, this.#stops())) {
      stop.tabIndex = -1;
      document.activeElement.tabIndex = 0;
    }
  }

  #show(id) {
    const target = this.list.querySelector(`[data-id="${id}"]`);
    target?.scrollIntoView({ block: "center" });
    target?.closest(".line").animate([{ backgroundColor: "var(--flash)" }, { backgroundColor: "transparent" }], 1400);
  }

  #react(pill) {
    const mine = pill.getAttribute("aria-pressed") === "true";
    const details = { chat: this.place.chat, message: Number(pill.dataset.of), emoji: mine ? null : pill.dataset.react };
    attempt(() => act(this.place.viewer, "react", details), this);
  }
}

// Brings the children into the wanted order with as few moves as possible.
function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove();
  wanted.forEach((element, at) => {
    if (parent.childNodes[at] !== element) parent.insertBefore(element, parent.childNodes[at] ?? null);
  });
}

customElements.define("chat-log", ChatLog);
