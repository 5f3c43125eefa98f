"""A release: a version, and on each stand a date and a state of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from bot.domain.errors import (
    DayIsPast,
    LeadOnly,
    ReleaseBusy,
    ReleaseNotPlanned,
    ReleaseNotPublished,
    ReleaseOut,
    StaffOnly,
    VersionNotUnderstood,
)
from bot.domain.people import Actor, Standing

BATCH = 20
"""Tickets that a change of a release reaches in one unit of work, so that nobody waits for the writer for long."""
_VERSION = re.compile(r"v?([0-9]{1,5})\.([0-9]{1,5})\.([0-9]{1,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """`X.Y.Z`, ordered by its numbers: 1.4.10 comes after 1.4.9. Each has at most five digits."""

    product: int
    component: int
    build: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises VersionNotUnderstood."""
        found = _VERSION.fullmatch(text.strip())
        if found is None:
            raise VersionNotUnderstood
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return f"{self.product}.{self.component}.{self.build}"


class ReleaseState(StrEnum):
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Release:
    """One version on one stand. `on` is a day of the desk's zone; `by_…` who made its last change.

    `turn` counts its changes: buttons carry it. `telling`: the last change has not been brought to all tickets
    concerned yet, but to those up to the number `told`; until it has, there is no further change. `id` is 0 until it
    is stored.
    """

    version: Version
    stand: str
    on: date
    state: ReleaseState = ReleaseState.SCHEDULED
    by_id: int = 0
    by_name: str = ""
    turn: int = 0
    telling: bool = False
    told: int = 0
    id: int = 0

    def promisable(self, today: date) -> bool:
        """Planned for a day that has not passed."""
        return self.state is ReleaseState.SCHEDULED and self.on >= today

    def schedule(self, on: date, *, by: Actor, today: date) -> Self:
        """For a date, for another one, or anew after a withdrawal. What has its date already stays as it is."""
        self._allow(by)
        if self.state is ReleaseState.PUBLISHED:
            raise ReleaseOut(version=str(self.version), stand=self.stand)
        if on < today:
            raise DayIsPast
        if (self.state, self.on) == (ReleaseState.SCHEDULED, on) and self.turn:
            return self
        return self._changed(by, on=on, state=ReleaseState.SCHEDULED)

    def publish(self, *, by: Actor) -> Self:
        self.check_publish(by)
        return self._changed(by, state=ReleaseState.PUBLISHED)

    def withdraw(self, *, by: Actor) -> Self:
        self.check_withdraw(by)
        return self._changed(by, state=ReleaseState.WITHDRAWN)

    def check_publish(self, by: Actor) -> None:
        """The refusal that publishing would meet."""
        self._allow(by)
        if self.state is ReleaseState.PUBLISHED:
            raise ReleaseOut(version=str(self.version), stand=self.stand)
        if self.state is not ReleaseState.SCHEDULED:
            raise ReleaseNotPlanned(version=str(self.version), stand=self.stand)

    def check_withdraw(self, by: Actor) -> None:
        """The refusal that a withdrawal would meet."""
        self._allow(by)
        if self.state is not ReleaseState.PUBLISHED:
            raise ReleaseNotPublished(version=str(self.version), stand=self.stand)

    def told_up_to(self, number: int) -> Self:
        return replace(self, told=number)

    def told_all(self) -> Self:
        return replace(self, telling=False)

    def _allow(self, by: Actor) -> None:
        if by.standing < Standing.MEMBER:
            raise StaffOnly
        if by.standing is not Standing.LEAD:
            raise LeadOnly
        if self.telling:
            raise ReleaseBusy(version=str(self.version), stand=self.stand)

    def _changed(self, by: Actor, *, state: ReleaseState, on: date | None = None) -> Self:
        return replace(
            self, state=state, on=on or self.on, by_id=by.id, by_name=by.name, turn=self.turn + 1, telling=True, told=0
        )
