"""The calendar: open hours, week after week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import chain, count, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.calendar import hours
from bot.domain.calendar.instants import ONE_DAY, Opening, end_of, instant, openings, utc

ZERO = timedelta(0)
NOON = time(12)


class OpenWeek(NamedTuple):
    """One week as it really was; `total` is its open time."""

    days: tuple[tuple[Opening, ...], ...]
    openings: tuple[Opening, ...]
    total: timedelta

    def before(self, at: datetime) -> timedelta:
        """Open time of this week until then."""
        return sum((min(at, closes) - opens for opens, closes in self.openings if opens < at), ZERO)

    def reaches(self, worktime: timedelta) -> datetime:
        """The first moment with so much open time of this week behind it; above zero, and `total` at most."""
        for opens, closes in self.openings:
            if worktime <= closes - opens:
                return opens + worktime
            worktime -= closes - opens
        raise ValueError("more than the week has")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekly hours in an IANA zone; `holidays` are dates with hours of their own, `()` where all is closed.

    Hours may be longer there than on the weekday: a working Saturday is a holiday of that kind. Raises
    ImpossibleCalendar for hours that overlap or never come. Good for the years 2 to 9998.
    """

    week: hours.Week
    zone: str = "UTC"
    holidays: tuple[tuple[date, hours.Day], ...] = ()
    _weeks: dict[int, OpenWeek] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        hours.check(self.week, self.zone, self.holidays)

    @property
    def time_zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def open_at(self, at: datetime) -> bool:
        """The closing moment itself is closed."""
        return self.next_open(at) == utc(at)

    def next_open(self, at: datetime) -> datetime:
        """The first open moment from `at` on: `at` itself while open."""
        at = utc(at)
        coming = chain.from_iterable(week.openings for week in self._weeks_from(at))
        return next(max(at, opens) for opens, closes in coming if at < closes)

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Open time between two moments, as it really passed; zero when they stand the other way round."""
        start, end = utc(start), utc(end)
        if end <= start:
            return ZERO
        first, last = self._number(start), self._number(end)
        whole = sum((self._week(number).total for number in range(first, last)), ZERO)
        return whole + self._week(last).before(end) - self._week(first).before(start)

    def add(self, start: datetime, worktime: timedelta) -> datetime:
        """The first moment at which so much open time has passed since `start`: at the latest, a closing moment.

        Nothing added is `start` itself, also when closed. ValueError for less than nothing.
        """
        start = utc(start)
        if worktime < ZERO:
            raise ValueError("working time does not run backwards")
        if not worktime:
            return start
        worktime += self._week(self._number(start)).before(start)
        for week in self._weeks_from(start):
            if worktime <= week.total:
                return week.reaches(worktime)
            worktime -= week.total
        raise OverflowError("the calendar has an end")

    def working_days_later(self, start: datetime, days: int) -> datetime:
        """The same local time on the n-th working day after that of `start` (n from 1), brought into its hours.

        Before it opens and in a break this is the next opening, after it closed the closing moment.
        """
        if days < 1:
            raise ValueError("working days are counted from 1")
        local = utc(start).astimezone(self.time_zone)
        day, openings_ = next(islice(self._working_days(local.date() + ONE_DAY), days - 1, None))
        wanted = instant(day, local.time(), self.time_zone)
        return next((max(wanted, opens) for opens, closes in openings_ if wanted < closes), openings_[-1][1])

    def noon_of_next_working_day(self, at: datetime) -> datetime:
        """12:00 local of the first working day that opens after `at`, be noon among its hours or not."""
        at = utc(at)
        today = at.astimezone(self.time_zone).date()
        day = next(day for day, openings_ in self._working_days(today) if at < openings_[0][0])
        return instant(day, NOON, self.time_zone)

    def end_of(self, day: date) -> datetime:
        """Midnight after it: when a date has passed."""
        return end_of(day, self.time_zone)

    def _working_days(self, day: date) -> Iterator[tuple[date, tuple[Opening, ...]]]:
        """From `day` on, each with its hours."""
        for ordinal in count(day.toordinal()):
            number, weekday = divmod(ordinal - 1, 7)
            if found := self._week(number).days[weekday]:
                yield date.fromordinal(ordinal), found

    def _weeks_from(self, at: datetime) -> Iterator[OpenWeek]:
        return map(self._week, count(self._number(at)))

    def _number(self, at: datetime) -> int:
        """Of the week around `at`. No zone since 1975 put its clocks back from a Monday into the Sunday before."""
        return (at.astimezone(self.time_zone).toordinal() - 1) // 7

    def _week(self, number: int) -> OpenWeek:
        """Reckoned once: the same few weeks are asked for again and again."""
        if number not in self._weeks:
            self._weeks[number] = self._reckoned(number)
        return self._weeks[number]

    def _reckoned(self, number: int) -> OpenWeek:
        zone, special = self.time_zone, dict(self.holidays)
        dates = [date.fromordinal(number * 7 + weekday) for weekday in range(1, 8)]
        days = tuple(openings(day, special.get(day, usual), zone) for day, usual in zip(dates, self.week, strict=True))
        flat = tuple(chain.from_iterable(days))
        return OpenWeek(days, flat, sum((closes - opens for opens, closes in flat), ZERO))


ALWAYS = Calendar(hours.ROUND_THE_CLOCK)
"""Open day and night: where no calendar is agreed."""
