"""Until when somebody is away: a phrase typed in English or Russian → a moment ahead.

A day is meant from its beginning: away `until friday` is back on Friday. `3d` is the day three days from now, `2h` two
hours from now. A time without a day is today's, or tomorrow's when today's has passed; a weekday is the next one, never
today; a date without a year is the next one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.errors import UntilIsPast, UntilNotUnderstood
from bot.domain.period.model import midnight

FARTHEST = timedelta(days=731)
LITTLE = re.compile(r"^(?:until|till|to|on|до|по|в|к|с)\s+")
AMOUNT = re.compile(r"(\d{1,3})\s*([a-zа-я]+)")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
DATE = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4})?)?")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
UNITS = {
    "h": ("h", "hour", "hours", "ч", "час", "часа", "часов"),
    "d": ("d", "day", "days", "д", "дн", "день", "дня", "дней"),
    "w": ("w", "week", "weeks", "н", "нед", "неделю", "недели", "недель"),
}
WEEKDAYS = (
    ("mon", "monday", "пн", "понедельник", "понедельника", "понедельнику"),
    ("tue", "tuesday", "вт", "вторник", "вторника", "вторнику"),
    ("wed", "wednesday", "ср", "среда", "среды", "среду", "среде"),
    ("thu", "thursday", "чт", "четверг", "четверга", "четвергу"),
    ("fri", "friday", "пт", "пятница", "пятницы", "пятницу", "пятнице"),
    ("sat", "saturday", "сб", "суббота", "субботы", "субботу", "субботе"),
    ("sun", "sunday", "вс", "воскресенье", "воскресенья", "воскресенью"),
)
DAYS_AHEAD = {"today": 0, "сегодня": 0, "tomorrow": 1, "завтра": 1, "послезавтра": 2}


def parse_until(text: str, *, now: datetime, zone: tzinfo) -> datetime:
    """`now` is aware, `zone` is where the person's clock stands; the answer is aware, UTC, and ahead.

    Raises UntilNotUnderstood or UntilIsPast, and nothing else whatever the text.
    """
    words = LITTLE.sub("", " ".join(text.casefold().split()))
    try:
        until = _amount(words, now, zone) or _moment(words.replace(",", " ").split(), now, zone)
    except (ValueError, OverflowError):  # a 31st of June, a 25:00
        raise UntilNotUnderstood from None
    if until <= now:
        raise UntilIsPast
    if until - now > FARTHEST:
        raise UntilNotUnderstood
    return until


def _amount(words: str, now: datetime, zone: tzinfo) -> datetime | None:
    found = AMOUNT.fullmatch(words)
    if found is None:
        return None
    count = int(found[1])
    match next((unit for unit, names in UNITS.items() if found[2] in names), None):
        case "h":
            return now.astimezone(UTC) + timedelta(hours=count)
        case "d":
            return midnight(_today(now, zone) + timedelta(days=count), zone)
        case "w":
            return midnight(_today(now, zone) + timedelta(weeks=count), zone)
        case _:
            raise UntilNotUnderstood


def _moment(words: list[str], now: datetime, zone: tzinfo) -> datetime:
    """A day, a time, or a day and then a time."""
    *days, last = words or [""]
    clock = CLOCK.fullmatch(last)
    if clock is None:
        days = words
    if len(days) > 1 or not (days or clock):
        raise UntilNotUnderstood
    day = _day(days[0], _today(now, zone)) if days else None
    if clock is None:
        return midnight(day or _today(now, zone), zone)
    at = time(int(clock[1]), int(clock[2]))
    until = _at(day or _today(now, zone), at, zone)
    return until if day or until > now else _at(_today(now, zone) + timedelta(days=1), at, zone)


def _day(word: str, today: date) -> date:
    if word in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[word])
    for number, names in enumerate(WEEKDAYS):
        if word in names:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    if found := ISO.fullmatch(word):
        return date(*map(int, found.groups()))
    if found := DATE.fullmatch(word):
        day, month, year = found.groups()
        if year:
            return date(int(year), int(month), int(day))
        return _next(int(day), int(month), today)
    raise UntilNotUnderstood


def _next(day: int, month: int, today: date) -> date:
    """A 29 February may be years away, and then is none that is meant."""
    this = date(today.year, month, day)
    return this if this > today else date(today.year + 1, month, day)


def _today(now: datetime, zone: tzinfo) -> date:
    return now.astimezone(zone).date()


def _at(day: date, at: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
