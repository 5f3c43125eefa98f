"""The database is locked, full or failing for a while: nothing is confirmed before it is stored, the desk goes on by
itself, nothing is lost and nothing is said twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.default import DefaultDialect
from structlog.testing import capture_logs

from bot.sandbox.telegram import LocalTelegram
from storage import engine
from tests.crash.powered import PoweredDesk
from tests.crash.story import Story, booked

DEAF = 5
MARKS = ("setMessageReaction",)
FELT = {"not_stored", "books_not_kept", "handler_waits", "round_failed", "lease_not_renewed"}
LONG = 60
"""Seconds after which an update would have been set aside, were the trouble counted as its own failure."""


Trouble = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """For much longer than the desk waits for a lock."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def full(_: Path) -> Iterator[None]:
    """The file cannot grow any more; what still fits into it may be written."""

    def limit(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def lift(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")

    event.listen(Engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(Engine, "begin", limit)
        event.listen(Engine, "begin", lift, once=True)


def failing_commit(after: int) -> Trouble:
    """The disk does not write any more."""
    return _spoiled("failing_commit", lambda number: number >= after, done=False)


def lost_answer(after: int) -> Trouble:
    """One commit is done, and seems to have failed."""
    return _spoiled("lost_answer", lambda number: number == after, done=True)


def _spoiled(name: str, struck: Callable[[int], bool], *, done: bool) -> Trouble:
    @contextmanager
    def spoiled(_: Path) -> Iterator[None]:
        commits = count()
        commit: Callable[..., None] = DefaultDialect.do_commit

        def spoil(self: DefaultDialect, connection: Any) -> None:
            strikes = struck(next(commits))
            if done or not strikes:
                commit(self, connection)
            if strikes:
                raise broken()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(DefaultDialect, "do_commit", spoil)
            yield

    spoiled.__name__ = name
    return spoiled


def broken() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    return error


COMMITS = 12
"""More than the words of both sides take."""
TROUBLES = [
    locked,
    full,
    *(failing_commit(after) for after in range(COMMITS)),
    *(lost_answer(after) for after in range(COMMITS)),
]


@pytest.fixture
async def story(telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Story]:
    """A ticket that was taken."""
    telegram.world.budgets.on = False
    monkeypatch.setattr(engine, "WRITING", (*engine.WRITING[:-1], "busy_timeout = 5"))
    story, desk = Story.on(telegram), PoweredDesk(telegram, tmp_path / "desk.sqlite3", monkeypatch)
    await desk.start()
    for deed in (*story.before(), *story.deeds()[:3]):
        await deed()
        await telegram.settle()
    yield story
    await desk.stop()
    assert booked(tmp_path / "desk.sqlite3")[1] == (0, 0), "all is said and done"


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
async def test_a_conversation_goes_on_when_the_trouble_is_over(
    telegram: LocalTelegram, story: Story, tmp_path: Path, trouble: Trouble
) -> None:
    asked, answered = "Which card is it? " * 200, "A green one. " * 300
    with capture_logs() as events, trouble(tmp_path / "desk.sqlite3"):
        await story.ivan.say(asked, topic=story.topic)
        await story.anna.say(answered)
        await telegram.clock.advance(LONG)
    await telegram.settle(60)
    customer, staff = story.read()
    assert FELT & {event["event"] for event in events}, "the trouble was felt"
    assert not {"update_set_aside", "cannot_compose"} & {event["event"] for event in events}
    assert [line for line in customer if asked.strip() in line and line.startswith("Desk")] == [
        f"Desk: {asked.strip()}"
    ]
    assert [line for line in staff if answered.strip() in line and line.startswith("Desk")] == [
        f"Desk: {answered.strip()}"
    ]
    marks = [(call.chat_id, call.params["message_id"]) for call in telegram.calls if call.method in MARKS]
    assert len(marks) == len(set(marks)) == 2, "what was written down once is not written down again"


async def test_what_could_not_be_stored_is_not_confirmed(telegram: LocalTelegram, story: Story, tmp_path: Path) -> None:
    await telegram.settle(60)  # the echo of the new icon means nothing, and is to be booked with the next batch
    with capture_logs(), locked(tmp_path / "desk.sqlite3"):
        await story.anna.say("A green one")
        await telegram.clock.advance(LONG)
        assert telegram.world.updates.pending() == 1
    await telegram.settle(60)
    assert telegram.world.updates.pending() == 0


async def test_updates_that_are_handed_over_again_change_nothing(
    telegram: LocalTelegram, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram does not always see an offset; then everything comes once more."""
    queue, calls = telegram.world.updates, count()
    confirm, handed_over = queue._confirm, []

    def deaf(offset: int) -> None:
        if next(calls) < DEAF:
            handed_over.append(queue.pending())
        else:
            confirm(offset)

    monkeypatch.setattr(queue, "_confirm", deaf)
    await story.ivan.say("Which card is it?", topic=story.topic)
    await story.anna.say("A green one")
    await telegram.settle(60)
    customer, staff = story.read()
    assert handed_over[-1] == 2
    assert (customer.count("Desk: Which card is it?"), staff.count("Desk: A green one")) == (1, 1)
    assert booked(tmp_path / "desk.sqlite3")[1][0] == 0
