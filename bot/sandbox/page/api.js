// The local Telegram's HTTP face.

export class Refused extends Error {}

async function ask(path, init) {
  const response = await fetch(`/sandbox/${path}`, init);
  const answer = await response.json();
  if (!response.ok || answer.ok === false) throw new Refused(answer.error ?? response.statusText);
  return answer;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const query = (values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== null));

export const getState = () => ask("state");

export const getMessages = ({ chat, topic, viewer }) => ask(`messages?${query({ chat, topic, viewer })}`);

export const getCommands = ({ chat, viewer }) => ask(`commands?${query({ person: viewer, chat })}`);

export const act = (person, verb, details = {}) => post("act", { person, do: verb, ...details });

export const flip = (change) => post("switch", change);

export const addPerson = (person) => post("people", person);

export function upload(fields, files) {
  const form = new FormData();
  for (const [name, value] of query(fields)) form.append(name, value);
  for (const file of files) form.append("files", file, file.name);
  return ask("upload", { method: "POST", body: form });
}
