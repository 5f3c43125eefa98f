"""For whom a screen is made: everything that a text depends on beside the data it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from locales.catalog import Catalog, Html, Value


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: in private the person's own language and zone, in the group the desk's.

    `now` is aware; `time_entities` is off where a server does not know Telegram's time entities.
    """

    catalog: Catalog
    language: str
    zone: ZoneInfo
    now: datetime
    time_entities: bool = True

    def text(self, key: str, **values: Value) -> str:
        """For buttons, topic names and pop-ups."""
        return self.catalog.text(self.language, key, **values)

    def html(self, key: str, **values: Value) -> Html:
        return self.catalog.html(self.language, key, **values)
