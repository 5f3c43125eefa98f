"""Who works on a ticket: assigned, taken, declined, given away, corrected, nudged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Self

from bot.domain import facts
from bot.domain.errors import AlreadyAssignee, AlreadyTaken, StaffOnly
from bot.domain.lifecycle import Move, Role, Status
from bot.domain.people import Actor, Person, Standing
from bot.domain.ticket.record import Field, Kind, Record


class Working(Record):
    __slots__ = ()

    def assign(self, to: Person, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketAssigned]:
        by_lead = by.standing is not Standing.DESK
        moved = self._moved(Move.ASSIGN, by, at, executor_id=to.id, executor_name=to.name, by_lead=by_lead)
        return moved, facts.TicketAssigned(*self._step(moved, by, at), to_id=to.id, to_name=to.name, by_lead=by_lead)

    def take(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketTaken]:
        if self.open and self.executor_name is not None and self.status is not Status.ASSIGNED:
            if Role.MEMBER not in self.roles(by):
                raise StaffOnly
            second = AlreadyAssignee if by.id == self.executor_id else AlreadyTaken
            raise second(number=self.number, name=self.executor_name)
        taken = self._moved(Move.TAKE, by, at, executor_id=by.id, executor_name=by.name)
        return taken, facts.TicketTaken(*self._step(taken, by, at))

    def with_another(self, actor: Actor) -> bool:
        """Whether somebody else was given it, and has not taken it yet."""
        return self.status is Status.ASSIGNED and self.executor_id != actor.id

    def decline(
        self, reason: str, *, by: Actor, at: datetime, team: Iterable[int] = ()
    ) -> tuple[Self, facts.TicketDeclined]:
        """The assignee is not eligible for it again; a reason is welcome and not owed. `team`: who may be, by their
        ids; when nobody is left of them, the leads are told.
        """
        moved, nobody = self._given_back(Move.DECLINE, by, at, team)
        return moved, facts.TicketDeclined(*self._step(moved, by, at), reason=reason.strip(), nobody_left=nobody)

    def miss(self, *, by: Actor, at: datetime, team: Iterable[int] = ()) -> tuple[Self, facts.TakeMissed]:
        """Nobody took it in time; the assignee is not eligible for it again. `team` as for `decline`."""
        moved, nobody = self._given_back(Move.MISS, by, at, team)
        whom, name = self.executor_id or 0, self.executor_name or ""
        return moved, facts.TakeMissed(*self._step(moved, by, at), person_id=whom, person_name=name, nobody_left=nobody)

    def reassign(self, to: Person, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketReassigned]:
        moved = self._moved(
            Move.REASSIGN, by, at, executor_id=to.id, executor_name=to.name,
            by_lead=by.standing is not Standing.DESK, unexplained_since=self.unexplained_since,
        )  # fmt: skip
        if moved.status is Status.ASSIGNED:
            moved = replace(moved, since=at)
        if to.id == self.executor_id:
            raise AlreadyAssignee(number=self.number, name=to.name)
        before = self.executor_name or ""
        return moved, facts.TicketReassigned(*self._step(moved, by, at), to_id=to.id, to_name=to.name, before=before)

    def correct(self, field: Field, value: str, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketCorrected]:
        self.allow(Move.CORRECT, by)
        before = getattr(self, field.value) or ""
        typed: Any = Kind(value) if field is Field.KIND else value
        corrected = replace(self, **{field.value: typed})
        return corrected, facts.TicketCorrected(
            *self._step(corrected, by, at), field=field.value, before=str(before), after=value
        )

    def nudge(self, *, by: Actor, at: datetime) -> tuple[Self, facts.TicketNudged]:
        """Too long without a reply, a pick-up, a release: first the assignee hears of it, then the leads."""
        self.allow(Move.NUDGE, by)
        nudged = replace(self, nudges=self.nudges + 1)
        return nudged, facts.TicketNudged(*self._step(nudged, by, at), times=nudged.nudges)

    def _given_back(self, move: Move, by: Actor, at: datetime, team: Iterable[int]) -> tuple[Self, bool]:
        """And whether nobody is left: the leads are told then, which counts as once."""
        declined = (*self.declined, self.executor_id) if self.executor_id is not None else self.declined
        nobody = set(team) <= set(declined)
        moved = self._moved(
            move, by, at, executor_id=None, executor_name=None, by_lead=False, declined=declined, nudges=int(nobody)
        )
        return moved, nobody
