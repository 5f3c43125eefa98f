"""Tokens → a phrase.

    phrase   = unknown | [still] body [still]
    body     = for amount | recent amount | [moment] [since | between] moment [until moment]
    moment   = {[at] (amount ago | day | calendar | clock | part)}
    day      = date | number month | weekday | today…
    clock    = 14:00 | number [o'clock] [half of the day]
    amount   = [number] unit [number unit]

What is left over at the end makes the whole phrase not understood.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.period.cursor import Cursor
from bot.domain.period.hours import HOUR, hour_of, in_half
from bot.domain.period.refusals import PeriodNotUnderstood
from bot.domain.period.syntax import (
    Ago,
    Amount,
    At,
    Between,
    Calendar,
    Clock,
    Date,
    Day,
    DayOfMonth,
    DaysAgo,
    HalfDay,
    Hour,
    Lasting,
    Mark,
    Moment,
    Month,
    NotKnown,
    Number,
    Part,
    Phrase,
    Piece,
    Recently,
    Since,
    StillHappening,
    Token,
    Unit,
    Weekday,
)
from bot.domain.period.words import DAY, HALF_PARTS

INTRODUCES = {Mark.AT, Mark.SINCE, Mark.BETWEEN, Mark.UNTIL, Mark.AND}
JOINTS = (Mark.UNTIL, Mark.THROUGH, Mark.DASH)


def parse(tokens: tuple[Token, ...]) -> Phrase:
    return NotKnown() if tokens == (Mark.UNKNOWN,) else _Reader(tokens).phrase()


def parse_amount(tokens: tuple[Token, ...]) -> Amount | None:
    """Nothing but a length of time that says its number, in days or exact."""
    reader = _Reader(tokens)
    amount = reader.amount() if isinstance(reader.next, Number | Amount) else None
    return None if reader.next or (amount and amount.days and amount.exact) else amount


class _Reader(Cursor):
    """Each method reads one rule from the present place on, or leaves the place alone and gives None."""

    def phrase(self) -> Phrase:
        still = self.mark(Mark.STILL)
        body = self.body() if self.next else None
        self.mark(Mark.AND)
        still = self.mark(Mark.STILL) or still
        if self.next:
            raise PeriodNotUnderstood
        match body:
            case None if still:
                return StillHappening()
            case At(moment) if still:
                return Since(moment)
            case Between() | Recently() if still:
                raise PeriodNotUnderstood
            case None:
                raise PeriodNotUnderstood
            case _:
                return body

    def body(self) -> Phrase:
        amount = self.lasting()
        if amount:
            return Lasting(amount)
        amount = self.recent()
        if amount:
            return Recently(amount)
        return self.stretch()

    def lasting(self) -> Amount | None:
        if not self.mark(Mark.FOR):
            return None
        self.mark(Mark.RECENT, Mark.LAST)
        amount = self.amount()
        if not amount and self.next is not Mark.SINCE:
            raise PeriodNotUnderstood
        return amount

    def recent(self) -> Amount | None:
        place = self.place
        self.mark(Mark.AT, Mark.OVER)
        which = self.mark(Mark.RECENT, Mark.LAST)
        amount = self.amount() if which else None
        if amount is None:
            self.place = place
        elif which is Mark.LAST and amount == DAY:
            raise PeriodNotUnderstood  # yesterday, or 24 hours
        return amount

    def stretch(self) -> Phrase:
        start = self.moment(None)
        opened = self.mark(Mark.SINCE, Mark.BETWEEN)
        if opened:
            start += self.demanded(opened)
        joint = self.mark(Mark.AND) if opened is Mark.BETWEEN else self.mark(*JOINTS)
        if not start or (opened is Mark.BETWEEN and not joint):
            raise PeriodNotUnderstood
        if not joint:
            return Since(start) if opened else At(start)
        return Since(start) if self.mark(Mark.NOW) else Between(start, self.demanded(joint), joint)

    def demanded(self, before: Mark) -> Moment:
        moment = self.moment(before)
        if not moment:
            raise PeriodNotUnderstood
        return moment

    def moment(self, before: Mark | None) -> Moment:
        """`before` is the mark that it follows."""
        pieces: list[Piece] = []
        while True:
            place = self.place
            before = self.mark(Mark.AT, Mark.ON, Mark.OVER) or before
            piece = self.piece(before in INTRODUCES)
            if piece is None:
                self.place = place
                return tuple(pieces)
            if before is Mark.OVER and isinstance(piece, Clock | Hour | Ago):
                raise PeriodNotUnderstood  # "over an hour ago"
            pieces.append(piece)
            before = None

    def piece(self, introduced: bool) -> Piece | None:
        return (
            self.ago()
            or self.date()
            or self.weekday()
            or self.take(DaysAgo)
            or self.take(Calendar)
            or self.clock(introduced)
            or self.part()
            or self.take(Month)
        )

    def ago(self) -> Ago | DaysAgo | None:
        if self.mark(Mark.NOW):
            return Ago(Amount())
        place = self.place
        amount = self.amount()
        if amount and self.mark(Mark.AGO):
            return Ago(amount) if amount.exact else DaysAgo(amount.days)
        self.place = place
        return None

    def amount(self) -> Amount | None:
        first = self.take(Amount) or self.counted()
        more = self.counted() if first and isinstance(self.next, Number) else None
        return Amount(first.exact + more.exact, first.days + more.days) if first and more else first

    def counted(self) -> Amount | None:
        place = self.place
        number = self.take(Number) or Number(1)
        unit = self.take(Unit) or self.day_unit()
        if unit is None:
            self.place = place
            return None
        return Amount(unit.one.exact * number.value, unit.one.days * number.value)

    def day_unit(self) -> Unit | None:
        """Two days, 2 дня, are also two in the afternoon."""
        if self.next is not HalfDay.DNYA:
            return None
        self.place += 1
        return Unit(DAY)

    def date(self) -> Day | None:
        place = self.place
        date = self.take(Date)
        if date:
            return date
        ordinal = self.take(DayOfMonth)
        number = ordinal or self.take(Number)
        month = self.take(Month)
        number = number or self.take(DayOfMonth) or self.take(Number)
        if month and number:
            return Date(_count(number), month.number, self.year())
        self.place = place
        return self.take(DayOfMonth)

    def year(self) -> int | None:
        number = self.next
        if isinstance(number, Number) and number.value >= 1000:
            self.place += 1
            return number.value
        return None

    def weekday(self) -> Weekday | None:
        place = self.place
        which = self.mark(Mark.LAST, Mark.THIS)
        weekday = self.take(Weekday)
        if weekday is None:
            self.place = place
            return None
        return replace(weekday, which=which)

    def clock(self, introduced: bool) -> Clock | Hour | None:
        clock = self.take(Clock)
        if clock:
            return self.halved(clock, introduced)
        place = self.place
        number = self.take(Number)
        unit = self.take(Unit)
        oclock = unit is not None and unit.oclock
        if unit and not oclock:
            self.place = place
            return None
        if number is None and not (oclock and isinstance(self.next, HalfDay)):
            self.place = place
            return None
        return self.hour(number or Number(1), oclock, introduced)

    def hour(self, number: Number, oclock: bool, introduced: bool) -> Clock | Hour:
        """From the number on: `14 часов 30 минут`, `2 pm`, or nothing but the number."""
        if isinstance(self.next, HalfDay):
            return self.halved(hour_of(number), introduced)
        minutes = self.counted() if oclock and isinstance(self.next, Number) else None
        if minutes is None:
            return Hour(number, introduced)
        if not introduced or minutes.days or not timedelta() < minutes.exact < HOUR:
            raise PeriodNotUnderstood
        exact = replace(hour_of(number), lone=False)
        return self.halved(replace(exact, since_midnight=exact.since_midnight + minutes.exact), introduced)

    def halved(self, clock: Clock, introduced: bool) -> Clock:
        half = self.take(HalfDay)
        if half is HalfDay.DNYA and not introduced:
            raise PeriodNotUnderstood  # "2 дня": two days?
        return in_half(clock, half) if half else clock

    def part(self) -> Part | None:
        half = self.next
        if isinstance(half, HalfDay):
            self.place += 1
            if half not in HALF_PARTS:
                raise PeriodNotUnderstood
            return HALF_PARTS[half]
        return self.take(Part)


def _count(number: Number | DayOfMonth) -> int:
    return number.value if isinstance(number, Number) else number.day
