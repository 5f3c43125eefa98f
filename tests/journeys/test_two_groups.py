"""Telegram's budgets are per chat: a second staff group carries as much again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Request, filed
from tests.journeys.stage import RunningDesk, settings

MANY = 60
MINUTES = timedelta(minutes=2.5)


async def carried(telegram: LocalTelegram, folder: Path, groups: list[int]) -> tuple[int, int]:
    """The units that these groups have taken after some minutes of Telegram's own budgets, and in the end."""
    boris, database = telegram.customer("Boris"), folder / "desk.sqlite3"
    for chat_id in groups:
        there = settings(telegram, database).model_copy(update={"staff_chat_id": chat_id})
        await filed(telegram, there, [Request(boris)] * (MANY // len(groups)))
    begun = telegram.clock.now()
    async with RunningDesk(telegram, database):
        await telegram.settle(quiet=70, within=3600)
    assert [call.error for call in telegram.calls if not call.ok] == []
    assert sum(call.method == "sendMessage" for call in telegram.calls if call.chat_id in groups) == MANY, "all cards"
    paid = [(call.units, call.at) for call in telegram.calls if call.chat_id in groups]
    return sum(units for units, at in paid if at - begun < MINUTES), sum(units for units, _ in paid)


async def test_two_groups_carry_twice_as_much_as_one(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    async with LocalTelegram() as telegram:
        one, all_of_one = await carried(telegram, tmp_path / "one", [telegram.staff.chat_id])
    async with LocalTelegram() as telegram:
        groups = [telegram.staff.chat_id, telegram.forum("Backend staff").chat_id]
        two, all_of_two = await carried(telegram, tmp_path, groups)
    assert all_of_one == all_of_two > one, "one group is still full"
    assert two == 2 * one
