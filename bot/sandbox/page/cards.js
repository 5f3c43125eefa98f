// Places, contacts, polls and dice.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { nameOf } from "./kinds.js";
import { avatar } from "./people.js";
import { word } from "./words.js";

export const cardOf = (media) => CARDS[media.kind]?.(media) ?? null;

const CARDS = { location: place, live_location: place, venue: place, contact, poll, dice, story };

function place(media) {
  const where = `${media.latitude?.toFixed(4)}, ${media.longitude?.toFixed(4)}`;
  return h("div", { class: "place", test: media.kind },
    h("div", { class: "map", role: "img", "aria-label": `${nameOf(media.kind)}: ${where}` }, h("span", { class: "pin" }, icon("place"))),
    h("div", { class: "about" }, h("b", {}, media.title ?? nameOf(media.kind)), h("small", {}, media.address ?? where)));
}

function contact(media) {
  const name = media.name ?? media.first_name ?? nameOf("contact");
  return h("div", { class: "contact", test: "contact" }, avatar({ id: media.phone?.length ?? 0, name }),
    h("span", { class: "about" }, h("b", {}, name), h("small", {}, media.phone)));
}

function poll(media) {
  const options = (media.options ?? []).map((option) => h("li", {}, option.text ?? option));
  return h("div", { class: "poll", test: "poll" }, h("b", {}, media.question), h("small", {}, word("votes")), h("ul", {}, ...options));
}

const PIPS = [[], [5], [1, 9], [1, 5, 9], [1, 3, 7, 9], [1, 3, 5, 7, 9], [1, 3, 4, 6, 7, 9]];

function dice(media) {
  const label = `${nameOf("dice")}: ${media.value}`;
  if (media.emoji && media.emoji !== "🎲") {
    return h("div", { class: "sticker", role: "img", "aria-label": label, test: "dice" }, h("span", { class: "emoji" }, media.emoji), h("span", { class: "value" }, String(media.value)));
  }
  const dots = Array.from({ length: 9 }, (_, at) => h("i", { class: PIPS[media.value]?.includes(at + 1) ? "on" : "" }));
  return h("div", { class: "die", role: "img", "aria-label": label, test: "dice" }, ...dots);
}

function story() {
  return h("div", { class: "story", test: "story" }, icon("story"), h("span", {}, nameOf("story")));
}
