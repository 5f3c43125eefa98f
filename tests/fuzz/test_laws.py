"""The laws are laws: each of them tells of a desk that breaks it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.domain.lifecycle import Move
from bot.sandbox.telegram import LocalTelegram
from tests.fuzz.books import Books
from tests.fuzz.crowd import Crowd
from tests.fuzz.laws import broken
from tests.fuzz.moves import MOVES
from tests.fuzz.run import UNLIMITED, requests
from tests.journeys.life import filed
from tests.journeys.reading import counting_reads
from tests.journeys.stage import RunningDesk, settings

ROW = 'INSERT INTO history (number, at, actor_id, actor_name, fact, source, "to", details)'
BROKEN = {
    "does not go on": "UPDATE history SET source = 'completed' WHERE fact = 'TicketAssigned'",
    "the state changes": f"{ROW} VALUES (1, 1, 0, '', 'LevelWarned', 'assigned', 'closed', '{{}}')",
    "no move of the table": f"{ROW} VALUES (1, 1, 0, '', 'TicketExpired', 'assigned', 'closed', '{{}}')",
    "the table says": "UPDATE history SET \"to\" = 'in_progress' WHERE fact = 'TicketAssigned'",
    "not a move of": "UPDATE history SET actor_id = 500005 WHERE fact = 'TicketAssigned'",
    "a closed ticket moves": f"{ROW} VALUES (1, 1, 0, '', 'TicketTaken', 'closed', 'in_progress', '{{}}')",
    "had 3 already": "UPDATE history SET details = (SELECT details FROM history WHERE fact = 'TicketAssigned') "
    "WHERE fact = 'TicketAssigned'",
    "is not what its history tells": "UPDATE tickets SET executor_id = 1 WHERE status = 'assigned'",
    "the clocks are": "UPDATE tickets SET clocks = replace(clocks, '2026-03-02', '2026-03-01')",
    "stands for something else": "UPDATE tickets SET customer_id = 500005 WHERE number = 1",
    "waits, and": "UPDATE tickets SET status = 'received', executor_id = NULL WHERE status = 'assigned'",
    "closed without a reminder": f"{ROW} VALUES (1, 2, 0, '', 'TicketExpired', 'completed', 'closed', '{{}}')",
    "a timer does not go off": "UPDATE timers SET attempts = 1",
    "neither done nor set aside": "UPDATE inbox SET state = 'pending'",
    "has no copy": "INSERT INTO messages (author_id, side, chat_id, message_id, content, at, ticket) "
    "SELECT customer_id, 'customer', customer_id, 99, '{\"text\": \"lost\"}', 1, number FROM tickets WHERE number = 1",
    "outbox row": 'INSERT INTO outbox (order_key, "to", payload, priority, created_at, state) '
    "VALUES ('1', '{}', '{}', 0, 0, 'waiting')",
}


@dataclass
class Scene:
    telegram: LocalTelegram
    crowd: Crowd
    database: Path
    file: Path

    async def broken(self, database: Path | None = None, events: list[Any] | None = None) -> list[str]:
        """By these books, which are read as if they were the desk's."""
        books = self.crowd.books
        books.database = database or self.database
        books.read()
        known = settings(self.telegram, books.database, desk_file=str(self.file))
        return await broken(self.telegram, self.crowd, known, events or [])


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A desk that has just been given its first requests."""
    database, file = tmp_path / "desk.sqlite3", tmp_path / "desk.toml"
    async with LocalTelegram(budgets=False) as telegram:
        crowd = Crowd(telegram, Books(database), file, 1)
        crowd.write(file)
        desk = RunningDesk(telegram, database, desk_file=str(file), **UNLIMITED)
        await filed(telegram, desk.settings, list(requests(crowd)))
        with counting_reads():
            async with desk:
                await crowd.arrive()
                await telegram.clock.advance(1900)
                await telegram.settle()
            yield Scene(telegram, crowd, database, file)


async def test_what_the_books_tell_is_held_against_the_laws(scene: Scene, tmp_path: Path) -> None:
    assert await scene.broken() == []
    for number, (law, change) in enumerate(BROKEN.items()):
        copy = tmp_path / f"copy-{number}.sqlite3"
        with closing(sqlite3.connect(scene.database)) as books, closing(sqlite3.connect(copy)) as changed:
            books.backup(changed)
            changed.execute(change)
            changed.commit()
        assert any(law in line for line in await scene.broken(copy)), law
        scene.crowd.books = Books(scene.database)
        scene.crowd.books.read()


async def test_what_people_read_is_held_against_the_laws(scene: Scene) -> None:
    anna, boris = scene.crowd.customers[:2]
    shown = next(message for message in anna.chat.messages if message.by_bot)
    told = {f"c{boris.id}w1.": "of customer", "r2w1.": "of ticket", "n1.": "a note", "k1.": "for colleagues"}
    for words, law in told.items():
        shown.record.message["text"] = words
        (line,) = await scene.broken()
        assert law in line
    shown.record.message["text"] = ""
    failed = {"log_level": "error", "event": "handler_failed"}
    assert any("logged" in law for law in await scene.broken(events=[failed]))
    scene.telegram.calls[-1].error = "Too Many Requests: retry after 5"
    assert "a flood" in (await scene.broken())[0]


def test_every_move_is_known_by_its_fact() -> None:
    assert set(MOVES.values()) == set(Move)
