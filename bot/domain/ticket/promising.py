"""The solution comes with a release (moves 9 to 10a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Self

from bot.domain import facts
from bot.domain.errors import AlreadyPromised, MoveNotAllowed, ReleaseNotPlanned, UnknownChoice
from bot.domain.lifecycle import Cause, Move, Status
from bot.domain.people import Actor
from bot.domain.release import Release
from bot.domain.ticket.ending import REOPENABLE
from bot.domain.ticket.parts import Promise
from bot.domain.ticket.record import Record

PROMISED_CAUSES = (Cause.SOFTWARE_FAULT, Cause.IMPROVEMENT)
"""What a release can solve."""


class Promising(Record):
    __slots__ = ()

    def promise_release(
        self, release: Release, cause: Cause, *, today: date, by: Actor, at: datetime
    ) -> tuple[Self, facts.ReleasePromised]:
        """A release planned for the ticket's stand; in `waiting_release` it takes the place of the former one.

        `cause`, fault or improvement, is what the ticket will have been when the release is out.
        """
        before = self.promise
        version = str(release.version)
        moved = self._moved(Move.PROMISE, by, at, promise=Promise(version, release.on, at, release.id, cause))
        if before is not None and before.release == release.id:
            raise AlreadyPromised(number=self.number, version=version)
        if cause not in PROMISED_CAUSES:
            raise UnknownChoice
        if not release.promisable(today):
            raise ReleaseNotPlanned(version=version, stand=release.stand)
        moved = replace(moved, since=at, nudges=0)
        return moved, facts.ReleasePromised(
            *self._step(moved, by, at), version=version, on=release.on,
            before=before.version if before else "", cause=cause,
        )  # fmt: skip

    def postpone_release(self, on: date, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleasePromised]:
        """The promised release has another date now, whoever has changed it; the promise stays."""
        self.allow(Move.NUDGE, by)
        promise = self._promised(Move.NUDGE)
        moved = replace(self, promise=replace(promise, on=on), nudges=0)
        step = self._step(moved, by, at)
        return moved, facts.ReleasePromised(
            *step, version=promise.version, on=on, before=promise.version, cause=promise.cause
        )

    def withdraw_promise(self, *, by: Actor, at: datetime) -> tuple[Self, facts.PromiseWithdrawn]:
        moved = self._moved(Move.WITHDRAW_PROMISE, by, at)
        return moved, facts.PromiseWithdrawn(
            *self._step(moved, by, at), version=self._promised(Move.WITHDRAW_PROMISE).version
        )

    def publish(self, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleasePublished]:
        """The promised release is published on the ticket's stand."""
        moved = self._moved(Move.PUBLISH, by, at)
        promise = self._promised(Move.PUBLISH)
        moved = replace(moved, cause=promise.cause)
        return moved, facts.ReleasePublished(*self._step(moved, by, at), version=promise.version, cause=promise.cause)

    def unpublish(self, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleaseWithdrawn]:
        """The release that had completed it is withdrawn."""
        moved = self._moved(Move.WITHDRAW_RELEASE, by, at)
        return moved, facts.ReleaseWithdrawn(
            *self._step(moved, by, at), version=self._promised(Move.WITHDRAW_RELEASE).version
        )

    @property
    def solved_by_release(self) -> bool:
        """Whether the release has completed it, and it may be opened again: it stays so when the customer closes it."""
        solved = self.promise is not None and self.cause is not None
        return solved and (self.status is Status.COMPLETED or self.closing in REOPENABLE)

    def warn_of_withdrawal(self, *, by: Actor, at: datetime) -> facts.WithdrawalTold:
        """The release that had solved it is withdrawn, and it is closed: the customer may open it again."""
        if self.open or not self.solved_by_release:
            raise MoveNotAllowed(number=self.number, move=Move.WITHDRAW_RELEASE.value, status=self.status.value)
        return facts.WithdrawalTold(*self._step(self, by, at), version=self._promised(Move.WITHDRAW_RELEASE).version)

    def _promised(self, move: Move) -> Promise:
        """A ticket can be completed without any release."""
        if self.promise is None:
            raise MoveNotAllowed(number=self.number, move=move.value, status=self.status.value)
        return self.promise
