"""What time does to a ticket that waits for its customer: reminders, and words that make it count anew (5, 13, 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Self

from bot.domain import facts
from bot.domain.lifecycle import Move, Status
from bot.domain.people import Actor
from bot.domain.ticket.parts import Acceptance
from bot.domain.ticket.record import Record


class Reminding(Record):
    """Only `remind` is a move; the others return the ticket itself where they change nothing."""

    __slots__ = ()

    def remind(
        self, *, by: Actor, at: datetime, closes_at: datetime | None = None
    ) -> tuple[Self, facts.CustomerReminded]:
        """A reminder is on its way: of the question, or of the word; they are waited for until `closes_at`, if that is
        known.
        """
        self.allow(Move.REMIND, by)
        reminding = self
        if self.question is not None:
            reminding = replace(self, question=replace(self.question, reminding=True))
        if self.acceptance is not None:
            reminding = replace(self, acceptance=replace(self.acceptance, closes_at=closes_at))
        given_up_at = closes_at if self.question is not None else None
        return reminding, facts.CustomerReminded(*self._step(reminding, by, at), given_up_at)

    def reminder_arrived(self, at: datetime, closes_at: datetime | None = None) -> Self:
        """One that named another hour belongs to a time that was begun anew since."""
        if self.question is not None and self.question.reminding:
            counted = self.question.reminders + 1
            return replace(self, question=replace(self.question, reminding=False, reminders=counted, reminded_at=at))
        if self.acceptance is not None and closes_at is not None and self.acceptance.closes_at == closes_at:
            return replace(self, acceptance=replace(self.acceptance, reminded_at=at))
        return self

    def reply_arrived(self, at: datetime) -> Self:
        """The customer has what the staff had to say: their time to answer begins, anew if it had begun."""
        return replace(self, acceptance=Acceptance(at)) if self.status is Status.COMPLETED else self

    def heard(self, at: datetime) -> Self:
        """The customer has written: what waits for their word waits anew, and what is not solved is explained."""
        if self.status is Status.COMPLETED:
            return replace(self, acceptance=Acceptance(at))
        return replace(self, unexplained_since=None) if self.unexplained_since is not None else self

    def unreachable(self) -> Self:
        """The customer cannot be reached: what was on its way is lost, and reminds of nothing."""
        if self.question is not None and self.question.reminding:
            return replace(self, question=replace(self.question, reminding=False))
        if self.acceptance is not None and self.acceptance.closes_at is not None and not self.acceptance.reminded_at:
            return replace(self, acceptance=replace(self.acceptance, closes_at=None))
        return self

    def reachable_again(self, at: datetime) -> Self:
        """Nothing was to be expected of the customer meanwhile: their time begins anew."""
        if self.question is not None and self.question.delivered_at is not None:
            return replace(self, question=replace(self.question, heard_at=at))
        if self.acceptance is not None and self.acceptance.since is not None:
            return replace(self, acceptance=Acceptance(at))
        return self
