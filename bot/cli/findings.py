"""What a check-up has found, one thing a line, each with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """RIGHT; DOUBTFUL: the desk works, but not for everybody; WRONG: it does not work."""

    RIGHT = "✓"
    DOUBTFUL = "!"
    WRONG = "✗"


@dataclass(frozen=True, slots=True)
class Finding:
    level: Level
    text: str
    remedy: str = ""


def right(text: str) -> Finding:
    return Finding(Level.RIGHT, text)


def doubtful(text: str, remedy: str) -> Finding:
    return Finding(Level.DOUBTFUL, text, remedy)


def wrong(text: str, remedy: str) -> Finding:
    return Finding(Level.WRONG, text, remedy)
