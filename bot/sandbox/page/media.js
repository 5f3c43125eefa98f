// Photos, videos, albums and files. What is heard or looked at as a card is in voice.js and cards.js.

import { cardOf } from "./cards.js";
import { openDialog } from "./dialogs.js";
import { h } from "./dom.js";
import { duration, size } from "./format.js";
import { icon } from "./icons.js";
import { iconOf, nameOf } from "./kinds.js";
import { voiceOf } from "./voice.js";
import { word } from "./words.js";

const WIDEST = 320; // CSS pixels

export function mediaOf(message) {
  const { media } = message;
  if (!media) return null;
  if (media.kind in TILES) return TILES[media.kind](media);
  if (media.kind === "voice" || media.kind === "audio") return voiceOf(media);
  return cardOf(media) ?? documentRow(media);
}

const TILES = { photo, video: film, animation: film, video_note: round, sticker, document: documentRow };

export function albumOf(messages) {
  const visual = messages.every(({ media }) => media.kind === "photo" || media.kind === "video");
  const items = messages.map((message) => h("div", { class: "item", "data-id": message.id, test: "album-item" }, mediaOf(message)));
  return h("div", { class: `album ${visual ? "grid" : "list"} n${Math.min(items.length, 10)}`, test: "album" }, ...items);
}

function frame(media) {
  const [width, height] = [media.width || 320, media.height || 240];
  const ratio = Math.max(0.6, Math.min(2, width / height));
  return { "--ratio": ratio, "--wide": `${Math.max(160, Math.min(WIDEST, width))}px` };
}

function photo(media) {
  const image = h("img", { src: media.url, alt: nameOf("photo"), loading: "lazy", decoding: "async" });
  return h("button", { class: "tile", type: "button", style: frame(media), "aria-label": word("open_photo"), test: "photo", onclick: () => show(media) }, image);
}

function film(media) {
  const note = media.kind === "animation" ? "GIF" : duration(media.duration);
  return h("button", { class: "tile film", type: "button", style: frame(media), "aria-label": nameOf(media.kind), test: media.kind, onclick: () => show(media) },
    h("span", { class: "start" }, icon("play")), h("span", { class: "note" }, note));
}

function round(media) {
  return h("button", { class: "circle film", type: "button", "aria-label": nameOf("video_note"), test: "video_note", onclick: () => show(media) },
    h("span", { class: "start" }, icon("play")), h("span", { class: "note" }, duration(media.duration)));
}

function sticker(media) {
  const drawn = media.mime?.startsWith("image/") && media.url;
  return h("div", { class: "sticker", test: "sticker" },
    drawn ? h("img", { src: media.url, alt: media.emoji ?? nameOf("sticker") }) : h("span", { class: "emoji", role: "img", "aria-label": nameOf("sticker") }, media.emoji ?? "🙂"));
}

function documentRow(media) {
  const name = media.file_name ?? nameOf(media.kind);
  const extension = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return h("a", { class: "document", href: media.url, download: name, "aria-label": word("download", { name }), test: "document" },
    h("span", { class: "disc" }, extension ? h("span", { class: "ext" }, extension) : icon(iconOf(media.kind)), h("span", { class: "fetch" }, icon("download"))),
    h("span", { class: "about" }, h("b", {}, name), h("small", {}, size(media.size) || nameOf(media.kind))));
}

function show(media) {
  const moving = media.kind !== "photo";
  const view = moving
    ? h("video", { src: media.url, controls: true, autoplay: true, playsinline: true, loop: media.kind === "animation" })
    : h("img", { src: media.url, alt: nameOf("photo") });
  const name = media.file_name ?? `${media.kind}-${media.file_id}`;
  if (moving) view.addEventListener("error", () => view.replaceWith(h("p", { class: "empty" }, word("no_sound"))));
  const save = h("a", { class: "plain", href: media.url, download: name, test: "viewer-download" }, icon("download"), word("download", { name: "" }).trim());
  openDialog({ title: nameOf(media.kind), test: "viewer", content: [view], actions: [save], wide: true });
}
