"""What the crowd and the laws read in the desk's books, with a pair of eyes of their own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.ports import Purpose
from storage.codec import load

ROWS = """
    SELECT number, customer_id, created_at, chat_id, topic_id, status, executor_id, transfer, service, promise
    FROM tickets ORDER BY number
"""
PROMPTS = "SELECT chat_id, person_id, number, purpose, data FROM prompts ORDER BY id"
GUESTS = "SELECT chat_id, topic_id, number FROM guest_topics"


@dataclass(frozen=True)
class Known:
    """A ticket as it stands in the books. `assignee`: who has it in another service; `service`, `there`: the one it is
    with, and the group of that, while it is there.
    """

    number: int
    customer: int
    created_at: int
    status: str
    executor: int | None
    assignee: int | None
    service: str
    there: int | None
    promised: str | None


@dataclass(frozen=True)
class Asked:
    """The desk asked somebody for a text; `step` counts what they have answered of it already."""

    chat_id: int
    person: int
    number: int
    purpose: Purpose
    data: dict[str, Any]


@dataclass
class Books:
    """As of the last `read`. `topics`: where each ticket is talked about."""

    database: Path
    tickets: dict[int, Known] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    topics: dict[tuple[int, int], int] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)

    def read(self) -> None:
        """What a number once stood for, it stands for ever after."""
        with sqlite3.connect(self.database) as books:
            self.topics = {(chat, topic): number for chat, topic, number in books.execute(GUESTS)}
            before, self.tickets = self.tickets, dict(self._tickets(books))
            self.asked = [
                Asked(chat, person, number, Purpose(purpose), load(json.loads(data)))
                for chat, person, number, purpose, data in books.execute(PROMPTS)
            ]
        books.close()
        for number, one in before.items():
            now = self.tickets.get(number)
            if now is None or (now.customer, now.created_at) != (one.customer, one.created_at):
                self.changed.append(f"#{number} was {one}, is {now}")

    def _tickets(self, books: sqlite3.Connection) -> Iterator[tuple[int, Known]]:
        for number, customer, created, chat, topic, status, executor, transfer, service, promise in books.execute(ROWS):
            if topic is not None:
                self.topics[chat, topic] = number
            there = load(json.loads(transfer)) if transfer else None
            yield number, Known(
                number, customer, created, status, executor, there and there.assignee_id,
                there.service if there else service, there and there.chat_id,
                promise and load(json.loads(promise)).version,
            )  # fmt: skip
