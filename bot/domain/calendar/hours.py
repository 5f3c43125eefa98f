"""Hours of a day as they hang on the door, and what makes no sense there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Day = tuple[tuple[time, time], ...]
"""(opens, closes) of one day, ascending, whole minutes of local time; `time(0)` as the end is 24:00, `()` is closed."""
Week = tuple[Day, ...]
"""Seven days, Monday first."""

MIDNIGHT = time(0)
ROUND_THE_CLOCK: Week = (((MIDNIGHT, MIDNIGHT),),) * 7
WORKING_WEEK = range(5)
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class ImpossibleCalendar(ValueError):
    """No calendar can be made of these hours; the sentence says why."""


def weekly(*hours: tuple[time, time], days: Iterable[int] = WORKING_WEEK) -> Week:
    """The same hours on these weekdays (0 is Monday), the others closed."""
    chosen = frozenset(days)
    return tuple(hours if day in chosen else () for day in range(7))


def check(week: Week, zone: str, holidays: tuple[tuple[date, Day], ...]) -> None:
    """Raises ImpossibleCalendar."""
    if len(week) != len(NAMES):
        raise ImpossibleCalendar(f"a week has 7 days, not {len(week)}")
    for name, day in zip(NAMES, week, strict=True):
        _check_day(name, day)
    for date_, day in holidays:
        _check_day(date_.isoformat(), day)
    if not any(week):
        raise ImpossibleCalendar("there is no open hour in the whole week")
    if len(dict(holidays)) < len(holidays):
        raise ImpossibleCalendar("a holiday is listed twice")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ImpossibleCalendar(f"{zone!r} is not an IANA time zone") from None


def _check_day(name: str, day: Day) -> None:
    end = 0
    for opens, closes in day:
        shown = f"{opens:%H:%M}–{closes:%H:%M}"
        if any(at.second or at.microsecond or at.tzinfo for at in (opens, closes)):
            raise ImpossibleCalendar(f"{name}: {shown} must be whole minutes of local time")
        if _minute(opens) < end:
            raise ImpossibleCalendar(f"{name}: {shown} overlaps the hours before it")
        end = _minute(closes) or 24 * 60
        if end <= _minute(opens):
            raise ImpossibleCalendar(f"{name}: {shown} ends before it begins; a night is two days' hours")


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
