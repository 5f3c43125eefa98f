from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.delivery.inbox import Inbox
from bot.delivery.intake import Intake
from bot.delivery.session import Session
from storage.heartbeat import heart, last_beat


def beat(database: Path, *, ago: float = 0) -> None:
    heart(f"sqlite:///{database}")()
    last = last_beat(f"sqlite:///{database}")
    assert last is not None
    os.utime(f"{database}-alive", times=(last.timestamp() - ago,) * 2)


def test_a_desk_that_has_just_polled_is_healthy(cli: CliRunner, database: Path) -> None:
    beat(database, ago=30)
    assert cli.invoke(app, ["health"]).exit_code == 0


def test_a_desk_that_was_silent_for_a_minute_is_not(cli: CliRunner, database: Path) -> None:
    beat(database, ago=61)
    result = cli.invoke(app, ["health"])
    assert result.exit_code == 1
    assert result.stderr.startswith("The desk was last at work 61 s ago")


@pytest.mark.usefixtures("database")
def test_a_desk_that_has_never_polled_is_not(cli: CliRunner) -> None:
    result = cli.invoke(app, ["health"])
    assert (result.exit_code, result.stderr) == (1, "The desk has never been at work.\n")


def test_a_beat_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'nowhere' / 'desk.sqlite3'}"
    heart(url)()
    assert last_beat(url) is None


class Enough(Exception):
    """The test has seen what it wanted."""


class HourlessClock:
    """Time passes by being slept through."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    async def sleep_until(self, at: datetime) -> None:
        self.time = max(at, self.time)


class SilentTelegram:
    """Each poll waits for its time-out."""

    POLL = timedelta(seconds=55)

    def __init__(self, clock: HourlessClock) -> None:
        self.clock, self.polls = clock, 0

    async def raw(self, *_: Any) -> AsyncIterator[Any]:
        self.polls += 1
        if self.polls > 20:
            raise Enough
        self.clock.time += self.POLL
        raise TelegramNetworkError(method=GetMe(), message="no answer in time")


class EmptyInbox:
    async def load(self) -> None:
        return None


async def test_the_heart_beats_at_least_once_a_minute_while_telegram_is_silent() -> None:
    clock = HourlessClock()
    beats: list[datetime] = []
    session = cast(Session, SilentTelegram(clock))
    intake = Intake(cast(Any, None), session, cast(Inbox, EmptyInbox()), clock, lambda: beats.append(clock.now()))
    with pytest.raises(Enough):
        await intake.run()
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    assert len(beats) > 20
    assert max(gaps) < timedelta(seconds=60)
