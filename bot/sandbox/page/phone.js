// The customer's phone: a private chat with the bot.

import { act } from "./api.js";
import { attempt } from "./dialogs.js";
import { h } from "./dom.js";
import { clockTime } from "./format.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { avatar } from "./people.js";
import { store } from "./store.js";
import { clock } from "./time.js";
import { view } from "./view.js";
import { ChatWindow, toasts } from "./window.js";
import { word } from "./words.js";

class CustomerPhone extends ChatWindow {
  build() {
    super.build();
    this.listen(store, "state", () => this.#refresh());
    this.listen(store, "messages", () => this.drawFoot());
    this.listen(view, "change", () => this.#refresh());
    this.listen(clock, "minute", () => this.#drawHour());
    this.#refresh();
  }

  #refresh() {
    const person = store.person(view.customer);
    if (!person) return;
    if (this.place?.viewer !== person.id) this.#face(person);
    this.drawStatus();
    this.drawFoot();
  }

  #face(person) {
    const { bot } = store.state;
    this.place = { chat: person.id, topic: null, viewer: person.id };
    this.setAttribute("aria-label", word("customer_phone", { name: person.name }));
    this.setAttribute("role", "region");
    this.line = h("small", { class: "status", test: "phone-status" });
    this.hour = h("b", {});
    this.foot = h("div", { class: "foot" });
    const menu = h("button", { class: "round", "aria-label": word("chat_menu"), "aria-haspopup": "menu", test: "phone-menu", onclick: (event) => this.#menu(event) }, icon("more"));
    this.replaceChildren(
      h("div", { class: "phone-bar", "aria-hidden": "true" }, this.hour, h("span", { class: "island" }), h("span", { class: "battery" })),
      h("header", { class: "head" }, avatar(bot), h("div", { class: "about" }, h("b", {}, bot.name), this.line), menu),
      toasts(), this.log({ name: bot.name, empty: this.#hello() }), this.foot);
    this.#drawHour();
  }

  #hello() {
    return h("div", { class: "hello", test: "hello" }, h("b", {}, word("empty_chat")), h("p", {}, word("empty_chat_hint")));
  }

  #drawHour() {
    if (this.hour) this.hour.textContent = clockTime(clock.now().toISOString());
  }

  drawStatus() {
    this.line?.replaceChildren(this.status(word("bot")));
  }

  drawFoot() {
    const messages = this.place && store.messages(this.place);
    if (!messages) return;
    const { blocked } = store.person(this.place.viewer);
    if (blocked) this.putFoot("blocked", () => this.#big("unblock"));
    else if (!messages.length) this.putFoot("start", () => this.#big("start"));
    else this.putFoot("write", () => this.composer({ private: true }));
  }

  #big(verb) {
    return h("button", { class: "big", test: verb, onclick: () => this.#do(verb) }, word(verb));
  }

  #do(verb) {
    return attempt(() => act(this.place.viewer, verb), this);
  }

  #menu(event) {
    const { blocked } = store.person(this.place.viewer);
    const verb = blocked ? "unblock" : "block";
    const items = [{ label: word(verb), icon: "block", danger: !blocked, test: `menu-${verb}`, run: () => this.#do(verb) }];
    openMenu({ label: word("chat_menu"), at: event.currentTarget.getBoundingClientRect(), items });
  }
}

customElements.define("customer-phone", CustomerPhone);
