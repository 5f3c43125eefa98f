// The kinds of messages: their picture, and how one is told in a line.

import { word } from "./words.js";

const ICONS = {
  photo: "photo",
  video: "video",
  voice: "voice",
  video_note: "round",
  audio: "music",
  document: "file",
  animation: "gif",
  sticker: "sticker",
  location: "place",
  live_location: "place",
  venue: "place",
  contact: "person",
  poll: "poll",
  dice: "dice",
  story: "story",
};

export const iconOf = (kind) => ICONS[kind] ?? "file";

// What a tap in the attach menu sends; the local Telegram makes the content up.
export const SAMPLES = ["voice", "video_note", "audio", "animation", "sticker", "location", "contact", "poll", "dice"];

export const nameOf = (kind) => word(kind in ICONS ? kind : "unknown");

export const kindOf = (message) => message.media?.kind ?? message.kind;

export function summary(message) {
  if (message.service) return message.service;
  const kind = kindOf(message);
  if (message.text) return message.text;
  if (kind === "document" && message.media.file_name) return message.media.file_name;
  if (kind === "sticker" || kind === "dice") return `${message.media.emoji ?? ""} ${nameOf(kind)}`.trim();
  if (kind === "poll") return message.media.question;
  return nameOf(kind);
}
