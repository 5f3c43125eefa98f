"""The two moments of a range, sorted into day, part and time, and what one of them leaves to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from bot.domain.period.hours import hour_of
from bot.domain.period.refusals import PeriodNotUnderstood
from bot.domain.period.syntax import (
    Ago,
    Between,
    Calendar,
    Clock,
    Date,
    Day,
    DayOfMonth,
    Hour,
    Mark,
    Moment,
    Month,
    Part,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """A moment, sorted. `whole` stands for itself."""

    days: tuple[Day, ...] = ()
    part: Part | None = None
    written: Clock | Hour | None = None
    whole: Calendar | Month | Ago | None = None

    @property
    def hour(self) -> Hour | None:
        return self.written if isinstance(self.written, Hour) else None

    @property
    def clock(self) -> Clock | None:
        return hour_of(self.written.number) if isinstance(self.written, Hour) else self.written

    @property
    def only_hour(self) -> Hour | None:
        return None if self.days or self.part else self.hour


def sort(moment: Moment) -> Said:
    days = tuple(piece for piece in moment if isinstance(piece, Day))
    part = _at_most_one([piece for piece in moment if isinstance(piece, Part)])
    written = _at_most_one([piece for piece in moment if isinstance(piece, Clock | Hour)])
    whole = _at_most_one([piece for piece in moment if isinstance(piece, Calendar | Month | Ago)])
    if whole is not None and len(moment) > 1:
        raise PeriodNotUnderstood
    return Said(days, part, written, whole)


def sort_single(moment: Moment) -> Said:
    said = sort(moment)
    if said.hour and not said.hour.introduced:
        raise PeriodNotUnderstood  # "10": an hour, or the tenth
    return said


def sort_range(phrase: Between) -> tuple[Said, Said]:
    start, end = _with_days(sort(phrase.start), sort(phrase.end), phrase.by)
    _check_hours(start, end, phrase.by)
    _check_precision(start, end)
    return start, end


def _at_most_one(pieces: list[T]) -> T | None:
    if len(pieces) > 1:
        raise PeriodNotUnderstood
    return pieces[0] if pieces else None


def _with_days(start: Said, end: Said, by: Mark) -> tuple[Said, Said]:
    """`20–22 November`: the number by itself is a day of that month."""
    if start.only_hour and not (end.written or end.part):
        clear = by is Mark.THROUGH or (by is Mark.DASH and not start.only_hour.introduced)
        return Said((_same_month(end.days, start.only_hour, brief=clear),)), end
    if end.only_hour and not (start.written or start.part or start.whole):
        return start, Said((_same_month(start.days, end.only_hour, brief=False),))
    return start, end


def _same_month(days: tuple[Day, ...], number: Hour, *, brief: bool) -> Day:
    """`brief`: also where the other day is `22.11`, as in "20-22.11" and "с 20 по 22.11"."""
    match days:
        case (Date() as day,) if brief or not day.brief:
            return replace(day, day=number.number.value)
        case (DayOfMonth(),):
            return DayOfMonth(number.number.value)
        case _:
            raise PeriodNotUnderstood


def _check_hours(start: Said, end: Said, by: Mark) -> None:
    """A number without minutes is an hour only where it cannot be a date, or the minutes of the number before it."""
    if by is Mark.THROUGH and (start.hour or end.hour):
        raise PeriodNotUnderstood  # "с 20 по 22"
    if start.days and end.days and any(hour and not hour.introduced for hour in (start.hour, end.hour)):
        raise PeriodNotUnderstood
    if not start.hour:
        return
    if start.only_hour and end.clock and end.clock.brief:
        raise PeriodNotUnderstood  # "с 20 до 22.11"
    spoken = end.clock is not None and end.clock.spoken
    sure = start.hour.introduced or spoken or start.days or start.part or end.days
    minutes = by is Mark.DASH and end.hour and (start.hour.introduced or end.hour.number.padded)  # "в 10-15", "20-05"
    before = by is Mark.UNTIL and not start.hour.introduced and not spoken  # "10 to 11" is also 10:50
    if not sure or minutes or before:
        raise PeriodNotUnderstood


def _check_precision(start: Said, end: Said) -> None:
    """From a time to a time; where the start is wider, the end must not need its day."""
    if start.written and not end.written:
        raise PeriodNotUnderstood  # "с 14:00 до вечера", "с 9.00 до 10.05"
    if start.whole or end.whole:
        if start.written or end.written:
            raise PeriodNotUnderstood
        return
    if not end.days and not (start.written or start.part):
        raise PeriodNotUnderstood  # "с пятницы до 10:00"
    if not start.days and not (end.written or end.part):
        raise PeriodNotUnderstood  # "с утра до вчера"
