// Elements built by hand. Strings become text nodes, never markup.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "test") element.dataset.testid = value;
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
  else element.setAttribute(name, value === true ? "" : value);
}

// The only door for markup: text that the server has made safe from a message's entities.
export function safeHtml(tag, props, markup) {
  const element = h(tag, props);
  element.innerHTML = markup;
  for (const link of element.querySelectorAll("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return element;
}

// A custom element whose listeners end with it.
export class Part extends HTMLElement {
  connectedCallback() {
    this.stopper = new AbortController();
    this.build();
  }

  disconnectedCallback() {
    this.stopper.abort();
  }

  listen(target, type, handler) {
    target.addEventListener(type, handler, { signal: this.stopper.signal });
  }
}

// Moves the focus among the elements of a list by arrow keys; returns true when it did.
export function rove(event, elements, { vertical = true } = {}) {
  const [back, forth] = vertical ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
  const step = { [back]: -1, [forth]: 1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || !elements.length) return false;
  const at = elements.indexOf(document.activeElement);
  const next = at < 0 ? (step < 0 ? elements.length - 1 : 0) : at + step;
  event.preventDefault();
  elements[Math.max(0, Math.min(elements.length - 1, next))].focus();
  return true;
}
