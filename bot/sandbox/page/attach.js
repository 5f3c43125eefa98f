// Files of one's own, and samples of every other kind.

import { act, upload } from "./api.js";
import { attempt, openDialog } from "./dialogs.js";
import { h } from "./dom.js";
import { size } from "./format.js";
import { icon } from "./icons.js";
import { iconOf, nameOf, SAMPLES } from "./kinds.js";
import { openMenu } from "./menu.js";
import { view } from "./view.js";
import { word } from "./words.js";

const ALBUM = 10; // items that one album holds

export function openAttachMenu(place, button) {
  const items = [
    { label: word("attach_photo"), icon: "photo", test: "attach-photo", run: () => pick(place, { asFiles: false }) },
    { label: word("attach_file"), icon: "file", test: "attach-file", run: () => pick(place, { asFiles: true }) },
    ...SAMPLES.map((kind) => ({ label: nameOf(kind), icon: iconOf(kind), test: `attach-${kind}`, run: () => sample(place, kind, button) })),
  ];
  openMenu({ label: word("attach"), at: button.getBoundingClientRect(), items, above: true });
}

function sample({ chat, topic, viewer }, kind, near) {
  return attempt(() => act(viewer, "send", { chat, topic, kind, reply_to: taken({ chat, topic, viewer }) }), near);
}

// The reply that was being written is used up by what is sent.
function taken(place) {
  const { reply } = view.draft(place);
  view.write(place, { reply: null, quote: null });
  return reply;
}

function pick(place, { asFiles }) {
  const input = h("input", { type: "file", multiple: true, accept: asFiles ? null : "image/*,video/*", hidden: true, test: "file-input" });
  input.addEventListener("change", () => {
    input.remove();
    offerFiles(place, [...input.files], { asFiles });
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

export function offerFiles(place, files, { asFiles }) {
  if (!files.length) return;
  const kinds = files.map((file) => kindOf(file, asFiles));
  const caption = h("input", { placeholder: word("caption"), "aria-label": word("caption"), maxlength: "1024", autofocus: true, test: "caption" });
  const grouped = h("input", { type: "checkbox", checked: true, test: "as-album" });
  const album = files.length > 1 && files.length <= ALBUM && together(kinds);
  const form = h("form", { method: "dialog", id: "send-files" },
    h("ul", { class: "picked" }, ...files.map((file, at) => row(file, kinds[at]))),
    album ? h("label", { class: "check" }, grouped, word("as_album")) : null, caption);
  form.addEventListener("submit", () => send(place, files, kinds, { caption: caption.value.trim(), album: album && grouped.checked }));
  const button = h("button", { class: "primary", form: "send-files", test: "send-files" }, word("send"));
  openDialog({ title: word("send_files", { n: files.length }), test: "files-dialog", content: [form], actions: [button] });
}

function kindOf(file, asFiles) {
  const kind = { image: "photo", video: "video", audio: "audio" }[file.type.split("/")[0]];
  return asFiles || !kind ? "document" : kind;
}

// An album holds photos and videos together; files and music only with their own kind.
function together(kinds) {
  const shelves = new Set(kinds.map((kind) => (kind === "video" ? "photo" : kind)));
  return shelves.size === 1;
}

function row(file, kind) {
  const picture = kind === "photo" ? h("img", { src: URL.createObjectURL(file), alt: "", onload: (event) => URL.revokeObjectURL(event.target.src) }) : icon(iconOf(kind));
  return h("li", {}, h("span", { class: "thumb" }, picture), h("span", { class: "about" }, h("b", {}, file.name), h("small", {}, size(file.size))));
}

function send(place, files, kinds, { caption, album }) {
  const { chat, topic, viewer: person } = place;
  const fields = { person, chat, topic, reply_to: taken(place) };
  return attempt(async () => {
    if (album) return upload({ ...fields, kind: kinds.join(","), caption, album: 1 }, files);
    for (const [at, file] of files.entries()) await upload({ ...fields, kind: kinds[at], caption: at ? "" : caption }, [file]);
    return true;
  });
}
