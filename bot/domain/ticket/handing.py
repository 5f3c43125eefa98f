"""Another service looks into it, while the executor stays the customer's contact (moves 7 to 8c)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Self

from bot.domain import facts
from bot.domain.errors import AlreadyAssignee, AlreadyTaken, SameService, VariantsCount
from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.ticket.asking import MOST_VARIANTS
from bot.domain.ticket.parts import Transfer, Verdict
from bot.domain.ticket.record import Record


class Handing(Record):
    __slots__ = ()

    @property
    def with_service(self) -> str:
        """The service that it is with now."""
        return self.transfer.service if self.transfer else self.service

    @property
    def guest_chat(self) -> int | None:
        """The staff group of the service that it is with, if that is not its own."""
        there = self.transfer.chat_id if self.transfer else self.chat_id
        return None if there == self.chat_id else there

    def may_go_to(self, service: str) -> bool:
        """It is neither with that service nor of it."""
        return service not in (self.with_service, self.service)

    def hand_over(
        self, service: str, chat_id: int, note: str, *, by: Actor, at: datetime
    ) -> tuple[Self, facts.TicketTransferred]:
        """To another service, whose staff group is `chat_id`; the note is for them."""
        self.allow(Move.TRANSFER, by)
        if not self.may_go_to(service):
            raise SameService(number=self.number)
        note = self._words(note)
        moved = self._moved(Move.TRANSFER, by, at, transfer=Transfer(service, chat_id, note, at))
        moved = replace(moved, since=at, nudges=0)
        step = self._step(moved, by, at)
        return moved, facts.TicketTransferred(*step, service=service, before=self.with_service, note=note)

    def pick_up(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TransferPickedUp]:
        self.allow(Move.PICK_UP, by)
        transfer = self._there()
        if transfer.assignee_name is not None:
            second = AlreadyAssignee if by.id == transfer.assignee_id else AlreadyTaken
            raise second(number=self.number, name=transfer.assignee_name)
        picked = replace(transfer, assignee_id=by.id, assignee_name=by.name)
        moved = self._moved(Move.PICK_UP, by, at, transfer=picked)
        return moved, facts.TransferPickedUp(*self._step(moved, by, at), service=transfer.service)

    def left_there(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TransferLeft]:
        """Who had picked it up is gone: somebody else of the service is to do so, in the time that there is for it."""
        before = self._there()
        left = replace(before, assignee_id=None, assignee_name=None, since=at)
        moved = replace(self._moved(Move.REASSIGN, by, at, transfer=left), nudges=0)
        name = before.assignee_name or ""
        return moved, facts.TransferLeft(*self._step(moved, by, at), service=before.service, name=name)

    def give_verdict(
        self, part: str, resolution: str, variants: Sequence[str] = (), *, by: Actor, at: datetime
    ) -> tuple[Self, facts.VerdictGiven]:
        """Which part failed, how it can be resolved; up to 6 ways for the customer to choose from."""
        self.allow(Move.GIVE_VERDICT, by)
        offered = tuple(" ".join(variant.split()) for variant in variants)
        if len(offered) > MOST_VARIANTS or not all(offered):
            raise VariantsCount(limit=MOST_VARIANTS)
        verdict = Verdict(self._there().service, self._words(part), self._words(resolution), offered)
        moved = self._moved(Move.GIVE_VERDICT, by, at, verdict=verdict)
        return moved, facts.VerdictGiven(
            *self._step(moved, by, at),
            service=verdict.service, part=verdict.part, resolution=verdict.resolution, variants=offered,
        )  # fmt: skip

    def hand_back(self, reason: str, *, by: Actor, at: datetime) -> tuple[Self, facts.TransferDeclined]:
        """The other service declines it."""
        moved = self._moved(Move.HAND_BACK, by, at)
        why = self._words(reason)
        return moved, facts.TransferDeclined(*self._step(moved, by, at), service=self._there().service, reason=why)

    def recall(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TransferRecalled]:
        moved = self._moved(Move.RECALL, by, at)
        return moved, facts.TransferRecalled(*self._step(moved, by, at), service=self._there().service)

    def _there(self) -> Transfer:
        assert self.transfer is not None, "a transferred ticket knows where it is"  # noqa: S101 (an invariant)
        return self.transfer
