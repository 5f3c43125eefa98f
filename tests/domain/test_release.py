"""A release: its version, its date and state on a stand, and who may change them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import (
    DayIsPast,
    DayNotUnderstood,
    LeadOnly,
    Refusal,
    ReleaseBusy,
    ReleaseNotPlanned,
    ReleaseNotPublished,
    ReleaseOut,
    StaffOnly,
    VersionNotUnderstood,
)
from bot.domain.people import Actor
from bot.domain.period import parse_day_ahead
from bot.domain.release import Release, ReleaseState, Version
from tests.domain.tickets import LENA, OLGA, STRANGER

Change = Callable[[], Release]
TODAY = date(2026, 11, 23)  # a Monday
ON = date(2026, 12, 1)
PLANNED = Release(Version(1, 4, 1), "PROD", ON).schedule(ON, by=LENA, today=TODAY).told_all()
OUT = PLANNED.publish(by=LENA).told_all()


@given(st.builds(Version, *[st.integers(0, 99_999)] * 3))
def test_a_version_is_read_as_it_is_written(version: Version) -> None:
    assert Version.parse(str(version)) == Version.parse(f" V{version} ") == version


def test_versions_are_ordered_by_their_numbers() -> None:
    written = ["1.4.9", "1.4.10", "1.10.0", "2.0.0"]
    assert [str(version) for version in sorted(map(Version.parse, reversed(written)))] == written


@pytest.mark.parametrize("text", ["", "1", "1.4", "1.4.1.2", "1.4.x", "1,4,1", "1.4.100000", "-1.4.1", "1.4.१"])
def test_anything_else_is_no_version(text: str) -> None:
    with pytest.raises(VersionNotUnderstood):
        Version.parse(text)


def test_every_change_is_to_be_told_from_the_first_ticket_on() -> None:
    moved = replace(PLANNED, told=17).schedule(ON + timedelta(days=7), by=LENA, today=TODAY)
    assert (moved.turn, moved.telling, moved.told, moved.by_name) == (PLANNED.turn + 1, True, 0, "Lena")
    assert PLANNED.schedule(ON, by=LENA, today=TODAY) is PLANNED, "nothing has changed"


def test_only_what_is_planned_for_a_day_to_come_can_be_promised() -> None:
    assert PLANNED.promisable(ON)
    assert not PLANNED.promisable(ON + timedelta(days=1))
    assert not OUT.promisable(TODAY)


def test_a_release_goes_from_planned_to_published_to_withdrawn_and_may_be_planned_again() -> None:
    gone = OUT.withdraw(by=LENA).told_all()
    assert [one.state for one in (PLANNED, OUT, gone)] == list(ReleaseState)
    refused: list[tuple[type[Refusal], Change]] = [
        (ReleaseOut, lambda: OUT.publish(by=LENA)),
        (ReleaseOut, lambda: OUT.schedule(ON, by=LENA, today=TODAY)),
        (ReleaseNotPublished, lambda: PLANNED.withdraw(by=LENA)),
        (ReleaseNotPublished, lambda: gone.withdraw(by=LENA)),
        (ReleaseNotPlanned, lambda: gone.publish(by=LENA)),
        (DayIsPast, lambda: PLANNED.schedule(TODAY - timedelta(days=1), by=LENA, today=TODAY)),
    ]
    for refusal, change in refused:
        with pytest.raises(refusal):
            change()
    assert gone.schedule(ON, by=LENA, today=TODAY).state is ReleaseState.SCHEDULED


def test_nothing_changes_while_customers_are_being_told_of_the_last_change() -> None:
    changes: list[Change] = [
        lambda: replace(PLANNED, telling=True).publish(by=LENA),
        lambda: replace(PLANNED, telling=True).schedule(ON + timedelta(1), by=LENA, today=TODAY),
        lambda: replace(OUT, telling=True).withdraw(by=LENA),
    ]
    for change in changes:
        with pytest.raises(ReleaseBusy):
            change()


@pytest.mark.parametrize(("who", "refusal"), [(OLGA, LeadOnly), (STRANGER, StaffOnly)])
def test_only_leads_change_a_release(who: Actor, refusal: type[Refusal]) -> None:
    changes: list[Change] = [
        lambda: PLANNED.publish(by=who),
        lambda: PLANNED.schedule(ON, by=who, today=TODAY),
        lambda: OUT.withdraw(by=who),
    ]
    for change in changes:
        with pytest.raises(refusal):
            change()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", ON),
        ("01.12.2026", ON),
        ("1.12", ON),
        ("1 December", ON),
        ("1 декабря", ON),
        ("12/24", date(2026, 12, 24)),
        ("1.2", date(2027, 2, 1)),
        ("today", TODAY),
        ("завтра", TODAY + timedelta(days=1)),
        ("Friday", date(2026, 11, 27)),
        ("понедельник", date(2026, 11, 30)),
    ],
)
def test_a_day_to_come_is_read_in_both_languages(text: str, day: date) -> None:
    assert parse_day_ahead(text, today=TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "14:00", "31.6", "2026-13-01", "1.12 14:00", "since Friday", "7th", "2099-1-1"]
)
def test_what_names_no_day_is_not_understood(text: str) -> None:
    with pytest.raises(DayNotUnderstood):
        parse_day_ahead(text, today=TODAY)


@pytest.mark.parametrize("text", ["yesterday", "вчера", "2025-12-01", "01.11.2026"])
def test_a_day_that_has_passed_is_said_to_have(text: str) -> None:
    with pytest.raises(DayIsPast):
        parse_day_ahead(text, today=TODAY)


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,4}[-./ ][0-9]{1,2}[-./ ]?[0-9]{0,4}", fullmatch=True))
def test_no_text_whatever_breaks_the_reading(text: str) -> None:
    day = TODAY
    with suppress(DayNotUnderstood, DayIsPast):
        day = parse_day_ahead(text, today=TODAY)
    assert day >= TODAY
