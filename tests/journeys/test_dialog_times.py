"""When it happened, and in whose time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import EN, Customer, visiting


@pytest.mark.parametrize(
    ("button", "shown"),
    [
        ("Still happening", "When: still happening"),
        ("Last hour", "When: Mon 2 Mar 2026, 0"),
        ("Today", "When: Mon 2 Mar 2026, 00:00–10:"),
        ("Yesterday", "When: Sun 1 Mar 2026, all day (UTC)"),
        ("Don't know", "When: unknown"),
    ],
)
async def test_a_period_is_one_tap(anna: Customer, button: str, shown: str) -> None:
    await anna.reach("period")
    await anna.tap(button, "No log")
    assert shown in anna.window.text
    await anna.tap("Send")
    assert shown in anna.card


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("yesterday 2pm-4pm", "Sun 1 Mar 2026, 14:00–16:00 (UTC)"),
        ("01.03.2026 10:05–10:40", "Sun 1 Mar 2026, 10:05–10:40 (UTC)"),
        ("сегодня утром", "Mon 2 Mar 2026, "),
        ("с пятницы", "since Fri 27 Feb 2026, 00:00"),
        ("since Friday", "since Fri 27 Feb 2026, 00:00"),
    ],
)
async def test_a_typed_period_is_read_back_before_going_on(anna: Customer, typed: str, shown: str) -> None:
    await anna.reach("period")
    await anna.say(typed)
    assert anna.asked == "4/6"
    assert f"Understood: {shown}" in anna.window.text
    await anna.tap("Right, go on")
    assert anna.asked == "5/6"


async def test_what_was_understood_wrongly_is_simply_written_again(anna: Customer) -> None:
    await anna.reach("period")
    await anna.say("yesterday 2pm-4pm")
    await anna.say("yesterday 14:30-15:30")
    assert "14:30–15:30" in anna.window.text
    await anna.tap("Right, go on", "No log")
    assert "14:30–15:30" in anna.window.text


async def test_a_zone_is_chosen_by_button_and_remembered(anyone: Customer) -> None:
    berlin = {"en": "Berlin, UTC+1", "ru": "Берлин, UTC+1"}[anyone.words.language]
    await anyone.reach("period")
    await anyone.say(anyone.words.typed_period)
    await anyone.tap("🌐 UTC", berlin)
    assert anyone.words.right not in anyone.window.labels, "the same words mean another time there"
    assert "Europe/Berlin" in anyone.window.text
    await anyone.say(anyone.words.typed_period)
    assert anyone.words.understood.replace("UTC", "Europe/Berlin") in anyone.window.text
    await anyone.tap(anyone.words.right, anyone.words.no_log, anyone.words.send)
    assert "13:00–15:00 (UTC)" in anyone.card, "the group reads the desk's zone"
    await anyone.reach("period")
    assert "Europe/Berlin" in anyone.window.text


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Lisbon", "Europe/Lisbon"), ("UTC+3", "UTC+3"), ("Самара", "Europe/Samara"), ("мск", "Europe/Moscow")],
)
async def test_a_zone_may_be_written(anna: Customer, typed: str, zone: str) -> None:
    await anna.reach("period")
    await anna.tap("🌐 UTC")
    await anna.say(typed)
    assert f"🌐 {zone}" in anna.window.labels
    assert f"When ({zone})?" in anna.window.text
    await anna.say("yesterday 2pm-4pm")
    assert f"14:00–16:00 ({zone})" in anna.window.text


async def test_back_from_the_zone_keeps_the_former_one(anna: Customer) -> None:
    await anna.reach("period")
    await anna.tap("🌐 UTC", "‹ Back")
    assert "When (UTC)?" in anna.window.text


async def test_without_a_zone_of_ones_own_the_desks_holds(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with visiting(telegram, tmp_path / "desk", EN, timezone="Asia/Almaty") as anna:
        await anna.reach("period")
        await anna.say("today 10:00-11:00")
        assert "10:00–11:00 (Asia/Almaty)" in anna.window.text
