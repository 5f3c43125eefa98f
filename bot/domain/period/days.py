"""Which day a word means, as seen from today. A day already named (`upto`) is the latest it can be."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.period.refusals import PeriodInFuture, PeriodNotUnderstood
from bot.domain.period.syntax import Calendar, Date, Day, DayOfMonth, DaysAgo, Mark, Month, Stretch, Weekday

OLDEST_YEAR = 2000
HALF_YEAR = timedelta(days=183)
WEEK = timedelta(days=7)


def date_of(days: tuple[Day, ...], today: date, upto: date | None = None) -> date | None:
    """The one date that all of them name ("Friday, 20 November"); none if nothing is named."""
    dates = {_date(day, today, upto or today) for day in days}
    if len(dates) > 1:
        raise PeriodNotUnderstood
    return dates.pop() if dates else None


def calendar_days(named: Calendar | Month, today: date) -> tuple[date, date]:
    """The first day, and the first one after it."""
    if isinstance(named, Month):
        return _month(_recent(1, named.number, today))
    monday = today - timedelta(days=today.weekday())
    match named.stretch:
        case Stretch.WEEK:
            return monday - named.back * WEEK, monday - named.back * WEEK + WEEK
        case Stretch.WEEKEND:
            saturday = monday - timedelta(days=2) if named.back else today - timedelta(days=(today.weekday() - 5) % 7)
            return saturday, saturday + timedelta(days=2)
        case Stretch.MONTH:
            this = today.replace(day=1)
            return _month(this - timedelta(days=1) if named.back else this)


def _date(day: Day, today: date, upto: date) -> date:
    match day:
        case DaysAgo(days):
            return today - timedelta(days=days)
        case Weekday(number, which):
            return _weekday(number, which, today, upto)
        case Date(number, month, None):
            return _recent(number, month, upto)
        case Date(number, month, year):
            return _valid(number, month, _past(year, today))
        case DayOfMonth(number):
            return _day_of_month(number, upto)


def _weekday(number: int, which: Mark | None, today: date, upto: date) -> date:
    """Last Friday, said on a Saturday, is yesterday to some and eight days ago to others: refused."""
    monday = today - timedelta(days=today.weekday())
    if which is Mark.THIS:
        return monday + timedelta(days=number)
    if which is None:
        return upto - timedelta(days=(upto.weekday() - number) % 7)
    latest = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    if latest != monday - WEEK + timedelta(days=number):
        raise PeriodNotUnderstood
    return latest


def _recent(day: int, month: int, upto: date) -> date:
    """Without a year: this one, or the last one where that is less than half a year ago."""
    this, last = _valid_or_none(day, month, upto.year), _valid_or_none(day, month, upto.year - 1)
    if last and upto - last <= HALF_YEAR and (this is None or this > upto):
        return last
    if this is None:
        raise PeriodNotUnderstood
    return this


def _day_of_month(day: int, upto: date) -> date:
    """The last such day; a month that is too short is passed over."""
    month = upto
    for _ in range(3):
        found = _valid_or_none(day, month.month, month.year)
        if found and found <= upto:
            return found
        month = month.replace(day=1) - timedelta(days=1)
    raise PeriodNotUnderstood


def _past(year: int | None, today: date) -> int:
    if year is None or year < OLDEST_YEAR:
        raise PeriodNotUnderstood
    if year > today.year + 1:
        raise PeriodInFuture
    return year


def _valid(day: int, month: int, year: int) -> date:
    found = _valid_or_none(day, month, year)
    if found is None:
        raise PeriodNotUnderstood
    return found


def _valid_or_none(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)
