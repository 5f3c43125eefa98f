// Where a person writes: text, reply and edit bar, commands, attachments. What is unsent stays with its chat.

import { act } from "./api.js";
import { openAttachMenu, offerFiles } from "./attach.js";
import { attempt } from "./dialogs.js";
import { h, Part } from "./dom.js";
import { icon } from "./icons.js";
import { summary } from "./kinds.js";
import { Palette } from "./palette.js";
import { store } from "./store.js";
import { view } from "./view.js";
import { word } from "./words.js";

const HIGHEST = 180; // CSS pixels

class ChatComposer extends Part {
  place = null; // {chat, topic, viewer}
  private = false; // a private chat shows Telegram's Menu button

  build() {
    this.palette = new Palette(this.place, (command) => this.#command(command));
    this.bar = h("div", { class: "over", hidden: true });
    this.text = h("textarea", {
      rows: "1", placeholder: word("write"), "aria-label": word("write"), test: "composer-text", enterkeyhint: "send", dir: "auto",
      "aria-autocomplete": "list", "aria-controls": this.palette.id,
      onkeydown: (event) => this.#keys(event), oninput: () => this.#typed(), onpaste: (event) => this.#pasted(event),
    });
    const attach = h("button", { class: "round", "aria-label": word("attach"), "aria-haspopup": "menu", test: "attach", onclick: (event) => openAttachMenu(this.place, event.currentTarget) }, icon("attach"));
    this.button = h("button", { class: "round send", "aria-label": word("send"), test: "send", onclick: () => this.#send() }, icon("send"));
    this.replaceChildren(this.palette.element, this.bar, h("div", { class: "writing" }, this.private ? this.#menuButton() : null, attach, this.text, this.button));
    this.listen(view, "draft", ({ detail }) => detail === this.draft && this.#draw(true));
    this.#dropping();
    this.#draw(false);
  }

  get draft() {
    return view.draft(this.place);
  }

  #menuButton() {
    return h("button", { class: "pill", "aria-haspopup": "listbox", test: "commands", onclick: () => this.palette.toggle(this.text) }, icon("menu"), word("menu"));
  }

  // The other way round: what the draft says is shown.
  #draw(focus) {
    const { draft } = this;
    this.text.value = draft.text;
    this.#drawBar();
    this.#grow();
    if (focus) this.text.focus();
  }

  #drawBar() {
    const { reply, quote, edit } = this.draft;
    const target = store.find(this.place, edit ?? reply);
    this.bar.hidden = !target;
    if (!target) return this.bar.replaceChildren();
    const name = target.from.name;
    const title = edit ? word("editing") : word(quote ? "quoting" : "replying", { name });
    const stop = word(edit ? "stop_edit" : "stop_reply");
    this.bar.replaceChildren(icon(edit ? "edit" : "reply"), h("div", { class: "about" }, h("b", {}, title), h("span", {}, quote ?? summary(target))),
      h("button", { class: "round", "aria-label": stop, test: "over-close", onclick: () => this.#drop() }, icon("close")));
  }

  #drop() {
    const text = this.draft.edit ? "" : this.draft.text;
    view.write(this.place, { text, reply: null, quote: null, edit: null });
  }

  #typed() {
    this.draft.text = this.text.value;
    this.#grow();
    this.palette.look(this.text);
  }

  #grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(HIGHEST, this.text.scrollHeight)}px`;
    this.button.classList.toggle("ready", Boolean(this.text.value.trim()));
  }

  #keys(event) {
    if (event.isComposing || this.palette.key(event, this.text)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && !this.bar.hidden) {
      this.#drop();
    } else if (event.key === "ArrowUp" && !this.text.value) {
      this.#editLast(event);
    }
  }

  #editLast(event) {
    const mine = (store.messages(this.place) ?? []).filter((message) => message.from?.id === this.place.viewer && message.text && !message.service);
    if (!mine.length) return;
    event.preventDefault();
    view.write(this.place, { edit: mine.at(-1).id, text: mine.at(-1).text, reply: null, quote: null });
  }

  async #send() {
    const { text, reply, quote, edit } = { ...this.draft, text: this.text.value.trim() };
    if (!text) return;
    const { chat, topic, viewer } = this.place;
    view.write(this.place, { text: "", reply: null, quote: null, edit: null });
    this.palette.close();
    const captioned = edit && store.find(this.place, edit)?.media;
    const done = await attempt(() => (edit
      ? act(viewer, "edit", { chat, message: edit, [captioned ? "caption" : "text"]: text })
      : act(viewer, "say", { chat, topic, text, reply_to: reply, quote })), this);
    if (done === null && !this.draft.text) view.write(this.place, { text, reply, quote, edit });
  }

  #command(command) {
    this.draft.text = this.text.value = `/${command}`;
    this.#send();
  }

  #pasted(event) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    offerFiles(this.place, [...event.clipboardData.files], { asFiles: false });
  }

  #dropping() {
    const frame = this.closest(".window");
    this.listen(frame, "dragover", (event) => {
      event.preventDefault();
      frame.classList.add("dropping");
    });
    this.listen(frame, "dragleave", (event) => frame.contains(event.relatedTarget) || frame.classList.remove("dropping"));
    this.listen(frame, "drop", (event) => {
      event.preventDefault();
      frame.classList.remove("dropping");
      if (event.dataTransfer.files.length) offerFiles(this.place, [...event.dataTransfer.files], { asFiles: false });
    });
  }
}

customElements.define("chat-composer", ChatComposer);
