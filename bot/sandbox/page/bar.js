// The top bar: time, budget, strict report, and the switches that try to break the desk.

import { flip } from "./api.js";
import { budget } from "./budget.js";
import { attempt, openDialog, toast } from "./dialogs.js";
import { h, Part } from "./dom.js";
import { wallClock } from "./format.js";
import { icon } from "./icons.js";
import { badge } from "./people.js";
import { store } from "./store.js";
import { clock } from "./time.js";
import { view } from "./view.js";
import { choose, language, languages, word } from "./words.js";

const HOUR = 3600; // seconds
const LIMIT = 20; // units a minute that Telegram gives a group

class TopBar extends Part {
  build() {
    this.setAttribute("role", "banner");
    this.replaceChildren(this.#brand(), this.#tabs(), this.#time(), this.#more(), this.#controls());
    this.listen(store, "state", () => this.#draw());
    this.listen(view, "change", () => this.#drawTabs());
    this.listen(store, "unread", () => this.#drawTabs());
    this.listen(clock, "tick", () => this.#tick());
    this.listen(this, "keydown", (event) => event.key === "Escape" && this.#open(false));
    this.listen(document, "click", (event) => this.contains(event.target) || this.#open(false));
    this.#draw();
    this.#drawTabs();
    this.#tick();
  }

  #brand() {
    return h("div", { class: "brand" }, h("span", { class: "logo", "aria-hidden": "true" }, icon("send")), h("div", { class: "about" }, h("h1", {}, word("title")), h("small", {}, word("subtitle"))));
  }

  #tabs() {
    const tab = (name) => h("button", { role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, test: `tab-${name}`, onclick: () => view.set({ tab: name }) });
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-label": word("view") }, tab("customer"), tab("staff"));
    this.tabs.addEventListener("keydown", ({ key }) => {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      view.set({ tab: key === "ArrowLeft" ? "customer" : "staff" });
      this.tabs.querySelector("[aria-selected=true]").focus();
    });
    return this.tabs;
  }

  #time() {
    this.day = h("small", {});
    this.hour = h("b", { test: "clock" });
    return h("div", { class: "time about", role: "group", "aria-label": word("clock"), title: word("clock") }, this.hour, this.day);
  }

  #more() {
    this.button = h("button", { class: "round more", "aria-label": word("controls"), "aria-expanded": "false", "aria-controls": "controls", test: "controls", onclick: () => this.#open(!this.classList.contains("open")) }, icon("more"));
    return this.button;
  }

  #controls() {
    this.meter = h("div", { class: "meter", test: "budget" });
    this.strict = h("button", { class: "strict", test: "strict", onclick: () => this.#report() });
    this.desk = h("button", { class: "plain desk", test: "restart", title: word("restart_hint"), onclick: () => this.#restart() });
    this.down = h("button", { class: "switch", role: "switch", test: "down", title: word("down_hint"), onclick: () => this.#down() }, h("i"), word("down"));
    const tongue = h("select", { "aria-label": word("page_language"), title: word("page_language"), test: "page-language", onchange: (event) => this.#language(event.target.value) },
      ...languages.map((code) => h("option", { value: code, selected: code === language() }, code.toUpperCase())));
    const skip = (seconds, name) => h("button", { class: "plain skip", test: name, onclick: () => this.#skip(seconds) }, icon("clock"), word(name));
    return h("div", { class: "controls", id: "controls" }, skip(HOUR, "plus_hour"), skip(24 * HOUR, "plus_day"), this.meter, this.strict, this.desk, this.down, h("label", { class: "tongue" }, icon("globe"), tongue));
  }

  #draw() {
    const { strict, desk, down } = store.state;
    this.strict.className = `strict ${strict.length ? "bad" : "good"}`;
    this.strict.replaceChildren(icon("shield"), h("span", { class: "long" }, word("strict")), h("b", { test: "strict-count" }, String(strict.length)));
    const state = h("i", { class: `dot ${desk.running ? "on" : ""}`, role: "img", "aria-label": word(desk.running ? "bot_runs" : "bot_starts"), test: "desk-state" });
    this.desk.replaceChildren(state, word("restart"), desk.restarts ? h("small", { title: word("restarts", { n: desk.restarts }), test: "restarts" }, `×${desk.restarts}`) : "");
    this.down.setAttribute("aria-checked", String(down));
    document.body.classList.toggle("down", down);
  }

  #measure(used, total) {
    if (this.measured === `${used} ${total}`) return;
    this.measured = `${used} ${total}`;
    const text = word("budget_text", { used, limit: LIMIT });
    const gauge = h("span", { class: "gauge", role: "meter", "aria-label": word("budget"), "aria-valuemin": "0", "aria-valuemax": LIMIT, "aria-valuenow": used, "aria-valuetext": text },
      h("i", { class: used > LIMIT * 0.8 ? "full" : "", style: { width: `${Math.min(100, (used / LIMIT) * 100)}%` } }));
    this.meter.title = `${word("budget")}: ${text}, ${word("budget_total", { n: total })}`;
    this.meter.replaceChildren(h("span", { class: "about" }, h("small", {}, word("budget_short")), gauge), h("b", { test: "budget-used" }, `${used}/${LIMIT}`));
  }

  #drawTabs() {
    for (const tab of this.tabs.children) {
      const on = tab.id === `tab-${view.tab}`;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      const unread = on ? 0 : store.unreadIn(tab.id === "tab-staff" ? store.state.staff_chats : store.people("customer"));
      tab.replaceChildren(...[word(`tab_${tab.id.slice(4)}`), unread ? badge(unread) : ""]);
    }
  }

  #tick() {
    const { day, time } = wallClock(clock.now());
    this.day.textContent = day;
    this.hour.textContent = time;
    const { staff } = store.state.calls;
    this.#measure(budget(clock.now(), staff), staff);
  }

  #open(on) {
    this.classList.toggle("open", on);
    this.button.setAttribute("aria-expanded", String(on));
  }

  async #skip(seconds) {
    if (!(await attempt(() => flip({ advance: seconds })))) return;
    await store.refresh();
    const { day, time } = wallClock(clock.now());
    toast(word("time_moved", { time: `${day}, ${time}` }));
  }

  async #restart() {
    if (await attempt(() => flip({ restart: true }))) toast(word("restarted"));
  }

  #down() {
    return attempt(() => flip({ down: !store.state.down }));
  }

  #language(code) {
    choose(code);
    document.dispatchEvent(new CustomEvent("language"));
  }

  #report() {
    const { strict } = store.state;
    const text = strict.length ? word("strict_bad", { n: strict.length }) : word("strict_ok");
    openDialog({ title: word("strict"), test: "strict-dialog", content: [h("p", {}, text), h("ul", { class: "report" }, ...strict.map((line) => h("li", {}, line)))] });
  }
}

customElements.define("top-bar", TopBar);
