"""A phrase, the present and a zone → the period.

What is decided here, and shown back to the person before it counts:

- A moment is as long as its name: `yesterday` is the whole day, `this morning` 05:00–12:00, `14:05` start and end
  alike. *From A to B* is from the start of A to the end of B, so `Friday to Sunday` has all of Sunday.
- The end of a named stretch is cut at now (`today`); an end given as a time of day is not, and is refused if ahead.
- A start without an end (`since Friday`, `вчера с 14:00`) is still happening.
- A time without a day is today's, or yesterday's where today's is still ahead.
- A weekday is the last such day, today included. A date without a year is this year's, or last year's where this
  year's is still ahead and last year's less than half a year ago.
- `11/21` and `21/11` are the same day, `05/06` is refused. `21.11` is a date where the whole phrase can be read so; if
  it can also be a time, and the date is more than a month ago, it is refused.
- 2 is no time (night or afternoon?), 2:00 is; 7 to 12 are taken as written.
- In an hour that the clocks repeat, a start is the first one and an end the second one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.domain.errors import Refusal
from bot.domain.period.days import calendar_days, date_of
from bot.domain.period.grammar import parse
from bot.domain.period.hours import HALF_DAY, WHOLE_DAY, clock_hours, over_midnight, pair_hours, part_hours
from bot.domain.period.model import Period
from bot.domain.period.moments import Said, sort_range, sort_single
from bot.domain.period.present import Present
from bot.domain.period.refusals import PeriodEndsBeforeStart, PeriodInFuture, PeriodNotUnderstood
from bot.domain.period.scanner import readings
from bot.domain.period.syntax import (
    Ago,
    At,
    Between,
    Calendar,
    Clock,
    Lasting,
    Month,
    NotKnown,
    Part,
    Phrase,
    Recently,
    Since,
    StillHappening,
    Token,
)

MIDNIGHT = timedelta()
RECENT = timedelta(days=31)
Hours = tuple[timedelta, timedelta, timedelta]  # of a Span


@dataclass(frozen=True, slots=True)
class Span:
    """`opens`: where the stretch that was named last begins; equals `end` where the end was named itself."""

    start: datetime
    opens: datetime
    end: datetime


def parse_period(text: str, *, now: datetime, zone: tzinfo) -> Period:
    """Read a phrase typed in English or Russian; `now` is aware, `zone` is where the person's clock stands.

    Raises PeriodNotUnderstood, PeriodEndsBeforeStart or PeriodInFuture, and nothing else whatever the text.
    """
    present = Present(now.astimezone(UTC), zone)
    outcomes = [outcome for reading in readings(text) if (outcome := _outcome(reading, present))]
    match outcomes:
        case [Period() as first, *others]:
            old = first.start is not None and present.now - first.start > RECENT
            if old and any(isinstance(other, Period) and other != first for other in others):
                raise PeriodNotUnderstood
            return first
        case [Refusal() as refusal, *_]:
            raise refusal
        case _:
            raise PeriodNotUnderstood


def _outcome(reading: tuple[Token, ...], present: Present) -> Period | Refusal | None:
    try:
        return _period(parse(reading), present)
    except PeriodNotUnderstood:
        return None
    except (PeriodInFuture, PeriodEndsBeforeStart) as refusal:
        return refusal


def _period(phrase: Phrase, present: Present) -> Period:
    match phrase:
        case NotKnown():
            return Period()
        case StillHappening():
            return Period(ongoing=True)
        case Recently(amount):
            return Period(present.before(amount), present.now)
        case Lasting(amount):
            return Period(present.before(amount), ongoing=True)
        case At(moment):
            return _closed(_one(sort_single(moment), present), present)
        case Since(moment):
            return Period(_closed(_one(sort_single(moment), present), present).start, ongoing=True)
        case Between():
            return _closed(_both(*sort_range(phrase), present), present)


def _closed(span: Span, present: Present) -> Period:
    end = span.end if span.opens == span.end else min(span.end, max(present.now, span.opens))
    if present.ahead(span.start) or present.ahead(end):
        raise PeriodInFuture
    if span.start > span.opens:
        raise PeriodEndsBeforeStart
    return Period(span.start, end)


def _one(said: Said, present: Present) -> Span:
    if said.whole is not None:
        return _whole(said.whole, present)
    day = date_of(said.days, present.today)
    return _laid(day, _hours(said, day, present), present)


def _whole(named: Calendar | Month | Ago, present: Present) -> Span:
    if isinstance(named, Ago):
        at = present.before(named.amount)
        return Span(at, at, at)
    first, after = (present.first(day, MIDNIGHT) for day in calendar_days(named, present.today))
    return Span(first, first, after)


def _both(start: Said, end: Said, present: Present) -> Span:
    if start.whole or end.whole or (start.days and end.days):
        return _apart(start, end, present)
    day = date_of(start.days or end.days, present.today)
    hours = _pair(start, end, day, present) if start.clock and end.clock else _parts(start, end, day, present)
    if end.days and not end.part and hours[2] > WHOLE_DAY:
        raise PeriodNotUnderstood  # "23:00–01:00 yesterday": is the start or the end yesterday's?
    return _laid(day, hours, present)


def _apart(start: Said, end: Said, present: Present) -> Span:
    """Each with a day of its own; a weekday at the start is the last one before the end."""
    until = _one(end, present)
    if start.whole is not None:
        return Span(_whole(start.whole, present).start, until.opens, until.end)
    day = date_of(start.days, present.today, date_of(end.days, present.today))
    since = _laid(day, _hours(start, day, present), present)
    return Span(since.start, until.opens, until.end)


def _hours(said: Said, day: date | None, present: Present) -> Hours:
    part = _part(said.part, day, present)
    if said.clock:
        at = clock_hours(_definite(said.clock, day), part)
        return at, at, at
    first, last = part_hours(part) if part else (MIDNIGHT, WHOLE_DAY)
    return first, first, last


def _pair(start: Said, end: Said, day: date | None, present: Present) -> Hours:
    """Two times of one day; a part of the day said with one of them holds for both."""
    if start.clock is None or end.clock is None:
        raise PeriodNotUnderstood
    parts = [_part(part, day, present) for part in (start.part or end.part, end.part or start.part)]
    opening = _definite(start.clock, day)
    if not any(parts):
        first, last = pair_hours(opening, end.clock)
    else:
        first, last = clock_hours(opening, parts[0]), clock_hours(end.clock, parts[1])
        first, last = over_midnight(first, last, limit=HALF_DAY)
    return first, last, last


def _parts(start: Said, end: Said, day: date | None, present: Present) -> Hours:
    """From a part of the day to another, or to a time; "from the evening to 10:00" ends the next day."""
    first, _, _ = _hours(start, day, present)
    _, opens, last = _hours(end, day, present)
    _, over = over_midnight(first, last, limit=WHOLE_DAY)
    return first, opens + (over - last), over


def _laid(day: date | None, hours: Hours, present: Present) -> Span:
    """Hours upon a day; the end of a time is the second one where the clocks show it twice."""
    first, opens, last = hours
    day = day or present.anchor(first)
    end = present.last(day, last) if opens == last else present.first(day, last)
    return Span(present.first(day, first), end if opens == last else present.first(day, opens), end)


def _definite(clock: Clock, day: date | None) -> Clock:
    if clock.midnight and day:
        raise PeriodNotUnderstood  # "yesterday at midnight": the one before or the one after?
    return clock


def _part(part: Part | None, day: date | None, present: Present) -> Part | None:
    if part is Part.DAY_NIGHT and day is None:
        return Part.NIGHT
    if part is Part.NIGHT and day not in (None, present.today):
        raise PeriodNotUnderstood  # "вчера ночью": the one before or the one after?
    return part
