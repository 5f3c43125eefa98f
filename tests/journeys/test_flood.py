"""A customer who writes faster than anybody can read, and those beside him."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, living

MANY = 200
SLOW = "One moment, please."


async def floods(life: Life, many: int = MANY, seconds: float = 60) -> None:
    for number in range(many):
        await life.anna.say(f"Line {number}.")
        await life.telegram.clock.advance(seconds / many)


def numbers(life: Life) -> list[int]:
    return [int(number) for words in life.said() for number in re.findall(r"Line (\d+)\.", words)]


async def drained(life: Life) -> None:
    await life.telegram.settle(quiet=70, within=3600)


async def test_two_hundred_messages_in_a_minute_all_arrive_in_order_and_delay_nobody(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris = telegram.customer("Boris")
    async with living(telegram, tmp_path, [Request(boris)]) as life:
        await life.later()
        await floods(life)
        assert len(numbers(life)) < MANY, "the flood is being worked off"
        await boris.say("Mine is a short one")
        await boris.say("/my")
        await telegram.clock.advance(5)
        assert life.told(boris)[-1].startswith("Your requests"), "his own chat is answered at once"
        await telegram.clock.advance(65)
        assert "Mine is a short one" in "\n".join(life.said(2)), "as soon as the group can take any message"
        assert len(numbers(life)) == MANY, "what waited has gone in few messages"
        await drained(life)
        assert numbers(life) == list(range(MANY))
        assert [words for words in life.told(life.anna) if SLOW in words] == life.told(life.anna)[-1:]


async def test_who_writes_too_fast_is_told_so_once_in_his_language(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path, slow_down_per_minute=5) as life:
        life.anna.account.language = "ru"
        await floods(life, 5, 10)
        await life.settle()
        assert not [words for words in life.told(life.anna) if "Минутку" in words]
        await floods(life, 8, 10)
        await drained(life)
        assert len([words for words in life.told(life.anna) if "Минутку" in words]) == 1
        await telegram.clock.advance(60)
        await floods(life, 8, 10)
        await drained(life)
        assert len([words for words in life.told(life.anna) if "Минутку" in words]) == 2, "another burst"


@pytest.mark.parametrize(("limit", "count"), [(0, 40), (30, 30)])
async def test_within_the_limit_or_without_one_nobody_is_told(
    telegram: LocalTelegram, tmp_path: Path, limit: int, count: int
) -> None:
    async with living(telegram, tmp_path, slow_down_per_minute=limit) as life:
        await floods(life, count, 10)
        await drained(life)
        assert numbers(life) == list(range(count))
        assert SLOW not in "".join(life.told(life.anna))


async def test_in_mid_dialog_the_window_stays_below(telegram: LocalTelegram, tmp_path: Path) -> None:
    carla = telegram.customer("Carla")
    async with living(telegram, tmp_path, slow_down_per_minute=3) as life:
        await carla.say("/new")
        await life.settle()
        await carla.tap("Question")
        await life.settle()
        for number in range(3):
            await carla.say(f"How do I export the report number {number}?")
        await drained(life)
        assert SLOW in "\n".join(life.told(carla))
        assert "Next" in carla.chat.last.labels


async def test_what_came_late_was_not_written_fast(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path, slow_down_per_minute=5) as life:
        telegram.faults.down = True
        for number in range(20):
            await life.anna.say(f"Line {number}.")
            await telegram.clock.advance(30)
        telegram.faults.down = False
        await drained(life)
        assert numbers(life) == list(range(20))
        assert SLOW not in "".join(life.told(life.anna))
