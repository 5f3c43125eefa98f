"""One desk serves a database: a second one waits, and takes over when the first is gone."""

from __future__ import annotations

import sqlite3
import time
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.sandbox.nursery import Nursery
from bot.sandbox.telegram import LocalTelegram
from storage.columns import EPOCH, MICROSECOND
from tests.journeys.stage import RunningDesk

pytestmark = pytest.mark.asyncio(loop_scope="package")


def lease(folder: Path) -> tuple[str, int] | None:
    with sqlite3.connect(folder / "desk.sqlite3") as database:
        found: tuple[str, int] | None = database.execute("SELECT holder, until FROM lease").fetchone()
    return found


def pid_in(held: tuple[str, int] | None) -> int:
    assert held is not None
    return int(held[0].rpartition(":")[2])


async def test_a_second_desk_waits_and_takes_over_within_seconds(nursery: Nursery, tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        anna = telegram.customer("Anna")
        url = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
        first = await nursery.start(telegram, url)
        await telegram.settle()
        second = await nursery.start(telegram, url)
        await telegram.clock.advance(65)
        await anna.start()
        await telegram.settle()
        assert pid_in(lease(tmp_path)) == first.pid
        assert len([message for message in anna.chat.messages if message.by_bot]) == 1
        assert await first.stop() == 0
        await anna.say("/help")
        await telegram.clock.advance(6)
        assert pid_in(lease(tmp_path)) == second.pid
        assert len([message for message in anna.chat.messages if message.by_bot]) == 2
        await second.kill()
        third = await nursery.start(telegram, url)
        await anna.say("/help")
        await telegram.clock.advance(0)
        assert pid_in(lease(tmp_path)) == third.pid, "a dead process on the same host is replaced at once"
        await telegram.clock.advance(3)
        assert len([message for message in anna.chat.messages if message.by_bot]) == 3
        await third.kill()


async def test_a_desk_that_has_lost_its_lease_stops_serving_until_it_is_free(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        anna = telegram.customer("Anna")
        with capture_logs() as log:
            async with RunningDesk(telegram, tmp_path / "desk.sqlite3"):
                until = (telegram.clock.now() + timedelta(seconds=150) - EPOCH) // MICROSECOND
                with sqlite3.connect(tmp_path / "desk.sqlite3") as database:
                    database.execute("UPDATE lease SET holder = 'elsewhere/1:1', until = ?", (until,))
                await telegram.clock.advance(30)
                await anna.start()
                await telegram.clock.advance(100)
                assert anna.chat.messages[-1].text == "/start"
                assert len([entry for entry in log if entry["event"] == "another_desk_serves"]) == 1
                assert [entry["holder"] for entry in log if entry["event"] == "lease_lost"] == ["elsewhere/1:1"]
                await telegram.clock.advance(30)
                assert anna.chat.messages[-1].by_bot
        assert lease(tmp_path) is None, "a desk that stops hands it back"


async def test_stopping_does_not_wait_for_an_update_that_rests(tmp_path: Path) -> None:
    """Neither on the desk's clock, which stands still here, nor on any other."""
    async with LocalTelegram() as telegram:
        ivan = telegram.member("Ivan")
        desk = RunningDesk(telegram, tmp_path / "desk.sqlite3")
        await desk.start()
        telegram.faults.server_error(method="getChatMember", times=None)
        await ivan.say("/queue")
        await telegram.clock.advance(1)
        begun = time.monotonic()
        await desk.stop()
        assert time.monotonic() - begun < 20, "it would wait for ever"
        telegram.faults.clear()
        await desk.start()
        await telegram.clock.advance(3)
        assert telegram.staff.messages[-1].text.startswith("The queue is empty")
        await desk.stop()
