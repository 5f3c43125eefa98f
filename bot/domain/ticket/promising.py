"""The solution comes with a release (moves 9 to 10a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Self

from bot.domain import facts
from bot.domain.errors import MoveNotAllowed
from bot.domain.lifecycle import Cause, Move
from bot.domain.people import Actor
from bot.domain.ticket.parts import Promise
from bot.domain.ticket.record import Record


class Promising(Record):
    __slots__ = ()

    def promise_release(self, version: str, on: date, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleasePromised]:
        """A version and its date on the ticket's stand; in `waiting_release` it changes the promise."""
        moved = self._moved(Move.PROMISE, by, at, promise=Promise(version, on, at))
        moved = replace(moved, since=at, nudges=0)
        before = self.promise.version if self.promise else ""
        return moved, facts.ReleasePromised(*self._step(moved, by, at), version=version, on=on, before=before)

    def postpone_release(self, on: date, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleasePromised]:
        """The promised release has another date now, whoever has changed it; the promise stays."""
        self.allow(Move.NUDGE, by)
        promise = self._promised(Move.NUDGE)
        moved = replace(self, promise=replace(promise, on=on), nudges=0)
        step = self._step(moved, by, at)
        return moved, facts.ReleasePromised(*step, version=promise.version, on=on, before=promise.version)

    def withdraw_promise(self, *, by: Actor, at: datetime) -> tuple[Self, facts.PromiseWithdrawn]:
        moved = self._moved(Move.WITHDRAW_PROMISE, by, at)
        return moved, facts.PromiseWithdrawn(
            *self._step(moved, by, at), version=self._promised(Move.WITHDRAW_PROMISE).version
        )

    def publish(self, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleasePublished]:
        """The promised release is published on the ticket's stand."""
        moved = self._moved(Move.PUBLISH, by, at, cause=Cause.IMPROVEMENT)
        promise = self._promised(Move.PUBLISH)
        return moved, facts.ReleasePublished(*self._step(moved, by, at), version=promise.version)

    def unpublish(self, *, by: Actor, at: datetime) -> tuple[Self, facts.ReleaseWithdrawn]:
        """The release that had completed it is withdrawn."""
        moved = self._moved(Move.WITHDRAW_RELEASE, by, at)
        return moved, facts.ReleaseWithdrawn(
            *self._step(moved, by, at), version=self._promised(Move.WITHDRAW_RELEASE).version
        )

    def _promised(self, move: Move) -> Promise:
        """A ticket can be completed without any release."""
        if self.promise is None:
            raise MoveNotAllowed(number=self.number, move=move.value, status=self.status.value)
        return self.promise
