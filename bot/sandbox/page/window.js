// What the phone and the group have in common: a head, a conversation, a foot; answers to presses shown over it.

import { alertBox, toast } from "./dialogs.js";
import { h, Part } from "./dom.js";
import { store } from "./store.js";
import { word } from "./words.js";

export class ChatWindow extends Part {
  build() {
    this.classList.add("window");
    this.listen(store, "answer", ({ detail }) => this.#answered(detail));
    this.listen(store, "typing", () => this.drawStatus());
    this.listen(store, "link", () => this.drawStatus());
  }

  #answered({ person, text, alert }) {
    if (person !== this.place?.viewer || !text) return;
    if (alert) alertBox(store.state.bot.name, text);
    else toast(text, this);
  }

  // Telegram's second line: connecting, typing, or what there is to say.
  status(usual) {
    if (!store.online) return word("connecting");
    if (!this.place || !store.isTyping(this.place)) return usual;
    return h("span", { class: "typing", test: "typing" }, word("typing"), h("i"), h("i"), h("i"));
  }

  log(props) {
    return Object.assign(document.createElement("chat-log"), { place: this.place, ...props });
  }

  composer(props) {
    return Object.assign(document.createElement("chat-composer"), { place: this.place, ...props });
  }

  // Puts another foot only when another one is needed, so that what is being typed stays.
  putFoot(kind, make) {
    if (this.foot.dataset.kind === kind) return;
    this.foot.dataset.kind = kind;
    this.foot.replaceChildren(make());
  }
}

export const toasts = () => h("div", { class: "toasts", role: "status", "aria-live": "polite" });
