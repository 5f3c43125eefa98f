// What this browser tab looks at: which customer, which executor, which topic. It survives a reload.

export const GENERAL = 1; // the topic that every forum has
const REMEMBERED = "local-telegram-view";

class View extends EventTarget {
  customer = null;
  executor = null;
  group = null;
  topic = GENERAL;
  reading = false; // on a narrow screen: a topic is open instead of the list
  tab = "customer";
  drafts = new Map(); // "viewer:chat:topic" -> {text, reply, quote, edit}

  constructor() {
    super();
    Object.assign(this, JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "{}"));
  }

  set(changes) {
    Object.assign(this, changes);
    const { customer, executor, group, topic, reading, tab } = this;
    sessionStorage.setItem(REMEMBERED, JSON.stringify({ customer, executor, group, topic, reading, tab }));
    this.dispatchEvent(new CustomEvent("change", { detail: changes }));
  }

  // Keeps what is chosen among what there is.
  settle(state) {
    const pick = (list, id) => (list.some((each) => each.id === id) ? id : (list[0]?.id ?? null));
    const group = pick(state.staff_chats, this.group);
    const topics = state.staff_chats.find((each) => each.id === group)?.topics ?? [];
    const wanted = {
      customer: pick(state.people.filter((person) => person.kind === "customer"), this.customer),
      executor: pick(state.people.filter((person) => person.kind === "staff" && person.groups[group]), this.executor),
      group,
      topic: topics.some((each) => each.id === this.topic) ? this.topic : GENERAL,
    };
    if (Object.keys(wanted).some((name) => wanted[name] !== this[name])) this.set(wanted);
  }

  draft({ viewer, chat, topic }) {
    const key = `${viewer}:${chat}:${topic ?? 0}`;
    if (!this.drafts.has(key)) this.drafts.set(key, { text: "", reply: null, quote: null, edit: null });
    return this.drafts.get(key);
  }

  write(place, changes) {
    const draft = Object.assign(this.draft(place), changes);
    this.dispatchEvent(new CustomEvent("draft", { detail: draft }));
  }
}

export const view = new View();
