"""What is due when: the clocks of a ticket against what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.calendar import Calendar
from bot.domain.lifecycle import Status
from bot.domain.sla.clocks import Clocks, Expected, Goal
from bot.domain.sla.terms import Level


@dataclass(frozen=True, slots=True)
class Due:
    """One running clock: when it is warned of, and when its target is used up (UTC)."""

    goal: Goal
    warn_at: datetime
    due_at: datetime
    calendar: Calendar

    def left(self, now: datetime) -> timedelta:
        """Working time until it is due; zero afterwards."""
        return self.calendar.working_time(now, self.due_at)

    def warned(self, now: datetime) -> bool:
        return now >= self.warn_at

    def breached(self, now: datetime) -> bool:
        return now >= self.due_at


def due(clocks: Clocks, goal: Goal, level: Level) -> Due | None:
    """None while the clock rests, and where there is no target: then no text may promise a time.

    While a ticket waits for its release, the promised moment is the target of its resolution.
    """
    if goal is Goal.RESOLUTION and clocks.status is Status.WAITING_RELEASE:
        return _of_promise(clocks.promise, level) if clocks.promise else None
    watch, target = clocks.watch(goal), level.targets.of(goal)
    if watch.since is None or target is None:
        return None
    warn_at = watch.reaches(level.calendar, target * level.warning)
    due_at = watch.reaches(level.calendar, target)
    return Due(goal, warn_at, due_at, level.calendar) if warn_at and due_at else None


def running(clocks: Clocks, level: Level) -> tuple[Due, ...]:
    """All that is due, the earliest first."""
    found = (due(clocks, goal, level) for goal in Goal)
    return tuple(sorted((one for one in found if one), key=lambda one: one.due_at))


def next_due(clocks: Clocks, level: Level) -> Due | None:
    """The earliest of them: the place of the ticket in the queue."""
    return next(iter(running(clocks, level)), None)


def _of_promise(promise: Expected, level: Level) -> Due:
    """Warned of after the same part of the working time between word and date."""
    given = level.calendar.working_time(promise.made_at, promise.due_at)
    warn_at = level.calendar.add(promise.made_at, given * level.warning)
    return Due(Goal.RESOLUTION, min(warn_at, promise.due_at), promise.due_at, level.calendar)
