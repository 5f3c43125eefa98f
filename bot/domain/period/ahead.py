"""A day to come, typed in English or Russian: in the words of the periods, and looking ahead."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.errors import DayIsPast, DayNotUnderstood
from bot.domain.period.grammar import parse
from bot.domain.period.refusals import PeriodNotUnderstood
from bot.domain.period.scanner import readings
from bot.domain.period.syntax import At, Date, Day, DaysAgo, Mark, Token, Weekday

FARTHEST = timedelta(days=5 * 366)


def parse_day_ahead(text: str, *, today: date) -> date:
    """`2026-12-01`, `1.12`, `1 декабря`, `Friday`, `завтра`; today is the first day that can be meant.

    A weekday is the next one, today never; a date without a year is the next one. Raises DayNotUnderstood or
    DayIsPast, and nothing else whatever the text.
    """
    try:
        found = [day for reading in readings(text) if (day := _day(reading, today))]
    except PeriodNotUnderstood:
        raise DayNotUnderstood from None
    if not found or found[0] - today > FARTHEST:
        raise DayNotUnderstood
    if found[0] < today:
        raise DayIsPast
    return found[0]


def _day(tokens: tuple[Token, ...], today: date) -> date | None:
    """Exactly one day, or nothing."""
    try:
        phrase = parse(tokens)
    except PeriodNotUnderstood:
        return None
    match phrase:
        case At((piece,)) if isinstance(piece, Day):
            try:
                return _ahead(piece, today)
            except (ValueError, OverflowError):  # a 31st of June, a year 0
                return None
        case _:
            return None


def _ahead(day: Day, today: date) -> date | None:
    match day:
        case DaysAgo(days):
            return today - timedelta(days=days)
        case Weekday(number, which):
            return None if which is Mark.LAST else today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        case Date(number, month, None):
            this = date(today.year, month, number)
            return this if this >= today else date(today.year + 1, month, number)
        case Date(number, month, int(year)):
            return date(year, month, number)
        case _:  # the seventh: of which month?
            return None
