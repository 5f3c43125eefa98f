"""A crowd does whatever it likes to a desk; `make fuzz` is the same at length."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.fuzz.crowd import Crowd
from tests.fuzz.laws import broken
from tests.fuzz.run import UNLIMITED, chapter
from tests.journeys.life import Request, filed
from tests.journeys.reading import counting_reads
from tests.journeys.stage import RunningDesk


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_law_holds_whatever_people_do(tmp_path: Path, seed: int) -> None:
    with counting_reads():
        went = await chapter(tmp_path, seed, 600)
    assert went.laws == []
    assert went.updates >= 600


async def test_the_laws_are_laws(tmp_path: Path) -> None:
    """Each of them tells of a desk that breaks it."""
    async with LocalTelegram(budgets=False) as telegram:
        crowd = Crowd(telegram, 1)
        anna, boris = crowd.customers[:2]
        desk = RunningDesk(telegram, tmp_path / "desk.sqlite3", **UNLIMITED)
        await filed(telegram, desk.settings, [Request(anna), Request(boris)])
        with counting_reads():
            async with desk:
                await telegram.settle()
                for words in (f"c{boris.id}w1.", "r2w1.", "n1."):
                    shown = next(message for message in anna.chat.messages if message.by_bot)
                    shown.record.message["text"] = words
                    assert len(broken(telegram, crowd, tmp_path / "desk.sqlite3", [])) == 1, words
        assert "reads a note" in broken(telegram, crowd, tmp_path / "desk.sqlite3", [])[0]
    failed = {"log_level": "error", "event": "handler_failed"}
    assert any("logged" in law for law in broken(telegram, crowd, tmp_path / "desk.sqlite3", [failed]))
