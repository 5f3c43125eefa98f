// Live events. The browser reconnects by itself, except after a refusal: then we do.

const PAUSE = 1000; // milliseconds

export function follow({ opened, lost, arrived }) {
  const source = new EventSource("/sandbox/events");
  source.onopen = opened;
  source.onmessage = (event) => arrived(JSON.parse(event.data));
  source.onerror = () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, PAUSE, { opened, lost, arrived });
  };
}
