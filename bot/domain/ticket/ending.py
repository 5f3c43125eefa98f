"""How a ticket ends, and how it comes back (moves 11 to 18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Self

from bot.domain import facts
from bot.domain.errors import (
    DifferentCustomers,
    MergeClosed,
    MergedInto,
    MoveNotAllowed,
    NotReopenable,
    ProofMissing,
    ReopenTooLate,
    SameTicket,
    TextMissing,
)
from bot.domain.lifecycle import Cause, Closing, Move, Role, Status
from bot.domain.people import Actor
from bot.domain.release import Release
from bot.domain.ticket.record import Record

REOPENABLE = frozenset({Closing.CONFIRMED, Closing.AUTO, Closing.CUSTOMER})


class Ending(Record):
    __slots__ = ()

    def complete(
        self, cause: Cause, *, answer: int | None, by: Actor, at: datetime, release: Release | None = None
    ) -> tuple[Self, facts.TicketCompleted]:
        """`answer` is the stored message that tells the customer; the last reply may serve. `release` brings an
        improvement, as far as one is told. Whatever was promised is waited for no more.
        """
        moved = self._moved(Move.COMPLETE, by, at, cause=cause, promise=None)
        if answer is None:
            raise TextMissing(number=self.number)
        step = self._step(moved, by, at)
        version, on = (str(release.version), release.on) if release else ("", None)
        return moved, facts.TicketCompleted(*step, cause=cause, answer=answer, release=version, on=on)

    def take_back(self, reason: str, *, by: Actor, at: datetime) -> tuple[Self, facts.CompletionTakenBack]:
        moved = self._moved(Move.TAKE_BACK, by, at)
        return moved, facts.CompletionTakenBack(*self._step(moved, by, at), reason=self._words(reason))

    def confirm(self, *, by: Actor, at: datetime, proof: int | None = None) -> tuple[Self, facts.TicketConfirmed]:
        """By the customer; or by the executor, who points at the customer's confirming message (`proof`)."""
        moved = self._moved(Move.CONFIRM, by, at, closing=Closing.CONFIRMED, proof=proof)
        if by.id != self.customer_id and proof is None:
            raise ProofMissing(number=self.number)
        return moved, facts.TicketConfirmed(
            *self._step(moved, by, at), by_customer=by.id == self.customer_id, proof=proof
        )

    def disagree(self, *, by: Actor, at: datetime, explained: bool = False) -> tuple[Self, facts.CustomerDisagreed]:
        """Also after a confirmation that the executor made for the customer."""
        if self.status is Status.CLOSED and self.proof is None:
            raise MoveNotAllowed(number=self.number, move=Move.DISAGREE.value, status=self.status.value)
        moved = self._moved(Move.DISAGREE, by, at, disagreements=self.disagreements + 1)
        moved = replace(moved, unexplained_since=None if explained else at)
        step = self._step(moved, by, at)
        return moved, facts.CustomerDisagreed(*step, times=moved.disagreements, explained=explained)

    def lapse(self, *, by: Actor, at: datetime) -> tuple[Self, facts.DisagreementLapsed]:
        """The customer never said what is not solved: it is completed again, and their time begins anew."""
        if self.unexplained_since is None:
            raise MoveNotAllowed(number=self.number, move=Move.LAPSE.value, status=self.status.value)
        moved = self._moved(Move.LAPSE, by, at, cause=Cause.OTHER)
        return moved, facts.DisagreementLapsed(*self._step(moved, by, at))

    def expire(
        self, *, by: Actor, at: datetime, after: timedelta, reopen: timedelta
    ) -> tuple[Self, facts.TicketExpired]:
        """No answer for so long; the customer may reopen it for so long."""
        moved = self._moved(Move.EXPIRE, by, at, closing=Closing.AUTO)
        return moved, facts.TicketExpired(*self._step(moved, by, at), days=after.days, until=at + reopen)

    def give_up(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketGivenUp]:
        """The customer cannot be reached; for how long already, the caller knows."""
        moved = self._moved(Move.GIVE_UP, by, at, closing=Closing.UNREACHABLE)
        return moved, facts.TicketGivenUp(*self._step(moved, by, at))

    def close(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketClosedByCustomer]:
        moved = self._moved(Move.CLOSE, by, at, closing=Closing.CUSTOMER)
        return moved, facts.TicketClosedByCustomer(*self._step(moved, by, at))

    def recently_closed(self, at: datetime, within: timedelta) -> bool:
        return self.closed_at is not None and at <= self.closed_at + within

    def reopenable(self, at: datetime, within: timedelta) -> bool:
        """By its customer, who has so much time from the closing on."""
        return self.closing in REOPENABLE and self.recently_closed(at, within)

    def reopen(
        self, *, by: Actor, at: datetime, within: timedelta, present: bool, reason: str = ""
    ) -> tuple[Self, facts.TicketReopened]:
        """`present`: whether the former executor can go on with it; else it is received anew."""
        self.allow(Move.REOPEN, by)
        if self.merged_into is not None:
            raise MergedInto(number=self.number, other=self.merged_into)
        if self.closing not in REOPENABLE:
            raise NotReopenable(number=self.number)
        if Role.LEAD not in self.roles(by) and not self.reopenable(at, within):
            raise ReopenTooLate(number=self.number, days=within.days)
        by_customer = by.id == self.customer_id
        reason = reason.strip() if by_customer else self._words(reason)
        with_former = present and self.executor_id is not None
        moved = self._moved(Move.REOPEN, by, at, to=Status.IN_PROGRESS if with_former else Status.RECEIVED)
        moved = replace(moved, rating=None)  # of what was not the end
        if not with_former:
            moved = replace(moved, executor_id=None, executor_name=None, declined=())
        step = self._step(moved, by, at)
        return moved, facts.TicketReopened(*step, by_customer=by_customer, reason=reason)

    def merge(self, into: Record, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketMerged]:
        """Into another open ticket of the same customer."""
        self.allow(Move.MERGE, by)
        if into.number == self.number:
            raise SameTicket(number=self.number)
        if into.customer_id != self.customer_id:
            raise DifferentCustomers(number=self.number, other=into.number)
        if not into.open:
            raise MergeClosed(number=into.number)
        moved = self._moved(Move.MERGE, by, at, closing=Closing.MERGED, merged_into=into.number)
        return moved, facts.TicketMerged(*self._step(moved, by, at), into=into.number)

    def reject(self, reason: str, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketRejected]:
        """Not a request."""
        moved = self._moved(Move.REJECT, by, at, closing=Closing.REJECTED)
        return moved, facts.TicketRejected(*self._step(moved, by, at), reason=self._words(reason))
