"""Time zones as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import ZoneNotUnderstood
from bot.domain.zones import IN_RUSSIAN, parse_zone

WINTER = datetime(2026, 1, 15, 12, tzinfo=UTC)

PHRASES = {
    "Berlin": "Europe/Berlin",
    "  new   york ": "America/New_York",
    "america/new_york": "America/New_York",
    "Europe/Moscow": "Europe/Moscow",
    "Москва": "Europe/Moscow",
    "САНКТ-ПЕТЕРБУРГ": "Europe/Moscow",
    "Самара": "Europe/Samara",
    "utc": "UTC",
    "UTC+0": "UTC",
    "UTC+3": "Etc/GMT-3",
    "utc + 3": "Etc/GMT-3",
    "UTC 3": "Etc/GMT-3",
    "GMT-5": "Etc/GMT+5",
    "+3": "Etc/GMT-3",
    "gmt+5": "Etc/GMT-5",
    "−8": "Etc/GMT+8",
    "+03:00": "Etc/GMT-3",
    "UTC+14": "Etc/GMT-14",
    "UTC-12": "Etc/GMT+12",
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
    "мск+2": "Etc/GMT-5",
    "MSK-1": "Etc/GMT-2",
}
NONSENSE = (
    "",
    " ",
    "Mars",
    "3",
    "UTC+15",
    "UTC-13",
    "мск+12",
    "UTC+5:30",
    "+",
    "../UTC",
    "Europe/",
    "localtime",
    "factory",
)


@pytest.mark.parametrize(("text", "zone"), PHRASES.items(), ids=PHRASES)
def test_a_zone_is_understood_as_people_write_it(text: str, zone: str) -> None:
    assert parse_zone(text) == zone


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_no_zone_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(ZoneNotUnderstood):
        parse_zone(text)


@pytest.mark.parametrize("hours", range(-12, 15))
def test_an_offset_means_what_it_says(hours: int) -> None:
    assert WINTER.astimezone(ZoneInfo(parse_zone(f"UTC{hours:+d}"))).utcoffset() == timedelta(hours=hours)


def test_every_city_of_the_list_exists() -> None:
    assert set(IN_RUSSIAN.values()) <= available_timezones()
    assert all(parse_zone(city.title()) == zone for city, zone in IN_RUSSIAN.items())


def test_a_whole_name_means_itself_in_any_letter_case() -> None:
    zones = [zone for zone in available_timezones() if "/" in zone]
    assert [parse_zone(zone.upper()) for zone in zones] == zones


@given(st.text(max_size=40) | st.from_regex(r"(utc|gmt|msk|мск)? ?[+-]?\d{1,3}(:?\d\d)?", fullmatch=True))
def test_whatever_is_written_gives_a_zone_that_can_be_used_or_is_refused(text: str) -> None:
    with suppress(ZoneNotUnderstood):
        assert WINTER.astimezone(ZoneInfo(parse_zone(text))).utcoffset() is not None
