// Line drawings on a 24 by 24 field, in the colour of the text around them.

const NS = "http://www.w3.org/2000/svg";

const PATHS = {
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10.1 15 12 3.4 13.9z",
  attach: "M20 11.5l-8 8a5 5 0 0 1-7.1-7.1l8.6-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  back: "M19 12H5M11 5.5 4.5 12l6.5 6.5",
  down: "M6 9.5l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M9.5 6 4 11.5 9.5 17M4.5 11.5H14a6 6 0 0 1 6 6v1",
  quote: "M5 17c3 0 4.5-2.5 4.5-6V7H5v5h4M14.5 17c3 0 4.5-2.5 4.5-6V7h-4.5v5H19",
  edit: "M4 20l1-4.5L16.5 4a2 2 0 0 1 3 3L8.5 19z M14.5 6l3.5 3.5",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  check: "M4.5 12.5l5 5L20 7",
  checks: "M2 12.5l4.5 4.5L15.5 7.5M11 15.5l1.700 1.5L22 7.5",
  lock: "M6.5 10.5h11v9h-11zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  hash: "M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16",
  plus: "M12 5v14M5 12h14",
  restart: "M19.5 12a7.5 7.5 0 1 1-2.2-5.300L20 9M20 4v5h-5",
  offline: "M4 4l16 16M7 9.5A4.5 4.5 0 0 0 7.5 18H17M10 6a6 6 0 0 1 7.5 5A3.600 3.600 0 0 1 20.5 16",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7.5V12l3 2",
  shield: "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.200L15.200 10",
  photo: "M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 4.5M15.5 9v.01",
  file: "M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5",
  voice: "M12 3.5a2.800 2.800 0 0 0-2.800 2.800v5a2.800 2.800 0 0 0 5.600 0v-5A2.800 2.800 0 0 0 12 3.5M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  round: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M10 8.5l5.5 3.5-5.5 3.5z",
  video: "M3.5 6.5h12v11h-12zM15.5 10.5l5-3v9l-5-3",
  sticker: "M20 12.5V7a3 3 0 0 0-3-3H7a3 3 0 0 0-3 3v10a3 3 0 0 0 3 3h5.5zM12.5 20c0-5 2.5-7.5 7.5-7.5M9 9.5v.01M14.5 9.5v.01M8.5 13c1 1.5 2.5 2 4 1.700",
  place: "M12 21c4.5-4.5 6.5-7.700 6.5-10.700a6.5 6.5 0 0 0-13 0C5.5 13.300 7.5 16.5 12 21M12 8.300a2 2 0 1 0 0 4a2 2 0 1 0 0-4",
  person: "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20.5c.8-4 3.700-5.5 7.5-5.5s6.700 1.5 7.5 5.5",
  poll: "M6 20v-7M12 20V4M18 20v-10",
  dice: "M5 5h14v14H5zM9 9v.01M15 9v.01M12 12v.01M9 15v.01M15 15v.01",
  music: "M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0M19 16a2.5 2.5 0 1 1-5 0a2.5 2.5 0 1 1 5 0",
  gif: "M4 6h16v12H4zM10 10.5c-2.5-1.5-3.5 0-3.5 1.5s1 3 3.5 1.5v-1.5H9M12.5 10v4M15 14v-4h3M15 12h2.300",
  story: "M12 3.5a8.5 8.5 0 0 1 0 17M12 20.5a8.5 8.5 0 0 1-6-2.5M3.600 13.5a8.5 8.5 0 0 1 .3-4M6 6a8.5 8.5 0 0 1 2.800-1.900M12 8v8M8 12h8",
  play: "M8 5.5v13l11-6.5z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  download: "M12 4v11M7 10.5l5 5 5-5M5 19.5h14",
  globe: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M6 6l12 12",
  leave: "M10 4.5H5v15h5M14.5 8l4 4-4 4M18 12H9.5",
  link: "M8 16 16.5 7.5M9.5 7h7.5v7.5",
  pinned: "M9 3.5h6l-.7 6.5 3.200 4h-11l3.200-4zM12 14v6.5",
};

const SOLID = new Set(["send", "play"]);
const DOTS = new Set(["more"]);

export function icon(name) {
  const svg = document.createElementNS(NS, "svg");
  const path = document.createElementNS(NS, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon${SOLID.has(name) ? " solid" : ""}${DOTS.has(name) ? " dots" : ""}`);
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
