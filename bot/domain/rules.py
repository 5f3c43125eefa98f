"""The settings that rules depend on, as the rules see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.intake import Form


@dataclass(frozen=True, slots=True)
class DeskRules:
    """One desk. `zone` is an IANA name; `owners` are Telegram ids; `album_pause` is how long an album is gathered."""

    staff_chat_id: int
    form: Form
    company: str
    zone: str = "UTC"
    language: str = "en"
    staff_language: str = "en"
    owners: frozenset[int] = frozenset()
    album_pause: timedelta = timedelta(seconds=1)

    @property
    def time_zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)
