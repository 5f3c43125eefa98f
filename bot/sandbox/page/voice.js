// Voice messages and music: a round button, a wave, the length.

import { toast } from "./dialogs.js";
import { h } from "./dom.js";
import { duration, size } from "./format.js";
import { icon } from "./icons.js";
import { nameOf } from "./kinds.js";
import { word } from "./words.js";

const BARS = 36;

export function voiceOf(media) {
  const button = h("button", { class: "disc", type: "button", "aria-label": word("play"), test: "play" }, icon("play"));
  button.addEventListener("click", () => toggle(button, media));
  return h("div", { class: "voice", test: media.kind }, button, media.kind === "voice" ? wave(media) : song(media));
}

function wave(media) {
  const bars = levels(media.file_id ?? "").map((level) => h("i", { style: { "--level": level } }));
  return h("span", { class: "about" }, h("span", { class: "wave", role: "img", "aria-label": nameOf("voice") }, ...bars), h("small", {}, duration(media.duration)));
}

function song(media) {
  const about = [duration(media.duration), size(media.size)].filter(Boolean).join(", ");
  return h("span", { class: "about" }, h("b", {}, media.title ?? media.file_name ?? nameOf("audio")), h("small", {}, about));
}

// The same file always looks the same.
function levels(seed) {
  let state = [...seed].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_521, 7);
  return Array.from({ length: BARS }, (_, at) => {
    state = (state * 75 + 74) % 65_537;
    return (0.15 + 0.85 * (state / 65_537) * Math.sin(((at + 2) / (BARS + 3)) * Math.PI)).toFixed(2);
  });
}

let playing = null; // {sound, button}

function toggle(button, media) {
  const same = playing?.button === button;
  playing?.sound.pause();
  if (same || !media.url) return;
  const sound = new Audio(media.url);
  const rest = () => {
    draw(button, "play");
    if (playing?.button === button) playing = null;
  };
  for (const type of ["pause", "ended"]) sound.addEventListener(type, rest);
  playing = { sound, button };
  draw(button, "pause");
  sound.play().catch(() => {
    rest();
    toast(word("no_sound"), button);
  });
}

function draw(button, name) {
  button.replaceChildren(icon(name));
  button.setAttribute("aria-label", word(name));
}
