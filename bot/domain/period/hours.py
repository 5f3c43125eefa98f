"""Which time of a day a word means: hours after the midnight that opens the day, 25:00 being the next day's 01:00."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.period.refusals import PeriodEndsBeforeStart, PeriodNotUnderstood
from bot.domain.period.syntax import Clock, HalfDay, Number, Part
from bot.domain.period.words import HALF_HOURS, PART_HOURS

HOUR = timedelta(hours=1)
HALF_DAY, WHOLE_DAY = 12 * HOUR, 24 * HOUR
EARLIER = 2 * HOUR  # so early "at 4 in the evening" still is evening


def hour_of(number: Number) -> Clock:
    """A number in the place of a time; a leading zero says that it is one of 24."""
    if number.value > 24:
        raise PeriodNotUnderstood
    return Clock(number.value * HOUR, either=1 <= number.value <= 12 and not number.padded, lone=not number.padded)


def in_half(clock: Clock, half: HalfDay) -> Clock:
    hour, rest = divmod(clock.since_midnight, HOUR)
    meant = HALF_HOURS[half].get(hour)
    if meant is None or clock.spoken:
        raise PeriodNotUnderstood
    return Clock(meant * HOUR + rest, spoken=True)


def part_hours(part: Part) -> tuple[timedelta, timedelta]:
    first, last = PART_HOURS[part]
    return first * HOUR, last * HOUR


def clock_hours(clock: Clock, part: Part | None) -> timedelta:
    """A time of day by itself: as written on the 24 hour clock, or as the part of the day has it."""
    if part is not None:
        return _within(clock, part)
    if clock.lone and HOUR <= clock.since_midnight <= 6 * HOUR:
        raise PeriodNotUnderstood  # "at 2": at night, or in the afternoon
    return clock.since_midnight


def pair_hours(start: Clock, end: Clock) -> tuple[timedelta, timedelta]:
    """Two times of one day. Where one of them says its half of the day, the other is the nearest: 11–1pm, 2pm–4."""
    if end.spoken and start.either:
        before = end.since_midnight - ((end.since_midnight - start.since_midnight) % HALF_DAY or HALF_DAY)
        day = WHOLE_DAY if before < timedelta() else timedelta()
        return before + day, end.since_midnight + day
    if start.spoken and end.either:
        after = (end.since_midnight - start.since_midnight) % HALF_DAY or HALF_DAY
        return start.since_midnight, start.since_midnight + after
    return over_midnight(clock_hours(start, None), clock_hours(end, None), limit=HALF_DAY)


def over_midnight(start: timedelta, end: timedelta, *, limit: timedelta) -> tuple[timedelta, timedelta]:
    """23:00–01:00 ends the next day; 16:00–14:00 would take too long for that."""
    if end >= start:
        return start, end
    if end + WHOLE_DAY - start > limit:
        raise PeriodEndsBeforeStart
    return start, end + WHOLE_DAY


def _within(clock: Clock, part: Part) -> timedelta:
    first, last = part_hours(part)
    step = HALF_DAY if clock.either else WHOLE_DAY
    candidates = [clock.since_midnight + turn * step for turn in range(-2, 4)]
    fitting = [hours for hours in candidates if first - EARLIER <= hours <= last]
    if len(fitting) != 1:
        raise PeriodNotUnderstood
    return fitting[0]
