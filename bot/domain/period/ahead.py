"""A day or a moment to come, typed in English or Russian: in the words of the periods, and looking ahead.

A weekday is the next one, today never; a date without a year is the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.domain.errors import DayIsPast, DayNotUnderstood
from bot.domain.period.grammar import parse, parse_amount
from bot.domain.period.hours import clock_hours
from bot.domain.period.moments import sort_single
from bot.domain.period.present import Present
from bot.domain.period.refusals import PeriodNotUnderstood
from bot.domain.period.scanner import readings
from bot.domain.period.syntax import At, Clock, Date, Day, DaysAgo, Mark, Token, Weekday

T = TypeVar("T", date, datetime)
FARTHEST = timedelta(days=5 * 366)
DAY, MIDNIGHT = timedelta(days=1), timedelta()


def parse_day_ahead(text: str, *, today: date) -> date:
    """`2026-12-01`, `1.12`, `1 декабря`, `Friday`, `завтра`; today is the first day that can be meant.

    Raises DayNotUnderstood or DayIsPast, and nothing else whatever the text.
    """
    found = _first(text, lambda tokens: _day(tokens, today))
    if found is None or found - today > FARTHEST:
        raise DayNotUnderstood
    if found < today:
        raise DayIsPast
    return found


def moment_ahead(text: str, present: Present) -> datetime | None:
    """`Friday`, `1.12. 14:00`, `17:00`, `3d`, `2 часа`, in UTC; perhaps one that has passed. None: not understood.

    A day is meant from its beginning, also the one so many days from now. A time without a day is today's, or
    tomorrow's when today's has passed.
    """
    return _first(text, lambda tokens: _moment(tokens, present))


def _first(text: str, meaning: Callable[[tuple[Token, ...]], T]) -> T | None:
    """Of the readings, the first one that means something."""
    with suppress(PeriodNotUnderstood):
        for tokens in readings(text):
            with suppress(PeriodNotUnderstood, ValueError, OverflowError):  # a 31st of June, a year 0
                return meaning(tokens)
    return None


def _day(tokens: tuple[Token, ...], today: date) -> date:
    day, clock = _said(tokens)
    if day is None or clock is not None:
        raise PeriodNotUnderstood
    return _ahead(day, today, today)


def _moment(tokens: tuple[Token, ...], present: Present) -> datetime:
    today = present.today
    amount = parse_amount(tokens)
    if amount is not None:
        return present.first(today + amount.days * DAY, MIDNIGHT) if amount.days else present.now + amount.exact
    day, clock = _said(tokens)
    hours = MIDNIGHT if clock is None else clock_hours(clock, None)
    first = today if present.first(today, hours) > present.now else today + DAY
    return present.first(first if day is None else _ahead(day, today, first), hours)


def _said(tokens: tuple[Token, ...]) -> tuple[Day | None, Clock | None]:
    """A day, a time, or both, and nothing else."""
    phrase = parse(tokens)
    if not isinstance(phrase, At):
        raise PeriodNotUnderstood
    said = sort_single(phrase.moment)
    if said.part or said.whole or len(said.days) > 1:
        raise PeriodNotUnderstood
    return (said.days[0] if said.days else None), said.clock


def _ahead(day: Day, today: date, first: date) -> date:
    """`first`: the first day that a date without a year can mean."""
    match day:
        case DaysAgo(days):
            return today - days * DAY
        case Weekday(number, which) if which is not Mark.LAST:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        case Date(number, month, None):
            this = date(today.year, month, number)
            return this if this >= first else date(today.year + 1, month, number)
        case Date(number, month, int(year)):
            return date(year, month, number)
        case _:  # the seventh: of which month?
            raise PeriodNotUnderstood
