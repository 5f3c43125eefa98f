// Times, sizes, names and colours as Telegram shows them.

import { language } from "./words.js";

const UNITS = ["B", "KB", "MB", "GB"];

export function clockTime(iso) {
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
}

export function fullTime(iso) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "full", timeStyle: "short" }).format(new Date(iso));
}

export function wallClock(date) {
  const day = new Intl.DateTimeFormat(language(), { weekday: "short", day: "numeric", month: "short" }).format(date);
  const time = new Intl.DateTimeFormat(language(), { timeStyle: "medium", hourCycle: "h23" }).format(date);
  return { day, time };
}

export function dayOf(iso) {
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "long" }).format(new Date(iso));
}

// In a list: the hour today, the weekday within a week, the date before that.
export function shortWhen(iso, now) {
  const at = new Date(iso);
  if (at.toDateString() === now.toDateString()) return clockTime(iso);
  const near = now - at < 6 * 86_400_000;
  const style = near ? { weekday: "short" } : { day: "2-digit", month: "2-digit", year: "2-digit" };
  return new Intl.DateTimeFormat(language(), style).format(at);
}

export function size(bytes) {
  if (!bytes) return "";
  const power = Math.min(3, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString(language(), { maximumFractionDigits: value < 10 && power ? 1 : 0 })} ${UNITS[power]}`;
}

export function duration(seconds = 0) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}

// One of Telegram's seven colours of people.
export function hue(id) {
  return Math.abs(Number(id) || 0) % 7;
}

// forum icon colours of createForumTopic
const TOPIC_COLOURS = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];

export function topicHue(colour) {
  return Math.max(0, TOPIC_COLOURS.indexOf(colour));
}
