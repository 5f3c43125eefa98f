"""Chats in trouble rest, each for itself."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.pace import Pace
from bot.delivery.parcel import Effect, Parcel
from bot.ports import Clock

LONGEST = 60.0
ECHO = timedelta(seconds=5)
"""In which the echo of a topic that may have been made comes in."""
EVERYWHERE = 0
"""No chat has this id: it stands for all of them."""


class Rest:
    """After a flood as long as Telegram says; after a failure 1, 2, 4 … 60 seconds; until somebody mends it, 60."""

    def __init__(self, clock: Clock, pace: Pace) -> None:
        self._clock, self._pace = clock, pace
        self._failures: dict[int, int] = {}
        self._until = clock.now()

    def begin(self, parcel: Parcel, outcome: Outcome) -> datetime:
        """The chat pauses, or all do where Telegram does not know the token; the moment until which they do."""
        if outcome.verdict is Verdict.MISCONFIGURED:
            return self._everywhere(parcel, outcome)
        chat_id = parcel.spot.chat_id
        until = self._clock.now() + timedelta(seconds=self._seconds(chat_id, parcel, outcome))
        self._pace.pause(chat_id, until)
        return until

    def over(self, chat_id: int) -> None:
        self._failures.pop(chat_id, None)
        self._failures.pop(EVERYWHERE, None)

    @property
    def everywhere(self) -> bool:
        """Whether nothing can be sent at all."""
        return EVERYWHERE in self._failures

    def _everywhere(self, parcel: Parcel, outcome: Outcome) -> datetime:
        """What had been on its way meanwhile is no further failure."""
        now = self._clock.now()
        if not self.everywhere or self._until <= now:
            self._until = now + timedelta(seconds=self._seconds(EVERYWHERE, parcel, outcome))
            self._pace.pause_all(self._until)
        return self._until

    def _seconds(self, chat_id: int, parcel: Parcel, outcome: Outcome) -> float:
        if outcome.verdict is Verdict.FLOOD:
            return outcome.retry_after + random.uniform(0.1, 1.0)  # noqa: S311 (spreads load, keeps no secret)
        if outcome.verdict is Verdict.GROUP_PROBLEM:
            return LONGEST
        failures = self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
        seconds = min(2.0 ** (failures - 1), LONGEST)
        return max(seconds, ECHO.total_seconds()) if parcel.effect is Effect.TOPIC_MADE else seconds
