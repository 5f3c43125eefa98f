// The list of commands that opens over the composer at "/" or by the Menu button.

import { getCommands } from "./api.js";
import { attempt } from "./dialogs.js";
import { h } from "./dom.js";
import { word } from "./words.js";

let count = 0;

export class Palette {
  #shown = [];
  #at = 0;

  constructor(place, choose) {
    this.place = place;
    this.choose = choose;
    this.id = `palette-${(count += 1)}`;
    this.element = h("div", { class: "palette", id: this.id, role: "listbox", "aria-label": word("commands"), hidden: true, test: "palette" });
  }

  async toggle(field) {
    if (!this.element.hidden) return this.close();
    this.#show(await this.#all(), field);
    field.focus();
  }

  async look(field) {
    const typed = field.value;
    if (!/^\/\w*$/.test(typed)) return this.close();
    const all = await this.#all();
    if (field.value === typed) this.#show(all.filter(({ command }) => command.startsWith(typed.slice(1))), field, !typed.slice(1));
  }

  // Asked for each time: they differ by person, language and rank, and all of these change.
  async #all() {
    const answer = await attempt(() => getCommands(this.place), this.element);
    return answer?.commands ?? [];
  }

  close() {
    this.element.hidden = true;
    this.#shown = [];
  }

  // Returns true when the key was for the list.
  key(event, field) {
    if (this.element.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#mark((this.#at + step + this.#shown.length) % this.#shown.length, field);
    else if (event.key === "Enter" && this.#shown.length) this.#take();
    else if (event.key === "Tab" && this.#shown.length) field.value = `/${this.#shown[this.#at].command}`;
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  #show(commands, field, tell = true) {
    this.#shown = commands;
    this.element.hidden = !commands.length && !tell;
    const option = ({ command, description }, at) =>
      h("div", { role: "option", id: `${this.id}-${at}`, test: `command-${command}`, onpointerdown: (event) => this.#press(event, at) },
        h("b", {}, `/${command}`), h("span", {}, description));
    this.element.replaceChildren(...(commands.length ? commands.map(option) : [h("p", {}, word("no_commands"))]));
    if (commands.length) this.#mark(0, field);
  }

  #mark(at, field) {
    this.#at = at;
    [...this.element.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    this.element.children[at].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", `${this.id}-${at}`);
  }

  #press(event, at) {
    event.preventDefault();
    this.#at = at;
    this.#take();
  }

  #take() {
    const { command } = this.#shown[this.#at];
    this.close();
    this.choose(command);
  }
}
