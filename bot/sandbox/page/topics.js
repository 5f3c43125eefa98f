// The list of topics: the board of the desk.

import { h, Part, rove } from "./dom.js";
import { shortWhen, topicHue } from "./format.js";
import { icon } from "./icons.js";
import { kindOf, nameOf, summary } from "./kinds.js";
import { badge } from "./people.js";
import { store } from "./store.js";
import { clock } from "./time.js";
import { GENERAL, view } from "./view.js";
import { word } from "./words.js";

export const general = () => ({ id: GENERAL, name: word("general"), general: true });

export function topicIcon(topic) {
  if (topic.general) return h("span", { class: "topic-icon hash", "aria-hidden": "true" }, icon("hash"));
  if (topic.icon) return h("span", { class: "topic-icon emoji", "aria-hidden": "true" }, topic.icon);
  return h("span", { class: `topic-icon drop hue${topicHue(topic.icon_color)}`, "aria-hidden": "true" }, [...topic.name][0]);
}

class TopicList extends Part {
  build() {
    for (const type of ["state", "messages", "unread"]) this.listen(store, type, () => this.draw());
    this.listen(view, "change", () => this.draw());
    this.listen(this, "keydown", (event) => rove(event, [...this.querySelectorAll(".topic")]));
    this.draw();
  }

  draw() {
    const group = store.state.staff_chats.find((each) => each.id === view.group);
    if (!group) return this.replaceChildren();
    const rows = [general(), ...newestFirst(group)].map((topic) => this.#describe(group, topic));
    const drawn = JSON.stringify([rows, view.topic]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const list = h("div", { class: "topics", role: "listbox", "aria-label": word("topics") }, ...rows.map((row) => this.#row(row)));
    this.replaceChildren(...[list, rows.length > 1 ? null : h("p", { class: "empty" }, word("no_topics"))].filter(Boolean));
    if (focused) this.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  #describe(group, topic) {
    const last = store.newest(group.id, topic.id);
    const said = last ?? topic.last ?? null;
    return { topic, said, unread: store.unread(group.id, topic.id) };
  }

  #row({ topic, said, unread }) {
    const on = topic.id === view.topic;
    const when = said?.at ?? topic.last_at;
    return h("button", {
      class: "topic", role: "option", "aria-selected": String(on), tabindex: on ? "0" : "-1", test: `topic-${topic.id}`,
      onclick: () => view.set({ topic: topic.id, reading: true }),
    }, topicIcon(topic),
    h("span", { class: "about" },
      h("span", { class: "upper" }, h("b", {}, topic.name), topic.closed ? h("span", { class: "lock", title: word("closed") }, icon("lock")) : null,
        when ? h("time", {}, shortWhen(when, clock.now())) : null),
      h("span", { class: "lower" }, this.#said(said), unread ? badge(unread) : null)));
  }

  #said(said) {
    if (!said) return h("span", { class: "said" }, word("empty_topic"));
    if (said.service) return h("span", { class: "said" }, said.service);
    const media = said.media && !said.text ? nameOf(kindOf(said)) : null;
    return h("span", { class: "said" }, h("i", {}, `${said.from.name}: `), media ? h("em", {}, media) : summary(said).replace(/\s+/g, " "));
  }
}

function newestFirst(group) {
  const at = (topic) => store.newest(group.id, topic.id)?.at ?? topic.last_at ?? "";
  return group.topics.filter((topic) => topic.id !== GENERAL).sort((a, b) => at(b).localeCompare(at(a)));
}

customElements.define("topic-list", TopicList);
