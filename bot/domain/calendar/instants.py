"""Local times as moments, also on the two days a year when the clocks are changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar.hours import MIDNIGHT, Day

Opening = tuple[datetime, datetime]
"""From the first moment, up to and without the last; UTC."""

ONE_DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def utc(at: datetime) -> datetime:
    """ValueError for a moment without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at.astimezone(UTC)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment when a clock on the wall shows `at`.

    A time that comes twice is the first of the two; one that is skipped is the moment of the jump. So a later local
    time is never an earlier moment, and hours that touch on the wall touch in fact.
    """
    wall = datetime.combine(day, at, zone).replace(fold=0)
    first, second = wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)
    return first if first <= second else _jump(second, first, zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    return instant(day + ONE_DAY, MIDNIGHT, zone)


def openings(day: date, hours: Day, zone: ZoneInfo) -> tuple[Opening, ...]:
    """Hours that the jump of the clocks swallowed whole are left out."""
    found = (
        (instant(day, opens, zone), end_of(day, zone) if closes == MIDNIGHT else instant(day, closes, zone))
        for opens, closes in hours
    )
    return tuple((opens, closes) for opens, closes in found if opens < closes)


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """When the clocks went forward, by halving; zones change on whole seconds."""
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    old = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + SECOND * ((after - before) // SECOND // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
