"""The service level is nearly used up, or missed: of each due moment it is told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Self

from bot.domain import facts
from bot.domain.people import Actor
from bot.domain.sla import Goal
from bot.domain.ticket.parts import Alarmed
from bot.domain.ticket.record import Record


class Keeping(Record):
    """No moves: they change nothing but what was told."""

    __slots__ = ()

    def warn(self, goal: Goal, due_at: datetime, *, by: Actor, at: datetime) -> tuple[Self, facts.LevelWarned]:
        warned = replace(self, alarmed=(*self.alarmed, Alarmed(goal, due_at)))
        return warned, facts.LevelWarned(*self._step(warned, by, at), goal=goal.value, due_at=due_at)

    def breach(self, goal: Goal, due_at: datetime, *, by: Actor, at: datetime) -> tuple[Self, facts.LevelBreached]:
        """Nobody is warned of it any more."""
        missed = replace(self, alarmed=(*self.alarmed, Alarmed(goal, due_at, breached=True)))
        return missed, facts.LevelBreached(*self._step(missed, by, at), goal=goal.value, due_at=due_at)
