// Telegram's time entities: everybody reads them in their own zone and tongue. Format: r, or of w, d or D, t or T.

import { clock } from "./time.js";

const STEPS = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]]; // seconds

export function tellTimes(element, locale) {
  for (const time of element.querySelectorAll("time[data-format]")) {
    const { format } = time.dataset;
    const at = new Date(time.dateTime);
    time.title = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" }).format(at);
    if (format) time.textContent = format === "r" ? relative(at, locale) : absolute(at, format, locale);
  }
}

function relative(at, locale) {
  const seconds = Math.round((at - clock.now()) / 1000);
  const [unit, length] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

function absolute(at, format, locale) {
  const parts = [
    format.includes("w") && { weekday: "long" },
    format.includes("d") && { day: "2-digit", month: "2-digit", year: "2-digit" },
    format.includes("D") && { day: "numeric", month: "long", year: "numeric" },
    format.includes("t") && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    format.includes("T") && { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  ];
  return parts.filter(Boolean).map((part) => new Intl.DateTimeFormat(locale, part).format(at)).join(", ");
}
