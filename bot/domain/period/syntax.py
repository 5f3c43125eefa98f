"""What phrases are made of: the words that carry meaning, and the phrases built of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto


class Mark(Enum):
    """Words that say how the others belong together."""

    SINCE = auto()
    FOR = auto()  # for, already
    BETWEEN = auto()
    UNTIL = auto()
    THROUGH = auto()  # "по": dates like it, hours do not
    DASH = auto()
    AND = auto()
    AT = auto()
    ON = auto()  # what follows is rather a day
    OVER = auto()  # only stretches and days follow it
    AGO = auto()
    LAST = auto()  # last, прошлый: before the present one
    RECENT = auto()  # the last, последний: up to now
    THIS = auto()
    NOW = auto()
    STILL = auto()
    UNKNOWN = auto()


class HalfDay(Enum):
    """What tells 2 at night from 2 in the afternoon."""

    AM = auto()
    PM = auto()
    UTRA = auto()
    DNYA = auto()
    VECHERA = auto()
    NOCHI = auto()


class Part(Enum):
    MORNING = auto()
    LUNCH = auto()
    AFTERNOON = auto()
    EVENING = auto()
    NIGHT = auto()  # "ночью": the one before the day
    DAY_NIGHT = auto()  # "Friday night": the one after the day
    EVE = auto()  # "в ночь на": the one before the day, whatever the day
    ALL_DAY = auto()


class Stretch(Enum):
    WEEK = auto()
    WEEKEND = auto()
    MONTH = auto()


@dataclass(frozen=True, slots=True)
class Number:
    value: int
    padded: bool = False  # written with a leading zero


@dataclass(frozen=True, slots=True)
class Dotted:
    """`10.05`: a date or a time of day; which one, only the whole phrase can tell."""

    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    since_midnight: timedelta
    either: bool = False  # of the halves of the day may be meant, where the phrase points to one
    spoken: bool = False  # the half of the day was said
    lone: bool = False  # an hour without minutes
    midnight: bool = False  # the word: it may open the day or close it
    brief: bool = False  # `21.11`, which might also be a date


@dataclass(frozen=True, slots=True)
class Hour:
    """A number in the place of a time of day. `introduced`: by at, from, to…"""

    number: Number
    introduced: bool


@dataclass(frozen=True, slots=True)
class DaysAgo:
    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """Monday is 0. `which`: LAST, THIS, or None for the last one that has begun."""

    number: int
    which: Mark | None = None


@dataclass(frozen=True, slots=True)
class Date:
    day: int
    month: int
    year: int | None = None
    brief: bool = False  # `21.11`, which might also be a time


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    day: int


@dataclass(frozen=True, slots=True)
class Month:
    number: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """A week, weekend or month of the calendar, so many before the present one."""

    stretch: Stretch
    back: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time. Days are days of the calendar, whatever the clocks do in between."""

    exact: timedelta = timedelta()
    days: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    one: Amount
    oclock: bool = False  # "час", which also tells the time


@dataclass(frozen=True, slots=True)
class Ago:
    amount: Amount


Day = DaysAgo | Weekday | Date | DayOfMonth
Token = Mark | HalfDay | Part | Number | Dotted | Clock | Day | Month | Calendar | Amount | Unit
Piece = Day | Part | Clock | Hour | Calendar | Month | Ago
Moment = tuple[Piece, ...]  # "yesterday" + "evening" + "at 9"


@dataclass(frozen=True, slots=True)
class At:
    moment: Moment


@dataclass(frozen=True, slots=True)
class Since:
    moment: Moment


@dataclass(frozen=True, slots=True)
class Between:
    start: Moment
    end: Moment
    by: Mark  # what stands between the two


@dataclass(frozen=True, slots=True)
class Recently:
    """The last two hours."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Lasting:
    """For two hours now."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class StillHappening:
    pass


@dataclass(frozen=True, slots=True)
class NotKnown:
    pass


Phrase = At | Since | Between | Recently | Lasting | StillHappening | NotKnown
