// What the staff group has paid in the last minute, read from the running total.

const WINDOW = 60_000; // milliseconds

let seen = []; // [{at, total}], oldest first; the first one is the newest from before the window

export function budget(now, total) {
  const at = now.getTime();
  if (!seen.length || total < seen.at(-1).total) seen = [{ at, total }];
  if (total !== seen.at(-1).total) seen.push({ at, total });
  while (seen.length > 1 && seen[1].at <= at - WINDOW) seen.shift();
  return total - seen[0].total;
}
