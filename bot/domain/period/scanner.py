"""Text → tokens. Case, spaces, ё and е, the sort of dash and punctuation make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

from bot.domain.period.refusals import PeriodNotUnderstood
from bot.domain.period.syntax import Clock, Date, DayOfMonth, DaysAgo, Dotted, Mark, Number, Token, Weekday
from bot.domain.period.words import LONGEST, VOCABULARY

LENGTH_MAX = 120
READINGS_MAX = 16
ALWAYS = Date(24, 7)  # "24/7" is no date
SAME = str.maketrans({"ё": "е", "'": None, "’": None, "`": None} | dict.fromkeys("‐‑‒–—―−", "-"))
SHAPES = re.compile(
    r"""
      (?P<iso>     [0-9]{4} (?P<i>[-./]) [0-9]{1,2} (?P=i) [0-9]{1,2} (?![0-9]) )
    | (?P<full>    [0-9]{1,2} (?P<f>[-./]) [0-9]{1,2} (?P=f) [0-9]{4} (?![0-9]) )
    | (?P<short>   [0-9]{1,2} (?P<s>[./]) [0-9]{1,2} (?P=s) [0-9]{2} (?![0-9]) )
    | (?P<clock>   [0-9]{1,2} : [0-9]{2} (?: : [0-9]{2} (?:[.,][0-9]+)? )? (?![0-9:]) )
    | (?P<dotted>  [0-9]{1,2} \. [0-9]{1,2} (?![0-9]) )
    | (?P<slashed> [0-9]{1,2} / [0-9]{1,2} (?![0-9/]) )
    | (?P<ordinal> [0-9]{1,2} (?: -?(?:st|nd|rd|th|го|ого|е|ое)\b | \s+числа\b ) )
    | (?P<number>  [0-9]{1,4} (?![0-9]) )
    | (?P<half>    [ap] \. m\b \.? )
    | (?P<joint>   (?<=[0-9]) t (?=[0-9]) )
    | (?P<word>    [a-zа-я]+ (?:-то\b)? )
    | (?P<dash>    -+ )
    | (?P<skip>    [\s,.;!?«»"“”()~]+ )
    """,
    re.VERBOSE,
)
DIGITS = re.compile("[0-9]+")


def readings(text: str) -> Iterator[tuple[Token, ...]]:
    """The phrase as tokens; more than one way where `10.05` may be a date or a time, the date first."""
    tokens = tuple(_tokens(text))
    neighbours = zip((None, *tokens), tokens, (*tokens[1:], None), strict=False)
    choices = [_choices(token, before, after) for before, token, after in neighbours]
    for count, reading in enumerate(product(*choices)):
        if count == READINGS_MAX:
            return
        yield reading


def _choices(token: Token, before: Token | None, after: Token | None) -> tuple[Token, ...]:
    """After "at" a time; after "on" and beside the name of a day ("Saturday 20.11") a date, where it can be one."""
    if not isinstance(token, Dotted):
        return (token,)
    day, minute = token.left, token.right
    date = Date(day.value, minute.value, brief=True) if 1 <= day.value <= 31 and 1 <= minute.value <= 12 else None
    two_digits = minute.padded or minute.value > 9
    clock = _clock(day, minute.value) if two_digits and day.value < 24 and minute.value < 60 else None
    if before is Mark.AT:
        date = None
    if date and (before is Mark.ON or any(isinstance(beside, DaysAgo | Weekday) for beside in (before, after))):
        clock = None
    if date and clock:
        clock = replace(clock, brief=True)
    return tuple(reading for reading in (date, clock) if reading)


def _tokens(text: str) -> Iterator[Token]:
    words: list[str] = []
    for shape, written in _shapes(text):
        if shape == "word":
            words.append(written)
        elif shape != "skip":
            yield from _said(words)
            words.clear()
            yield from _written(shape, written)
    yield from _said(words)


def _shapes(text: str) -> Iterator[tuple[str, str]]:
    text = unicodedata.normalize("NFKC", text).casefold().translate(SAME)
    if len(text) > LENGTH_MAX:
        raise PeriodNotUnderstood
    at = 0
    while at < len(text):
        found = SHAPES.match(text, at)
        if found is None or found.lastgroup is None:
            raise PeriodNotUnderstood
        yield found.lastgroup, found.group()
        at = found.end()


def _said(words: list[str]) -> Iterator[Token]:
    """Words, the longest known phrase first."""
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            tokens = VOCABULARY.get(tuple(words[at : at + length]))
            if tokens is not None:
                break
        else:
            raise PeriodNotUnderstood
        yield from tokens
        at += length


def _written(shape: str, written: str) -> Iterator[Token]:
    """Figures and signs."""
    numbers = [Number(int(digits), digits.startswith("0")) for digits in DIGITS.findall(written)]
    values = [number.value for number in numbers]
    match shape:
        case "iso":
            yield Date(values[2], values[1], values[0])
        case "full" | "short":
            year = values[2] if shape == "full" else 2000 + values[2]
            yield _slashed(values[0], values[1], year) if "/" in written else Date(values[0], values[1], year)
        case "slashed":
            yield _slashed(values[0], values[1], None)
        case "clock":
            yield _clock(numbers[0], *values[1:3])
        case "dotted":
            yield Dotted(*numbers)
        case "ordinal":
            yield DayOfMonth(values[0])
        case "number":
            yield numbers[0]
        case "half":
            yield from VOCABULARY[(written.replace(".", ""),)]
        case "dash":
            yield Mark.DASH
        case _:
            return  # the T between date and time


def _slashed(first: int, second: int, year: int | None) -> Date:
    """Day/month and month/day are both in use: only what cannot be the other one is taken."""
    date = Date(first, second, year) if second <= 12 else Date(second, first, year)
    if (first <= 12 and second <= 12 and first != second) or date == ALWAYS:
        raise PeriodNotUnderstood
    return date


def _clock(hour: Number, minute: int, second: int = 0) -> Clock:
    since_midnight = timedelta(hours=hour.value, minutes=minute, seconds=second)
    if minute > 59 or second > 59 or since_midnight > timedelta(hours=24):
        raise PeriodNotUnderstood
    return Clock(since_midnight, either=1 <= hour.value <= 12 and not hour.padded)
