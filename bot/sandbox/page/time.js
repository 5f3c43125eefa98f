// The time of the local Telegram, running on between two words of the server.

import { store } from "./store.js";

const TICK = 1000; // milliseconds

class Clock extends EventTarget {
  #offset = 0; // milliseconds between this computer and the local Telegram
  #standing = null;
  #minute = null;

  start() {
    store.addEventListener("state", () => this.#set());
    setInterval(() => this.#tick(), TICK);
    this.#set();
  }

  now() {
    return this.#standing ?? new Date(Date.now() + this.#offset);
  }

  #set() {
    const { now, flowing } = store.state;
    this.#offset = new Date(now) - Date.now();
    this.#standing = flowing ? null : new Date(now);
    this.#tick();
  }

  #tick() {
    this.dispatchEvent(new CustomEvent("tick"));
    const minute = Math.floor(this.now() / 60_000);
    if (minute !== this.#minute) this.dispatchEvent(new CustomEvent("minute"));
    this.#minute = minute;
  }
}

export const clock = new Clock();
