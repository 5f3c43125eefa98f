"""Times in words: in the reader's language and zone."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.period import Period, Shape
from bot.screens.context import Reader
from bot.screens.markup import escaped
from locales.catalog import Catalog, Html

_LAST_SECOND = 2**31


def moment(reader: Reader, at: datetime) -> Html:
    """A single moment, as Telegram's time entity: every client shows it in the zone of its own.

    The text inside, in the reader's zone, is for clients that know no such entity.
    """
    text = escaped(point(reader, at))
    unix = int(at.timestamp())
    if not reader.time_entities or not 0 < unix < _LAST_SECOND:
        return text
    return Html(f'<tg-time unix="{unix}" format="Dt">{text}</tg-time>')


def countdown(reader: Reader, at: datetime) -> Html | None:
    """How far away a moment is, reckoned by every client for itself; None where servers know no such entity."""
    unix = int(at.timestamp())
    if not reader.time_entities or not 0 < unix < _LAST_SECOND:
        return None
    return Html(f'<tg-time unix="{unix}" format="r">⏳</tg-time>')


def point(reader: Reader, at: datetime) -> str:
    """Date and time in the reader's zone."""
    local = at.astimezone(reader.zone)
    return reader.text("time-point", day=day(reader, local.date()), time=f"{local:%H:%M}")


def day(reader: Reader, at: date) -> str:
    return _day(reader.catalog, reader.language, at)


@lru_cache(maxsize=1024)
def _day(catalog: Catalog, language: str, at: date) -> str:
    """Kept, because a history names the same few days in all of its lines, and that was half of what it cost."""
    return catalog.text(language, "time-day", weekday=at.isoweekday(), day=at.day, month=at.month, year=at.year)


def period_text(reader: Reader, period: Period) -> str:
    """A period in full, with the zone where it names a time; plain text."""
    zone = zone_name(reader.zone)
    start, end = period.start, period.end
    match period.shape:
        case Shape.SINCE if start:
            return reader.text("period-since", start=point(reader, start), zone=zone)
        case Shape.MOMENT if start:
            return reader.text("period-moment", at=point(reader, start), zone=zone)
        case Shape.SPAN if start and end:
            return _span(reader, period, start, end)
        case Shape.ONGOING:
            return reader.text("period-ongoing")
        case _:
            return reader.text("period-unknown")


def _span(reader: Reader, period: Period, start: datetime, end: datetime) -> str:
    zone = zone_name(reader.zone)
    if days := period.whole_days(reader.zone):
        first, last = (day(reader, at) for at in days)
        if first == last:
            return reader.text("period-day", day=first, zone=zone)
        return reader.text("period-days", first=first, last=last, zone=zone)
    begin, finish = start.astimezone(reader.zone), end.astimezone(reader.zone)
    if begin.date() != finish.date():
        return reader.text("period-span", start=point(reader, start), end=point(reader, end), zone=zone)
    return reader.text(
        "period-hours",
        day=day(reader, begin.date()),
        start=f"{begin:%H:%M}",
        end=f"{finish:%H:%M}",
        zone=zone,
    )


def zone_name(zone: ZoneInfo) -> str:
    """As people say it: fixed offsets carry the wrong sign in the database of zones (`Etc/GMT-3` is UTC+3)."""
    name = zone.key
    if not name.startswith("Etc/GMT"):
        return name
    hours = name.removeprefix("Etc/GMT").translate(str.maketrans("+-", "-+"))
    return f"UTC{hours}" if hours not in ("", "0", "+0", "-0") else "UTC"


def offset_name(zone: ZoneInfo, at: datetime) -> str:
    """`UTC+5:30`, as it is there at that moment."""
    offset = at.astimezone(zone).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
