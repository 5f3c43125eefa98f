// The page's own words. What the desk says comes from the desk.

import en from "./words_en.js";
import ru from "./words_ru.js";

const DICTIONARIES = { en, ru };
const REMEMBERED = "local-telegram-language";

let chosen = localStorage.getItem(REMEMBERED) ?? (navigator.language.startsWith("ru") ? "ru" : "en");

export const languages = Object.keys(DICTIONARIES);

export function language() {
  return chosen;
}

export function choose(code) {
  chosen = code;
  localStorage.setItem(REMEMBERED, code);
}

// word("restarts", {n: 2}): the sentence with its values; {n} also picks the plural form.
export function word(key, values = {}) {
  const entry = DICTIONARIES[chosen][key];
  if (entry === undefined) throw new Error(`no word for ${key}`);
  const form = typeof entry === "string" ? entry : entry[new Intl.PluralRules(chosen).select(values.n)];
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
