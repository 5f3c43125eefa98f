"""When customers may be reminded."""

from __future__ import annotations

from datetime import datetime, time
from functools import lru_cache

from bot.domain.calendar.hours import weekly
from bot.domain.calendar.model import Calendar

OPENS, CLOSES = time(9), time(20)


@lru_cache(maxsize=1024)
def customer_hours(zone: str, opens: time = OPENS, closes: time = CLOSES) -> Calendar:
    """Monday to Friday in the customer's own zone, an IANA name."""
    return Calendar(weekly((opens, closes)), zone)


def reminder_at(wanted: datetime, zone: str) -> datetime:
    """The first moment from `wanted` on at which a reminder may go out to somebody in that zone."""
    return customer_hours(zone).next_open(wanted)
