"""Time zones as people write them: an IANA name, a city, an offset from UTC."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from bot.domain.errors import ZoneNotUnderstood

IN_RUSSIAN = {
    "мск": "Europe/Moscow",
    "москва": "Europe/Moscow",
    "питер": "Europe/Moscow",
    "санкт-петербург": "Europe/Moscow",
    "калининград": "Europe/Kaliningrad",
    "самара": "Europe/Samara",
    "екатеринбург": "Asia/Yekaterinburg",
    "омск": "Asia/Omsk",
    "новосибирск": "Asia/Novosibirsk",
    "красноярск": "Asia/Krasnoyarsk",
    "иркутск": "Asia/Irkutsk",
    "якутск": "Asia/Yakutsk",
    "владивосток": "Asia/Vladivostok",
    "магадан": "Asia/Magadan",
    "камчатка": "Asia/Kamchatka",
    "минск": "Europe/Minsk",
    "киев": "Europe/Kyiv",
    "алматы": "Asia/Almaty",
    "ташкент": "Asia/Tashkent",
    "тбилиси": "Asia/Tbilisi",
    "ереван": "Asia/Yerevan",
    "баку": "Asia/Baku",
    "рига": "Europe/Riga",
    "берлин": "Europe/Berlin",
    "лондон": "Europe/London",
}  # fmt: skip
NO_ZONES = {"Factory", "localtime"}
"""In the database of zones, and no places."""

OFFSET = re.compile(r"(?:utc|gmt|msk|мск)?\s*([+\-−]?)\s*(\d{1,2})(?::?00)?")


def parse_zone(text: str) -> str:
    """The IANA name of what was written; raises ZoneNotUnderstood.

    `UTC+3` is `Etc/GMT-3` there (the sign of that family is reversed); `MSK+2` counts from Moscow, which is UTC+3.
    """
    wanted = " ".join(text.lower().split())
    if found := IN_RUSSIAN.get(wanted) or _names().get(wanted.replace(" ", "_")):
        return found
    match = OFFSET.fullmatch(wanted)
    if match is None or not (match[1] or wanted.startswith(("utc", "gmt"))):
        raise ZoneNotUnderstood
    hours = int(match[2]) * (1 if match[1] in ("", "+") else -1)
    if wanted.startswith(("msk", "мск")):
        hours += 3
    if not -12 <= hours <= 14:
        raise ZoneNotUnderstood
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"


@cache
def _names() -> dict[str, str]:
    """Whole names and their last parts, lower case; a whole name wins, then Europe before the rest of the world.

    The last parts of `Etc/…` are left out: `GMT-5` there is what people call `GMT+5`.
    """
    known = available_timezones() - NO_ZONES
    zones = sorted(known, key=lambda zone: (not zone.startswith("Europe/"), zone), reverse=True)
    cities = {zone.rsplit("/", 1)[-1].lower(): zone for zone in zones if "/" in zone and not zone.startswith("Etc/")}
    return {"msk": "Europe/Moscow"} | cities | {zone.lower(): zone for zone in zones}
