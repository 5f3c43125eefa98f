"""Until when somebody is away, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UntilIsPast, UntilNotUnderstood
from bot.domain.until import FARTHEST, parse_until

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 18, 15, 0, tzinfo=BERLIN)  # a Wednesday


def until(text: str) -> str:
    found = parse_until(text, now=NOW, zone=BERLIN)
    assert found.tzinfo is UTC
    return f"{found.astimezone(BERLIN):%d.%m.%Y %H:%M}"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("friday", "20.11.2026 00:00"),
        ("until Friday", "20.11.2026 00:00"),
        ("fri 14:00", "20.11.2026 14:00"),
        ("monday, 9:30", "23.11.2026 09:30"),
        ("wednesday", "25.11.2026 00:00"),
        ("tomorrow", "19.11.2026 00:00"),
        ("today 17:00", "18.11.2026 17:00"),
        ("17:00", "18.11.2026 17:00"),
        ("9:00", "19.11.2026 09:00"),
        ("3d", "21.11.2026 00:00"),
        ("3 days", "21.11.2026 00:00"),
        ("2h", "18.11.2026 17:00"),
        ("2 weeks", "02.12.2026 00:00"),
        ("21.11.", "21.11.2026 00:00"),
        ("21.11", "21.11.2026 00:00"),
        ("21.11. 12:00", "21.11.2026 12:00"),
        ("18.11. 17:00", "18.11.2026 17:00"),
        ("18.11. 14:00", "18.11.2027 14:00"),
        ("1 December, 2 pm", "01.12.2026 14:00"),
        ("завтра в 10", "19.11.2026 10:00"),
        ("21.11.2026", "21.11.2026 00:00"),
        ("2026-12-01", "01.12.2026 00:00"),
        ("1.2.", "01.02.2027 00:00"),
        ("пятница", "20.11.2026 00:00"),
        ("до пятницы", "20.11.2026 00:00"),
        ("В понедельник 10:00", "23.11.2026 10:00"),
        ("завтра", "19.11.2026 00:00"),
        ("послезавтра", "20.11.2026 00:00"),
        ("до завтра 12:00", "19.11.2026 12:00"),
        ("3д", "21.11.2026 00:00"),
        ("2 часа", "18.11.2026 17:00"),
        ("неделю", None),
    ],
)
def test_a_phrase_means_a_moment_ahead(text: str, moment: str | None) -> None:
    if moment is None:
        with pytest.raises(UntilNotUnderstood):
            until(text)
    else:
        assert until(text) == moment


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "31.6.", "32d 4", "0x", "friday monday", "5", "3 moons", "1.1.2099"]
)
def test_anything_else_is_not_understood(text: str) -> None:
    with pytest.raises(UntilNotUnderstood):
        until(text)


@pytest.mark.parametrize("text", ["20.10.2026", "2026-11-18", "today", "today 14:00", "0d", "0h"])
def test_a_moment_that_has_passed_is_named_as_such(text: str) -> None:
    with pytest.raises(UntilIsPast):
        until(text)


def test_the_clock_on_the_persons_wall_counts() -> None:
    omsk = parse_until("17:00", now=NOW, zone=ZoneInfo("Asia/Omsk"))
    assert omsk == datetime(2026, 11, 19, 11, 0, tzinfo=UTC), "there it is 20:00 already"


PIECES = ("until", "до", "friday", "3", "d", "ч", "17:00", "29.2.", "29.02.2027", "9999-12-31", "00:00", ",", "999w")
WORDS = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES)).map(" ".join))
HOURS_AHEAD = st.integers(0, 20 * 366 * 24)


@given(text=WORDS, hours=HOURS_AHEAD)
def test_whatever_is_written_is_a_moment_ahead_or_refused(text: str, hours: int) -> None:
    now = NOW + timedelta(hours=hours)
    try:
        found = parse_until(text, now=now, zone=BERLIN)
    except (UntilNotUnderstood, UntilIsPast):
        return
    assert now < found <= now + FARTHEST
