"""How long ago the desk has shown a sign of life."""

from __future__ import annotations

from bot.clock import SystemClock
from storage.heartbeat import last_beat

FRESH = 60.0
"""Seconds. The desk beats at every poll, which takes 25 seconds when nobody writes."""


def seconds_since_last_beat(database_url: str) -> float | None:
    """None when there has never been a beat. The machine's clock may have been set back since: never below 0."""
    beat = last_beat(database_url)
    return None if beat is None else max((SystemClock().now() - beat).total_seconds(), 0.0)
