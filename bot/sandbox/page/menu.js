// A menu that opens at a point or under a button: arrow keys, Escape, a tap outside closes it.
// The browser's popover gives the focus back by itself.

import { h, rove } from "./dom.js";
import { icon } from "./icons.js";

const MARGIN = 8;

// items: {label, icon, run, danger, test}; head: an element above them. at: a DOMRect or {left, top, bottom, right}.
export function openMenu({ label, at, items, head = null, above = false }) {
  const menu = h("div", { class: "menu", popover: "auto", role: "menu", "aria-label": label, test: "menu" });
  const choose = (item) => () => {
    menu.hidePopover();
    item.run();
  };
  const entry = (item) =>
    h("button", { role: "menuitem", class: item.danger ? "danger" : "", test: item.test, onclick: choose(item) },
      icon(item.icon), h("span", {}, item.label));
  menu.append(...[head, ...items.map(entry)].filter(Boolean));
  menu.addEventListener("keydown", (event) => move(event, menu));
  menu.addEventListener("toggle", (event) => event.newState === "closed" && menu.remove());
  document.body.append(menu);
  menu.showPopover();
  settle(menu, at, above);
  menu.querySelector("[role=menuitem]")?.focus();
  return menu;
}

function move(event, menu) {
  const inHead = event.target.closest(".quick");
  if (inHead && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
    rove(event, [...inHead.querySelectorAll("[role=menuitem]")], { vertical: false });
  } else if (event.key === "Tab") {
    event.preventDefault();
    menu.hidePopover();
  } else {
    rove(event, [...menu.querySelectorAll("[role=menuitem]")]);
  }
}

function settle(menu, at, above) {
  const box = { width: menu.offsetWidth, height: menu.offsetHeight };
  const left = Math.min(at.left, innerWidth - box.width - MARGIN);
  const below = at.bottom + 4;
  const fits = !above && below + box.height + MARGIN <= innerHeight;
  const top = fits ? below : Math.max(MARGIN, Math.min(at.top, innerHeight) - box.height - 4);
  menu.style.left = `${Math.max(MARGIN, left)}px`;
  menu.style.top = `${Math.min(top, Math.max(MARGIN, innerHeight - box.height - MARGIN))}px`;
}

export const atPoint = ({ clientX, clientY }) => ({ left: clientX, right: clientX, top: clientY, bottom: clientY });
