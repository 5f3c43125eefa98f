// What the page knows: the state, the conversations, who is typing. Everybody else only reads it and listens.

import { getMessages, getState } from "./api.js";
import { follow } from "./stream.js";

const TYPING = 5500; // milliseconds that a "typing…" lasts
const SETTLED = 700; // milliseconds of quiet after which calls and report are asked for again

export const keyOf = (chat, topic) => `${chat}:${topic ?? 0}`;

class Store extends EventTarget {
  state = null;
  online = false;
  #conversations = new Map(); // key -> {place, messages, late: events that came while loading, or null}
  #newest = new Map(); // key -> newest message seen
  #unread = new Map(); // key -> count
  #typing = new Map(); // key -> timer
  #reading = new Set(); // keys on the screen
  #settling = null; // timer

  follow() {
    follow({
      opened: () => this.#opened(),
      lost: () => this.#link(false),
      arrived: (event) => this.#arrived(event),
    });
  }

  person(id) {
    return this.state.people.find((person) => person.id === id);
  }

  people(kind) {
    return this.state.people.filter((person) => person.kind === kind);
  }

  // Who is or was in a staff group, as they are there.
  staff(group) {
    return this.people("staff").filter(({ groups }) => groups[group]).map((person) => ({ ...person, ...person.groups[group] }));
  }

  messages({ chat, topic }) {
    return this.#conversations.get(keyOf(chat, topic))?.messages ?? null;
  }

  find(place, id) {
    return this.messages(place)?.find((message) => message.id === id);
  }

  newest(chat, topic) {
    return this.#newest.get(keyOf(chat, topic)) ?? null;
  }

  unread(chat, topic) {
    return this.#unread.get(keyOf(chat, topic)) ?? 0;
  }

  // chats: things with ids; all topics of a forum count.
  unreadIn(chats) {
    const ids = new Set(chats.map((chat) => chat.id));
    return [...this.#unread].reduce((sum, [key, count]) => sum + (ids.has(Number(key.split(":")[0])) ? count : 0), 0);
  }

  isTyping({ chat, topic }) {
    return this.#typing.has(keyOf(chat, topic));
  }

  // Marks a conversation as on the screen (or not any more) and loads it when it is new.
  read(place, on) {
    const key = keyOf(place.chat, place.topic);
    if (!on) return void this.#reading.delete(key);
    this.#reading.add(key);
    if (this.#unread.delete(key)) this.#tell("unread", { key });
    if (!this.#conversations.has(key)) this.#load(place);
  }

  async refresh() {
    this.#state(await getState());
  }

  async #opened() {
    this.#link(true);
    await this.refresh();
    await Promise.all([...this.#conversations.values()].map(({ place }) => this.#load(place)));
    await Promise.all(this.state.staff_chats.map((group) => this.#survey(group.id)));
  }

  // The newest words of every topic, for the list.
  async #survey(chat) {
    const { messages } = await getMessages({ chat, topic: null, viewer: null });
    for (const message of messages) this.#newest.set(keyOf(chat, message.topic), message);
    this.#tell("messages", {});
  }

  async #load(place) {
    const key = keyOf(place.chat, place.topic);
    const entry = this.#conversations.get(key) ?? { place, messages: null };
    entry.late = [];
    this.#conversations.set(key, entry);
    try {
      entry.messages = (await getMessages(place)).messages;
    } catch {
      entry.messages ??= []; // a topic that is gone; a lost connection loads anew when it is back
    }
    const late = entry.late;
    entry.late = null;
    late.forEach((message) => upsert(entry.messages, message));
    const last = entry.messages.at(-1);
    if (last) this.#newest.set(key, last);
    this.#tell("messages", { key });
  }

  #arrived(event) {
    const handler = {
      state: () => this.#state(event.state ?? event),
      message: () => this.#message(event.message, true),
      edit: () => this.#message(event.message, false),
      delete: () => this.#deleted(event),
      topic: () => this.#topic(event),
      topic_deleted: () => this.#topicDeleted(event),
      typing: () => this.#typed(event),
      answer: () => this.#tell("answer", event),
    }[event.type];
    handler?.();
    if (event.type !== "state") this.#soon();
  }

  // The bot's calls have no event of their own.
  #soon() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.refresh().catch(() => {}), SETTLED); // a lost connection is told by the stream
  }

  #link(online) {
    this.online = online;
    this.#tell("link", {});
  }

  #state(state) {
    this.state = state;
    this.#tell("state", {});
  }

  #message(message, isNew) {
    const key = keyOf(message.chat, message.topic);
    const entry = this.#conversations.get(key);
    if (entry?.late) entry.late.push(message);
    else if (entry) upsert(entry.messages, message);
    const last = this.#newest.get(key);
    if (!last || message.id >= last.id) this.#newest.set(key, message);
    if (isNew) this.#announce(key, message);
    this.#tell("messages", { key, message, isNew });
  }

  #announce(key, message) {
    if (message.from?.bot) this.#stopTyping(key);
    if (this.#reading.has(key) || message.service) return;
    this.#unread.set(key, (this.#unread.get(key) ?? 0) + 1);
    this.#tell("unread", { key });
  }

  #deleted({ chat, id }) {
    for (const [key, entry] of this.#conversations) {
      if (entry.place.chat !== chat || !entry.messages) continue;
      entry.messages = entry.messages.filter((message) => message.id !== id);
      this.#tell("messages", { key });
    }
  }

  #topic({ chat, topic }) {
    const group = this.state?.staff_chats.find((each) => each.id === chat);
    if (!group) return;
    group.topics = [...group.topics.filter((each) => each.id !== topic.id), topic];
    this.#tell("state", {});
  }

  #topicDeleted({ chat, topic }) {
    const group = this.state?.staff_chats.find((each) => each.id === chat);
    if (!group) return;
    const id = topic?.id ?? topic;
    group.topics = group.topics.filter((each) => each.id !== id);
    this.#conversations.delete(keyOf(chat, id));
    this.#tell("state", {});
  }

  #typed({ chat, topic }) {
    const key = keyOf(chat, topic);
    clearTimeout(this.#typing.get(key));
    this.#typing.set(key, setTimeout(() => this.#stopTyping(key), TYPING));
    this.#tell("typing", { key });
  }

  #stopTyping(key) {
    clearTimeout(this.#typing.get(key));
    if (this.#typing.delete(key)) this.#tell("typing", { key });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function upsert(messages, message) {
  const at = messages.findIndex((each) => each.id >= message.id);
  if (at < 0) messages.push(message);
  else messages.splice(at, messages[at].id === message.id ? 1 : 0, message);
}

export const store = new Store();
