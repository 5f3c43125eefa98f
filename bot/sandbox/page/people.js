// The row of people to be: customers above the phone, executors above the group.

import { act, addPerson } from "./api.js";
import { attempt, openDialog } from "./dialogs.js";
import { h, Part, rove } from "./dom.js";
import { hue, initials } from "./format.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { view } from "./view.js";
import { word } from "./words.js";

const TONGUES = { en: "English", ru: "Русский" };

export function avatar(person, extra = "") {
  return h("span", { class: `avatar hue${hue(person.id)} ${extra}`, "aria-hidden": "true" }, initials(person.name));
}

class PeopleStrip extends Part {
  build() {
    this.kind = this.getAttribute("kind");
    this.chosen = this.kind === "customer" ? "customer" : "executor";
    this.listen(store, "state", () => this.draw());
    this.listen(store, "unread", () => this.draw());
    this.listen(view, "change", () => this.draw());
    this.draw();
  }

  draw() {
    const people = this.kind === "staff" ? store.staff(view.group) : store.people(this.kind);
    const drawn = JSON.stringify([people, view[this.chosen], people.map((person) => store.unread(person.id))]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const group = h("div", { class: "chips", role: "radiogroup", "aria-label": word(this.#label()) }, ...people.map((person) => this.#chip(person)));
    group.addEventListener("keydown", (event) => this.#keys(event, group));
    const add = h("button", { class: "round add", "aria-label": word(this.#adds()), title: word(this.#adds()), test: `add-${this.kind}`, onclick: () => this.#ask() }, icon("plus"));
    this.replaceChildren(...[group, add, this.kind === "customer" ? this.#tongue() : null].filter(Boolean));
    group.querySelector("[aria-checked=true]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
    if (focused) this.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  #label() {
    return this.kind === "customer" ? "customers" : "acting_as";
  }

  #adds() {
    return this.kind === "customer" ? "add_customer" : "add_staff";
  }

  #chip(person) {
    const on = person.id === view[this.chosen];
    const unread = this.kind === "customer" && !on ? store.unread(person.id) : 0;
    const notes = [person.admin ? word("admin") : null, this.kind === "staff" && !person.present ? word("absent") : null].filter(Boolean);
    return h("button", {
      class: `chip${person.blocked || (this.kind === "staff" && !person.present) ? " faded" : ""}`,
      role: "radio", "aria-checked": String(on), tabindex: on ? "0" : "-1", test: `person-${person.id}`, title: [person.name, ...notes].join(", "),
      onclick: () => view.set({ [this.chosen]: person.id }),
    }, avatar(person), h("span", { class: "name" }, person.name), person.admin ? h("small", {}, word("admin")) : null, unread ? badge(unread) : null);
  }

  #keys(event, group) {
    if (!rove(event, [...group.children], { vertical: false })) return;
    document.activeElement.click();
  }

  #tongue() {
    const person = store.person(view.customer);
    if (!person) return null;
    const change = (event) => attempt(() => act(person.id, "language", { language: event.target.value }), this);
    return h("label", { class: "tongue", title: word("person_language") }, languageSelect(person.language, { onchange: change, test: "customer-language" }, true));
  }

  #ask() {
    const name = h("input", { name: "name", required: true, maxlength: "64", autocomplete: "off", autofocus: true, test: "person-name" });
    const tongue = languageSelect(this.kind === "customer" ? "en" : null, { name: "language", test: "person-language" });
    const admin = h("input", { type: "checkbox", name: "admin", test: "person-admin" });
    const form = h("form", { method: "dialog", id: "add-person" },
      h("label", { class: "field" }, word("person_name"), name),
      h("label", { class: "field" }, word("person_language"), tongue),
      this.kind === "staff" ? h("label", { class: "check" }, admin, word("person_admin")) : null);
    form.addEventListener("submit", () => this.#add({ kind: this.kind, chat: view.group, name: name.value.trim(), language: tongue.value, admin: admin.checked }));
    const save = h("button", { class: "primary", form: "add-person", test: "person-add" }, word("add"));
    openDialog({ title: word(this.#adds()), test: "add-dialog", content: [form], actions: [save] });
  }

  async #add(person) {
    const added = await attempt(() => addPerson(person), this);
    if (!added) return;
    await store.refresh();
    view.set({ [this.chosen]: added.id });
  }
}

function languageSelect(value, props, short = false) {
  const options = Object.entries(TONGUES).map(([code, name]) => h("option", { value: code, selected: code === value }, short ? code.toUpperCase() : name));
  return h("select", { "aria-label": word("person_language"), ...props }, ...options);
}

export function badge(n) {
  return h("span", { class: "badge", test: "unread", role: "img", "aria-label": word("unread", { n }) }, n > 99 ? "99+" : String(n));
}

customElements.define("people-strip", PeopleStrip);
