"""Budgets: what may be sent now without running into Telegram's limits."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import RLock

MINUTE = timedelta(seconds=61)
"""Telegram counts from when a call reaches it: a second of margin for the way."""
COURTESY_RESERVE = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """Units. A group: so many in any minute, all topics together. A private chat: so many a second after a short burst.

    `everywhere` is how many a second over all chats. Source: the bots FAQ; Telegram's numbers move.
    """

    group_per_minute: int = 20
    chat_per_second: float = 1.0
    chat_burst: int = 3
    everywhere: float = 30.0


class Window:
    """At most `limit` units in any `span`."""

    def __init__(self, limit: int, span: timedelta) -> None:
        self._limit, self._span = limit, span
        self._spent: deque[tuple[datetime, int]] = deque()
        self._sum = 0

    def free(self, now: datetime) -> int:
        while self._spent and self._spent[0][0] + self._span <= now:
            self._sum -= self._spent.popleft()[1]
        return self._limit - self._sum

    def spend(self, units: int, now: datetime) -> None:
        self._spent.append((now, units))
        self._sum += units

    def ready(self, units: int, now: datetime) -> datetime:
        """When so many units will be free; more than the limit is let through when all of it is."""
        missing = min(units, self._limit) - self.free(now)
        for at, spent in self._spent:
            if missing <= 0:
                break
            missing -= spent
            now = at + self._span
        return now


class Bucket:
    """A burst of `size`, refilled at `rate` units a second."""

    def __init__(self, size: float, rate: float) -> None:
        self._size, self._rate = size, rate
        self._level, self._at = size, None

    _at: datetime | None

    def free(self, now: datetime) -> int:
        return int(self._filled(now) + 1e-6)

    def spend(self, units: int, now: datetime) -> None:
        self._level, self._at = self._filled(now) - units, now

    def ready(self, units: int, now: datetime) -> datetime:
        missing = min(units, self._size) - self._filled(now)
        return now + timedelta(seconds=max(missing, 0) / self._rate)

    def _filled(self, now: datetime) -> float:
        gone = (now - self._at).total_seconds() if self._at else 0.0
        return min(self._size, self._level + gone * self._rate)


class Pace:
    """All budgets of one bot; a chat that Telegram has flooded is paused, and no other. Any thread may ask."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all = Bucket(limits.everywhere / 3, limits.everywhere * 2 / 3)
        self._chats: dict[int, Window | Bucket] = {}
        self._paused: dict[int, datetime] = {}
        self._all_paused: datetime | None = None
        self._lock = RLock()

    def take(self, chat_id: int, units: int, now: datetime, *, courtesy: bool = False) -> bool:
        """Spend the units if they are free. A courtesy leaves a reserve to the others in a group."""
        with self._lock:
            if self.ready(chat_id, self.wanted(chat_id, units, courtesy=courtesy), now) > now:
                return False
            self._chat(chat_id).spend(units, now)
            self._all.spend(max(units, 1), now)
            return True

    def wanted(self, chat_id: int, units: int, *, courtesy: bool) -> int:
        """What must be free before so many units may be spent."""
        return units + (COURTESY_RESERVE if courtesy and chat_id < 0 else 0)

    def scarce(self, chat_id: int, units: int, now: datetime) -> bool:
        """Whether so many units are better saved: next to nothing would be left, or the chat has just had to rest."""
        rested = self._paused.get(chat_id)
        little = self._chat(chat_id).free(now) < units + COURTESY_RESERVE
        return little or (rested is not None and now < rested + MINUTE)

    def ready(self, chat_id: int, units: int, now: datetime) -> datetime:
        """The first moment at which so many units could be spent there."""
        with self._lock:
            paused = max(self._paused.get(chat_id, now), self._all_paused or now)
            return max(paused, self._chat(chat_id).ready(units, now), self._all.ready(max(units, 1), now))

    def at_most(self, now: datetime) -> int:
        """How many calls can go at this moment, wherever to; one at least."""
        return max(self._all.free(now), 1)

    def pause(self, chat_id: int, until: datetime) -> None:
        self._paused[chat_id] = until

    def pause_all(self, until: datetime) -> None:
        self._all_paused = until

    def _chat(self, chat_id: int) -> Window | Bucket:
        if chat_id not in self._chats:
            group = Window(self._limits.group_per_minute, MINUTE)
            private = Bucket(self._limits.chat_burst, self._limits.chat_per_second)
            self._chats[chat_id] = group if chat_id < 0 else private
        return self._chats[chat_id]
