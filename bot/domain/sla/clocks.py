"""The clocks of one ticket, folded from its history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.lifecycle import Status
from bot.domain.sla.stopwatch import RESTING, Stopwatch


class Goal(StrEnum):
    """What a target is set for; the names of the fields of `Clocks` and `Targets`."""

    FIRST_RESPONSE = "first_response"
    NEXT_REPLY = "next_reply"
    RESOLUTION = "resolution"


DONE = frozenset({Status.COMPLETED, Status.CLOSED})
RESTS = {
    Goal.FIRST_RESPONSE: DONE,
    Goal.NEXT_REPLY: DONE | {Status.WAITING_CUSTOMER},
    Goal.RESOLUTION: DONE | {Status.WAITING_CUSTOMER, Status.WAITING_RELEASE},
}
"""The states in which a clock rests. `transferred` is in none of them."""

SPEAKS = frozenset({Status.WAITING_CUSTOMER, Status.COMPLETED})
"""One gets into these only with a question or an answer that the customer sees."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A release that the customer was told of: when, and for which moment."""

    made_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Clocks:
    """Moments only, all aware UTC. Each event gives a new value; the same events give the same value.

    `answered_at` is the first reply of a human that the customer could see, `unanswered_since` the oldest message of
    the customer without one after it.
    """

    status: Status
    first_response: Stopwatch
    resolution: Stopwatch
    next_reply: Stopwatch = RESTING
    answered_at: datetime | None = None
    unanswered_since: datetime | None = None
    promise: Expected | None = None

    @classmethod
    def submitted(cls, at: datetime) -> Clocks:
        return cls(Status.RECEIVED, Stopwatch(since=at), Stopwatch(since=at))

    def wrote(self, at: datetime) -> Clocks:
        """The customer said something that wants an answer."""
        if self.unanswered_since is not None:
            return self
        return replace(self, unanswered_since=at)._turned(at)

    def replied(self, at: datetime) -> Clocks:
        """A human said something that the customer can see; "received" and notes do not count."""
        answered = self.answered_at or at
        return replace(self, answered_at=answered, unanswered_since=None, next_reply=RESTING)._turned(at)

    def moved(self, to: Status, at: datetime) -> Clocks:
        """To another state; what leaves it as it was counts for nothing.

        A question waits from its delivery: that is the moment to give, and not that of its storing.
        """
        if to is self.status:
            return self
        moved = replace(self, status=to)
        return moved.replied(at) if to in SPEAKS else moved._turned(at)

    def promised(self, due_at: datetime, at: datetime) -> Clocks:
        """A release for that moment, told at `at`; while the ticket waits for it, it stands for the resolution."""
        return replace(self, promise=Expected(at, due_at))

    def took_over(self, other: Clocks, at: datetime) -> Clocks:
        """Another ticket of the customer goes on in this one from then on: whichever words have waited longer for an
        answer. A request that nobody has answered is such words.
        """
        since, waited = other._owed()
        if since is None or (self.unanswered_since is not None and self.unanswered_since <= since):
            return self
        return replace(self, unanswered_since=since, next_reply=waited.turned(False, at))._turned(at)

    def _owed(self) -> tuple[datetime | None, Stopwatch]:
        """Since when the customer waits for an answer, and the clock of that."""
        if self.answered_at is not None:
            return self.unanswered_since, self.next_reply
        asked = self.first_response
        return (asked.runs[0][0] if asked.runs else asked.since), asked

    def watch(self, goal: Goal) -> Stopwatch:
        found: Stopwatch = getattr(self, goal.value)
        return found

    def _turned(self, at: datetime) -> Clocks:
        return replace(
            self,
            first_response=self.first_response.turned(self._runs(Goal.FIRST_RESPONSE), at),
            next_reply=self.next_reply.turned(self._runs(Goal.NEXT_REPLY), at),
            resolution=self.resolution.turned(self._runs(Goal.RESOLUTION), at),
        )

    def _runs(self, goal: Goal) -> bool:
        wanted = {
            Goal.FIRST_RESPONSE: self.answered_at is None,
            Goal.NEXT_REPLY: self.unanswered_since is not None,
            Goal.RESOLUTION: True,
        }
        return wanted[goal] and self.status not in RESTS[goal]
