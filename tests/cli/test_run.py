"""`deskgram run` in a process of its own, on a local Telegram whose time flows."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import run
from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram
from storage.heartbeat import last_beat
from tests.cli.processes import LIMIT, deskgram, until
from tests.journeys.stage import settings

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


async def test_a_call_that_hangs_holds_up_the_stop_for_a_moment_only_and_is_kept(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "PATIENCE", 0.2)
    telegram.faults.delay(600, method="sendMessage")
    anna = telegram.customer("Anna")
    await anna.start()
    file = tmp_path / "desk.sqlite3"
    desk = asyncio.create_task(run.run_desk(settings(telegram, file)))
    await until(lambda: any(call.method == "sendMessage" for call in telegram.calls))
    os.kill(os.getpid(), signal.SIGTERM)
    begun = time.monotonic()
    await asyncio.wait_for(desk, LIMIT)
    assert 0.2 <= time.monotonic() - begun < 30, "not the 600 seconds of the call"
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT state FROM outbox").fetchall() == [("sending",)]
