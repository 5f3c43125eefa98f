"""Switches for what goes wrong between a bot and Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import ApiError, too_many

if TYPE_CHECKING:
    from bot.sandbox.params import Call
    from bot.sandbox.world import World


SWITCHES = (
    "flood",
    "server_error",
    "drop_before",
    "drop_after",
    "delay",
    "partial",
    "poison",
    "unknown_update",
    "unknown_field",
)
WHOLE = ("flood", "server_error", "drop_before", "drop_after", "delay", "refuse")


@dataclass
class Fault:
    """What is to happen, to which calls, and how often; ``after`` lets so many matching calls pass first.

    ``method`` and ``chat`` None mean all; getUpdates is hit only when it is named.
    """

    kind: str
    method: str | None = None
    chat: int | None = None
    times: int | None = 1
    after: int = 0
    seconds: float = 0
    accepted: int = 0
    status: int = 502
    body: str = "<html><body>Bad Gateway</body></html>"
    error: ApiError | None = None

    def hits(self, method: str, chat: int | None) -> bool:
        if self.method is None and method.lower() == "getupdates":
            return False
        return (self.method or method).lower() == method.lower() and self.chat in (None, chat)


class Faults:
    """Faults are used up one call at a time, in the order in which they were switched on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._faults: list[Fault] = []
        self._down = False

    @property
    def down(self) -> bool:
        """While it is set every connection of a bot ends without an answer, waiting ones at once."""
        return self._down

    @down.setter
    def down(self, down: bool) -> None:
        self._down = down
        if down:
            self._world.updates.release()

    def flood(self, retry_after: int, **where: Any) -> Fault:
        """429 with ``retry_after`` seconds."""
        return self._add(Fault("flood", error=too_many(retry_after), **where))

    def refuse(self, error: ApiError, **where: Any) -> Fault:
        """Any other refusal, instead of doing it."""
        return self._add(Fault("refuse", error=error, **where))

    def server_error(self, status: int = 502, **where: Any) -> Fault:
        """The front answers with ``status`` and a page that is no JSON; nothing was done."""
        return self._add(Fault("server_error", status=status, **where))

    def drop_before(self, **where: Any) -> Fault:
        """The connection ends without an answer, nothing was done."""
        return self._add(Fault("drop_before", **where))

    def drop_after(self, **where: Any) -> Fault:
        """The connection ends without an answer, everything was done."""
        return self._add(Fault("drop_after", **where))

    def partial(self, accepted: int, **where: Any) -> Fault:
        """Of an album or another plural send only the first ``accepted`` come out; the call fails all the same."""
        return self._add(Fault("partial", accepted=accepted, **where))

    def accepted(self, call: Call) -> int | None:
        """How many messages of this plural send come out; None for all."""
        fault = self._strike(call, "partial")
        return fault.accepted if fault else None

    def delay(self, seconds: float, **where: Any) -> Fault:
        """It is done at once, the answer comes later by the local Telegram's clock."""
        return self._add(Fault("delay", seconds=seconds, **where))

    def poison(self) -> int | None:
        """Queue an update that breaks decoders of whole batches: its forward origin is of an unknown type."""
        message = self._strange() | {"forward_origin": {"type": "from_the_future", "date": self._world.date()}}
        return self._world.updates.add("message", message, forced=True)

    def unknown_update(self) -> int | None:
        """Queue an update of a kind that nobody knows yet."""
        return self._world.updates.add("dreamt_message", self._strange(), forced=True)

    def unknown_field(self) -> int | None:
        """Queue a message with a field that nobody knows yet, and no content besides."""
        message = self._strange()
        del message["text"]
        return self._world.updates.add("message", message | {"dream": {"of": "the future"}}, forced=True)

    def switch(self, asked: dict[str, Any]) -> None:
        """A fault as JSON: ``kind`` is the name of a method here, all else its arguments."""
        kind = asked.get("kind")
        if kind == "clear":
            return self.clear()
        if kind not in SWITCHES:
            raise ValueError(f"there is no fault {kind!r}")
        getattr(self, kind)(**{name: value for name, value in asked.items() if name != "kind"})
        return None

    def clear(self) -> None:
        self._faults.clear()
        self.down = False

    def strike(self, call: Call) -> Fault | None:
        """The fault that hits this call as a whole, used up by it."""
        return self._strike(call, *WHOLE)

    def _strike(self, call: Call, *kinds: str) -> Fault | None:
        for fault in self._faults:
            if fault.kind in kinds and fault.hits(call.method, call.chat_id):
                if fault.after > 0:
                    fault.after -= 1
                    continue
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def _strange(self) -> dict[str, Any]:
        person = {"id": 99, "is_bot": False, "first_name": "Nobody"}
        chat = {"id": 99, "type": "private", "first_name": "Nobody"}
        return {"message_id": 1, "date": self._world.date(), "from": person, "chat": chat, "text": "?"}
