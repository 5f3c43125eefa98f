"""Releases, and how many tickets they concern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.release import Release, Version


@dataclass(frozen=True, slots=True)
class Reach:
    """How many tickets a release concerns: `waiting` for it; `completed` by it; `closed` since, and to be reopened."""

    waiting: int = 0
    completed: int = 0
    closed: int = 0


class Releases(Protocol):
    """One row a version and stand."""

    def get(self, release: int) -> Release | None:
        """For an id that came from a button."""
        ...

    def find(self, version: Version, stand: str) -> Release | None: ...

    def save(self, release: Release) -> Release:
        """With its id."""
        ...

    def promisable(self, stand: str, today: date) -> Sequence[Release]:
        """The next one first."""
        ...

    def tellable(self, stand: str, today: date) -> Sequence[Release]:
        """What is planned or published there: the newest version first, no more than anybody would page through."""
        ...

    def reach(self, release: int) -> Reach: ...

    def unfinished(self) -> Release | None:
        """One whose last change has not been brought to all tickets concerned."""
        ...
