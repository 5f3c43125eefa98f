"""Small forms inside the desk file: lengths of time, hours of a day, names of weekdays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta

from bot.domain.calendar import Day

LENGTH = re.compile(r"(?:(\d{1,4})d)?\s*(?:(\d{1,4})h)?\s*(?:(\d{1,5})m)?")
HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Length:
    """`2d 4h`: how long a day is depends on where it is written."""

    days: int
    rest: timedelta

    def lasting(self, day: timedelta) -> timedelta:
        return self.days * day + self.rest


def length(value: object) -> Length:
    """ValueError for what is none, and for nothing at all."""
    found = LENGTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("no length of time")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    if not (days or hours or minutes):
        raise ValueError("no time at all")
    return Length(days, timedelta(hours=hours, minutes=minutes))


def real_time(value: object) -> timedelta:
    """Time as it passes: a day has 24 hours."""
    return length(value).lasting(timedelta(days=1))


def working_hours(value: object) -> timedelta:
    """Working time without days: there is no calendar to reckon them by."""
    found = length(value)
    if found.days:
        raise ValueError("hours and minutes only")
    return found.rest


def day_hours(value: object) -> Day:
    """`9:00-13:00, 14:00-18:00`, or `closed`; ascending, 24:00 is the end of the day."""
    if not isinstance(value, str):
        raise ValueError("no hours")
    if value.strip() == CLOSED:
        return ()
    minutes = [_minutes(part) for part in value.split(",")]
    flat = [minute for pair in minutes for minute in pair]
    if flat != sorted(set(flat)) or flat[-1] > 24 * 60:
        raise ValueError("out of order")
    return tuple((_time(opens), _time(closes)) for opens, closes in minutes)


def weekdays(key: str) -> range:
    """`mon` or `mon-fri`; ValueError for anything else."""
    first, _, last = key.partition("-")
    days = range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1)
    if not days:
        raise ValueError("backwards")
    return days


def _minutes(part: str) -> tuple[int, int]:
    found = HOURS.fullmatch(part.strip())
    if found is None:
        raise ValueError("no hours")
    opens_hour, opens_minute, closes_hour, closes_minute = map(int, found.groups())
    if opens_minute > 59 or closes_minute > 59:
        raise ValueError("no such minute")
    return opens_hour * 60 + opens_minute, closes_hour * 60 + closes_minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
