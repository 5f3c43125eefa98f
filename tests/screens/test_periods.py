"""Times are said in the reader's language and zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.period import Period, yesterday
from bot.sandbox.tags import parse_html
from bot.screens.context import Reader
from bot.screens.periods import day, moment, offset_name, period_text, zone_name
from tests.screens.builders import NOW, READERS, reader

HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("period", "english", "russian"),
    [
        (Period(), "unknown", "неизвестно"),
        (Period(ongoing=True), "still happening", "продолжается"),
        (
            Period(NOW - HOUR, None, ongoing=True),
            "since Sat 21 Nov 2026, 10:05, still happening (Europe/Berlin)",
            "началось 21 ноября 2026, сб, 10:05, и продолжается (Europe/Berlin)",
        ),
        (
            Period(NOW, NOW),
            "Sat 21 Nov 2026, 11:05 (Europe/Berlin)",
            "21 ноября 2026, сб, 11:05 (Europe/Berlin)",
        ),
        (
            Period(NOW - HOUR, NOW),
            "Sat 21 Nov 2026, 10:05–11:05 (Europe/Berlin)",
            "21 ноября 2026, сб, 10:05–11:05 (Europe/Berlin)",
        ),
        (
            Period(NOW - 12 * HOUR, NOW),
            "Fri 20 Nov 2026, 23:05 – Sat 21 Nov 2026, 11:05 (Europe/Berlin)",
            "20 ноября 2026, пт, 23:05 – 21 ноября 2026, сб, 11:05 (Europe/Berlin)",
        ),
        (
            yesterday(NOW, BERLIN),
            "Fri 20 Nov 2026, all day (Europe/Berlin)",
            "20 ноября 2026, пт, весь день (Europe/Berlin)",
        ),
        (
            Period(yesterday(NOW - 24 * HOUR, BERLIN).start, yesterday(NOW, BERLIN).end),
            "Thu 19 Nov 2026 – Fri 20 Nov 2026, whole days (Europe/Berlin)",
            "19 ноября 2026, чт – 20 ноября 2026, пт, целые дни (Europe/Berlin)",
        ),
    ],
)
def test_a_period_is_said_in_full_with_its_zone(period: Period, english: str, russian: str) -> None:
    assert period_text(reader("en"), period) == english
    assert period_text(reader("ru"), period) == russian


def test_one_period_reads_differently_in_another_zone() -> None:
    assert period_text(reader(zone="Asia/Kolkata"), Period(NOW, NOW)) == "Sat 21 Nov 2026, 15:35 (Asia/Kolkata)"


def test_a_moment_is_telegrams_time_entity_with_plain_text_inside() -> None:
    words, entities = parse_html(moment(reader(), NOW))
    assert words == "Sat 21 Nov 2026, 11:05"
    assert entities == [
        {
            "type": "date_time",
            "unix_time": int(NOW.timestamp()),
            "date_time_format": "Dt",
            "offset": 0,
            "length": len(words),
        }
    ]


def test_a_server_without_time_entities_gets_the_text_alone() -> None:
    assert moment(reader(time_entities=False), NOW) == "Sat 21 Nov 2026, 11:05"
    assert "<" not in moment(reader(), datetime(1969, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_every_month_and_every_weekday_has_a_name_of_its_own(each: Reader) -> None:
    months = {day(each, date(2026, month, 1)).split()[-2 if each.language == "en" else 1] for month in range(1, 13)}
    week = [day(each, date(2026, 11, number)) for number in range(16, 23)]
    weekdays = {"".join(filter(str.isalpha, said)) for said in week}
    assert len(months) == 12
    assert len(weekdays) == 7


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("Etc/GMT-3", "UTC+3"),
        ("Etc/GMT+8", "UTC-8"),
        ("Etc/GMT", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_an_offset_is_called_by_the_sign_that_people_give_it(zone: str, name: str) -> None:
    assert zone_name(ZoneInfo(zone)) == name


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Europe/London", "UTC"),
        ("Europe/Berlin", "UTC+1"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/New_York", "UTC−5"),
        ("America/St_Johns", "UTC−3:30"),
    ],
)
def test_an_offset_is_that_of_the_day(zone: str, offset: str) -> None:
    assert offset_name(ZoneInfo(zone), NOW) == offset
