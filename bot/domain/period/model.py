"""The period itself, and the ones that have a button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

DAY = timedelta(days=1)


class Shape(StrEnum):
    """What a screen has to tell apart."""

    UNKNOWN = "unknown"
    ONGOING = "ongoing"  # still happening, nobody said since when
    SINCE = "since"  # still happening since `start`
    MOMENT = "moment"  # `start` equals `end`
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Period:
    """Aware UTC instants; `end` is exclusive. Anything inconsistent is a ValueError."""

    start: datetime | None = None
    end: datetime | None = None
    ongoing: bool = False

    def __post_init__(self) -> None:
        if any(at is not None and at.tzinfo is not UTC for at in (self.start, self.end)):
            raise ValueError("a period is kept in UTC")
        if self.ongoing and self.end is not None:
            raise ValueError("what is still happening has no end")
        if not self.ongoing and (self.start is None) != (self.end is None):
            raise ValueError("what is over has a start and an end")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError("a period ends before it starts")

    @property
    def shape(self) -> Shape:
        if self.ongoing:
            return Shape.SINCE if self.start else Shape.ONGOING
        if self.start is None:
            return Shape.UNKNOWN
        return Shape.MOMENT if self.start == self.end else Shape.SPAN

    def whole_days(self, zone: tzinfo) -> tuple[date, date] | None:
        """The first and the last day, if the period is made of whole days of that zone."""
        if self.start is None or self.end is None or self.start == self.end:
            return None
        first, last = self.start.astimezone(zone).date(), (self.end - timedelta.resolution).astimezone(zone).date()
        whole = (midnight(first, zone), midnight(last + DAY, zone)) == (self.start, self.end)
        return (first, last) if whole else None

    def to_dict(self) -> dict[str, str | bool | None]:
        """For JSON."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "ongoing": self.ongoing,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, object]) -> Period:
        return cls(_instant(stored["start"]), _instant(stored["end"]), stored["ongoing"] is True)


def midnight(day: date, zone: tzinfo) -> datetime:
    """The first instant of a day, in UTC; also where the clocks skip midnight."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def still_happening() -> Period:
    """It goes on now; the button does not ask since when."""
    return Period(ongoing=True)


def last_hour(now: datetime) -> Period:
    now = now.astimezone(UTC)
    return Period(now - timedelta(hours=1), now)


def today(now: datetime, zone: tzinfo) -> Period:
    """From midnight until now."""
    return Period(midnight(now.astimezone(zone).date(), zone), now.astimezone(UTC))


def yesterday(now: datetime, zone: tzinfo) -> Period:
    """The whole day, from midnight to midnight."""
    day = now.astimezone(zone).date()
    return Period(midnight(day - DAY, zone), midnight(day, zone))


def unknown() -> Period:
    return Period()


def _instant(stored: object) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(str(stored)).astimezone(UTC)
