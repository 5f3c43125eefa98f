"""A clock that runs and rests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """`runs` are the finished ones, (from, until), oldest first; `since` begins the present one, None at rest.

    It keeps moments, not lengths: what they are worth depends on the calendar that holds when one asks.
    """

    runs: tuple[tuple[datetime, datetime], ...] = ()
    since: datetime | None = None

    def turned(self, on: bool, at: datetime) -> Stopwatch:
        """Running or resting from then on. It never runs backwards: no moment counts twice, none is taken back."""
        if on == (self.since is not None):
            return self
        if self.since is None:
            return replace(self, since=max(at, self.runs[-1][1]) if self.runs else at)
        return Stopwatch((*self.runs, (self.since, at)) if self.since < at else self.runs)

    def spent(self, calendar: Calendar, now: datetime) -> timedelta:
        """Working time it has run until now."""
        runs = (*self.runs, (self.since, now)) if self.since else self.runs
        return sum((calendar.working_time(*run) for run in runs), timedelta(0))

    def reaches(self, calendar: Calendar, worktime: timedelta) -> datetime | None:
        """When it has run for so much working time, if it goes on as it does; None if it rests before that."""
        for start, end in self.runs:
            passed = calendar.working_time(start, end)
            if worktime <= passed:
                return calendar.add(start, worktime)
            worktime -= passed
        return calendar.add(self.since, worktime) if self.since else None


RESTING = Stopwatch()
"""It never ran."""
