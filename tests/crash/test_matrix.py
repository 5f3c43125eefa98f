"""The power fails at every step of a story's deeds: nothing is missing, nothing out of order, nothing said twice but
what was on its way without an answer.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.sandbox.loop import IdleLoop
from bot.sandbox.telegram import LocalTelegram
from tests.crash.powered import QUIET, PoweredDesk, beyond
from tests.crash.story import Story, booked

STEPS = 44
"""More than any deed of the story takes."""
EVERY = 10
SENDING = 12
"""In most deeds the step at which something has been sent and is not in the books yet."""


@dataclass
class Lived:
    """After each deed: what both sides have read, how many steps it took, how often the desk may have spoken twice."""

    read: list[tuple[list[str], list[str]]] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    doubts: list[int] = field(default_factory=list)
    cuts: int = 0
    marks: list[list[str]] = field(default_factory=list)
    books: Any = None


async def live(
    folder: Path, patch: pytest.MonkeyPatch, cut_after: int | None = None, again: int | None = None
) -> Lived:
    """The story; in each deed that takes so many steps the power is cut after them, and when it is back `again`."""
    lived, database = Lived(), folder / "desk.sqlite3"
    async with LocalTelegram(budgets=False) as telegram:
        story, desk = Story.on(telegram), PoweredDesk(telegram, database, patch)
        await desk.start()
        for deed in story.before():
            await deed()
            await telegram.settle(QUIET)
        for deed in story.deeds():
            with capture_logs() as events:
                desk.mains.cut_within(cut_after)
                begun = len(desk.mains.steps)
                await deed()
                await telegram.settle(QUIET)
                lived.steps.append(len(desk.mains.steps) - begun)
                for then in (again, None):
                    if desk.mains.off:
                        lived.cuts += 1
                        await desk.recover(then)
            lived.doubts.append(sum(event["event"] == "possibly_twice" for event in events))
            lived.read.append(story.read())
        await desk.stop()
        assert telegram.strict.lines == []
        lived.marks = story.marks()
    lived.books = booked(database)
    return lived


def compare(calm: Lived, lived: Lived) -> None:
    """Nothing is missing or out of order, and in no chat more than one message was said twice for each doubt. A mark
    may be missing: no mark means nothing.
    """
    before = [0, 0]
    for calm_sides, lived_sides, doubts in zip(calm.read, lived.read, lived.doubts, strict=True):
        extra = [beyond(*sides) for sides in zip(calm_sides, lived_sides, strict=True)]
        now = [len(lines) for lines in extra]
        grown = [after - was for after, was in zip(now, before, strict=True)]
        before = now
        assert sum(grown) <= doubts, extra
    assert lived.books == calm.books
    assert all(mark in ([], calm_mark) for calm_mark, mark in zip(calm.marks, lived.marks, strict=True)), lived.marks


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """The story without a cut."""
    folder = tmp_path_factory.mktemp("calm")
    with pytest.MonkeyPatch.context() as patch, asyncio.Runner(loop_factory=IdleLoop) as runner:
        return runner.run(live(folder, patch))


def test_the_matrix_reaches_every_step(calm: Lived) -> None:
    assert max(calm.steps) <= STEPS
    assert sum(calm.steps) > 200
    assert ["👌"] in calm.marks
    assert calm.doubts == [0] * len(calm.steps)


@pytest.mark.parametrize("step", range(STEPS))
async def test_a_power_cut_loses_nothing_and_keeps_the_order(
    calm: Lived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    lived = await live(tmp_path, monkeypatch, cut_after=step)
    compare(calm, lived)
    assert lived.cuts == sum(steps > step for steps in lived.steps)


@pytest.mark.parametrize("again", range(0, STEPS, EVERY))
async def test_a_power_cut_in_the_recovery_loses_nothing_either(
    calm: Lived, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: int
) -> None:
    lived = await live(tmp_path, monkeypatch, cut_after=SENDING, again=again)
    compare(calm, lived)
