"""The period's step, and the room where its zone is chosen."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.domain.intake import Draft, Step
from bot.screens.context import Reader
from bot.screens.keyboards import in_rows
from bot.screens.letter import Button, Keyboard, Style
from bot.screens.periods import offset_name, period_text, zone_name
from bot.screens.presses import press
from locales.catalog import Html

PERIODS = ("ongoing", "hour", "today", "yesterday", "unknown")
ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Yekaterinburg",
    "Asia/Almaty",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Australia/Sydney",
)
"""Once around the world; every other zone is written."""


def period_step_text(reader: Reader, draft: Draft) -> Html:
    """The question; or a typed period in full, as it was understood, before going on."""
    if draft.period_shown is not None:
        return reader.html("dialog-period-shown", period=period_text(reader, draft.period_shown))
    return reader.html("dialog-period", zone=zone_name(reader.zone))


def period_buttons(reader: Reader, draft: Draft) -> Keyboard:
    zone = press(draft, reader.text("button-zone", zone=zone_name(reader.zone)), "edit", Step.ZONE)
    if draft.period_shown is not None:
        return (press(draft, reader.text("button-period-right"), "next", style=Style.SUCCESS),), (zone,)
    buttons = [press(draft, reader.text(f"button-period-{name}"), "period", name) for name in PERIODS]
    return (*in_rows(buttons, 2), (zone,))


def zone_text(reader: Reader) -> Html:
    return reader.html("dialog-zone", zone=zone_name(reader.zone))


def zone_buttons(reader: Reader, draft: Draft) -> Keyboard:
    return in_rows([_zone(reader, draft, name) for name in ZONES], 2)


def _zone(reader: Reader, draft: Draft, name: str) -> Button:
    city = reader.text(f"zone-{name.replace('/', '-').replace('_', '-').lower()}")
    offset = offset_name(ZoneInfo(name), reader.now)
    return press(draft, reader.text("button-zone-city", city=city, offset=offset), "zone", name)
