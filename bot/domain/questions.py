"""How the staff write what they ask a customer for: the sign of a question, and solutions line by line."""

from __future__ import annotations

import re

from bot.domain.lifecycle import Ask

_SIGN = re.compile(r"\?\s+(?=\S)")
_BULLET = re.compile(r"\s*(?:[-–—•*]|\d{1,2}[.)])\s+")
_VARIANT = re.compile(_BULLET.pattern + r"(\S.*)")


def sign_of(text: str) -> int:
    """How many characters of the beginning say "this is a question" and are not for the customer; mostly 0.

    A question mark alone, or one that belongs to a word, is no such sign.
    """
    found = _SIGN.match(text)
    return found.end() if found else 0


def kind_of(text: str) -> Ask:
    """What a text asks for that begins with the sign: with solutions below it, it offers a choice."""
    return Ask.CHOICE if variants_of(text) else Ask.INFO


def variants_of(text: str) -> tuple[str, ...]:
    """The solutions among the lines: those that begin with a dash, a dot or a number."""
    return tuple(found[1].strip() for line in _lines(text) if (found := _VARIANT.fullmatch(line)))


def without_bullet(line: str) -> str:
    """Without the dash, dot or number that people put before it."""
    found = _BULLET.match(line)
    return line[found.end() if found else 0 :].strip()


def has_words(text: str) -> bool:
    """Whether something is asked beside the solutions."""
    return any(line.strip() and not _VARIANT.fullmatch(line) for line in _lines(text))


def _lines(text: str) -> list[str]:
    return text[sign_of(text) :].splitlines()
