// The staff group as on a desktop: topics at the left, the topic's conversation at the right.

import { act } from "./api.js";
import { attempt } from "./dialogs.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { store } from "./store.js";
import { general, topicIcon } from "./topics.js";
import { GENERAL, view } from "./view.js";
import { ChatWindow, toasts } from "./window.js";
import { word } from "./words.js";

class StaffGroup extends ChatWindow {
  build() {
    super.build();
    this.setAttribute("role", "region");
    this.aside = h("aside", {});
    this.main = h("div", { class: "talk" });
    this.replaceChildren(this.aside, this.main);
    this.listen(store, "state", () => this.#refresh());
    this.listen(store, "unread", () => this.#refresh());
    this.listen(view, "change", () => this.#refresh());
    this.#refresh();
  }

  get group() {
    return store.state.staff_chats.find((each) => each.id === view.group);
  }

  get executor() {
    return store.staff(view.group).find((each) => each.id === view.executor);
  }

  get topic() {
    return (view.topic === GENERAL ? null : this.group.topics.find((each) => each.id === view.topic)) ?? general();
  }

  #refresh() {
    const { group } = this;
    if (!group || !this.executor) return;
    const shown = JSON.stringify([group.id, view.topic, view.executor, store.state.staff_chats.length]);
    if (shown !== this.shown) this.#face(group);
    this.shown = shown;
    this.classList.toggle("reading", view.reading);
    this.setAttribute("aria-label", group.title);
    this.heading.replaceChildren(topicIcon(this.topic), h("div", { class: "about" }, h("b", { test: "topic-title" }, this.topic.name), this.line));
    this.drawStatus();
    this.#drawSide(group);
    this.#drawFoot();
  }

  #face(group) {
    this.place = { chat: group.id, topic: view.topic, viewer: view.executor };
    this.line = h("small", { class: "status", test: "group-status" });
    this.heading = h("div", { class: "title" });
    this.foot = h("div", { class: "foot" });
    const back = h("button", { class: "round back", "aria-label": word("back"), test: "back", onclick: () => view.set({ reading: false }) }, icon("back"));
    const menu = h("button", { class: "round", "aria-label": word("chat_menu"), "aria-haspopup": "menu", test: "group-menu", onclick: (event) => this.#menu(event) }, icon("more"));
    const empty = h("div", { class: "hello" }, h("p", {}, word("empty_topic")));
    if (!this.aside.children.length || this.listed !== store.state.staff_chats.length) this.#side(group);
    this.main.replaceChildren(h("header", { class: "head" }, back, this.heading, menu), toasts(), this.log({ name: this.topic.name, group: true, empty }), this.foot);
  }

  #side(group) {
    this.listed = store.state.staff_chats.length;
    this.chats = store.state.staff_chats.map(({ id, title }) => h("option", { value: id, selected: id === group.id }, title));
    const change = (event) => {
      view.set({ group: Number(event.target.value), topic: GENERAL });
      view.settle(store.state); // somebody who is there
    };
    const name = this.listed > 1 ? h("select", { "aria-label": word("staff"), test: "staff-chat", onchange: change }, ...this.chats) : h("b", {}, group.title);
    this.count = h("small", {});
    this.aside.replaceChildren(h("header", { class: "head" }, h("div", { class: "about" }, name, this.count)), document.createElement("topic-list"));
  }

  // How many are in the group, and what waits in the others.
  #drawSide(group) {
    const present = store.staff(group.id).filter((person) => person.present).length;
    this.count.textContent = word("members", { n: present + 1 });
    store.state.staff_chats.forEach(({ id, title }, place) => {
      const unread = id === group.id ? 0 : store.unreadIn([{ id }]);
      this.chats[place].textContent = unread ? `${title} (${unread})` : title;
    });
  }

  drawStatus() {
    this.line?.replaceChildren(this.status(this.topic.closed ? word("closed") : this.group.title));
  }

  #drawFoot() {
    const { present, admin } = this.executor;
    if (!present) this.putFoot("join", () => h("button", { class: "big", test: "join", onclick: () => this.#do("join") }, word("join")));
    else if (this.topic.closed && !admin) this.putFoot("closed", () => h("p", { class: "notice" }, icon("lock"), word("topic_closed")));
    else this.putFoot("write", () => this.composer({ private: false }));
  }

  #do(verb) {
    return attempt(() => act(view.executor, verb, { chat: view.group }), this);
  }

  #menu(event) {
    const verb = this.executor.present ? "leave" : "join";
    const items = [{ label: word(verb), icon: "leave", danger: verb === "leave", test: `menu-${verb}`, run: () => this.#do(verb) }];
    openMenu({ label: word("chat_menu"), at: event.currentTarget.getBoundingClientRect(), items });
  }
}

customElements.define("staff-group", StaffGroup);
