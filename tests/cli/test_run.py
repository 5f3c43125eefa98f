"""`deskgram run` in a process of its own, on a local Telegram whose time flows."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram
from storage.heartbeat import last_beat
from tests.cli.processes import LIMIT, deskgram, until

SECRET = "The green card of Mrs Smith was refused"


@dataclass(frozen=True, slots=True)
class Evening:
    """A desk that was started, had something to do, and was stopped."""

    code: int | None
    seconds: float
    errors: str
    heartbeat: Any

    @property
    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.errors.splitlines()]


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram(standing=False) as telegram:
        yield telegram


async def evening(telegram: LocalTelegram, folder: Path) -> Evening:
    """Anna writes while nobody is there; the desk starts while Telegram is down, answers her later, and is stopped."""
    database = f"sqlite:///{folder / 'desk.sqlite3'}"
    anna = telegram.customer("Anna")
    await anna.start()
    await anna.say(SECRET)
    telegram.faults.down = True
    desk = environment(telegram.url, telegram.token, telegram.staff.chat_id, database)
    async with deskgram(folder, "run", settings=desk) as process:
        assert process.stderr is not None
        first = await asyncio.wait_for(process.stderr.readline(), LIMIT)
        telegram.faults.down = False
        await until(lambda: "What do you need?" in str(anna.chat.transcript()))
        process.terminate()
        begun = time.monotonic()
        _, more = await asyncio.wait_for(process.communicate(), LIMIT)
        spent = time.monotonic() - begun
    return Evening(process.returncode, spent, (first + more).decode(), last_beat(database))


async def test_it_waits_for_telegram_serves_until_told_to_stop_and_stops_cleanly_within_5_seconds(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    seen = await evening(telegram, tmp_path)
    assert seen.code == 0, seen.errors
    assert seen.seconds < 5
    assert seen.log[0]["event"] == "telegram_does_not_answer"
    assert [line["event"] for line in seen.log[-2:]] == ["stopping", "stopped"]
    assert all({"logger", "level", "timestamp"} <= line.keys() for line in seen.log)
    assert SECRET not in seen.errors
    assert "Anna" not in seen.errors
    assert seen.heartbeat is not None
    assert telegram.strict.lines == []


async def test_a_token_that_telegram_refuses_is_said_in_one_sentence_with_exit_code_2(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
    desk = environment(telegram.url, "42:AAwrong", telegram.staff.chat_id, database)
    async with deskgram(tmp_path, "run", settings=desk) as process:
        _, errors = await asyncio.wait_for(process.communicate(), LIMIT)
    assert process.returncode == 2
    assert errors.decode() == (
        "DESKGRAM_BOT_TOKEN is refused by Telegram: set it to the token that @BotFather gave you.\n"
    )
