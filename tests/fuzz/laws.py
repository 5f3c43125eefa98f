"""What must hold at the end, whatever people have done."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.delivery.outcome import FRAGMENTS
from bot.sandbox.telegram import LocalTelegram
from tests.fuzz.crowd import Crowd

REASONS = {reason for _, _, reason in FRAGMENTS} | {"chat-not-found", "forbidden", "refused"}
"""The error table's."""
OF_CUSTOMER, OF_TOPIC, NOTE = re.compile(r"\bc(\d+)w\d+\."), re.compile(r"\br(\d+)w\d+\."), re.compile(r"\bn\d+\.")
NOT_SAID = """
    SELECT m.id, m.album, m.content, t.description FROM messages m JOIN tickets t ON t.number = m.ticket
    WHERE m.side = 'customer' AND NOT EXISTS (SELECT 1 FROM places p WHERE p.source = m.id)
"""


def broken(telegram: LocalTelegram, crowd: Crowd, database: Path, events: list[Any]) -> list[str]:
    """The laws that do not hold, each in a line."""
    with closing(sqlite3.connect(database)) as books:
        return [
            *_logged(events),
            *_strict(telegram),
            *_inbox(books),
            *_outbox(books),
            *_said(books),
            *_overheard(crowd, books),
        ]


def _logged(events: list[Any]) -> Iterator[str]:
    for event in events:
        if event["log_level"] in ("error", "critical") and event.get("error") != "unreadable":
            yield f"logged: {event}"


def _strict(telegram: LocalTelegram) -> Iterator[str]:
    for line in telegram.strict.lines:
        yield f"strict report: {line}"
    for call in telegram.calls:
        if "Too Many Requests" in (call.error or ""):
            yield f"a flood: {call.method}"


def _inbox(books: sqlite3.Connection) -> Iterator[str]:
    rows = "SELECT update_id, state, error FROM inbox WHERE state <> 'done' AND coalesce(error, '') <> 'unreadable'"
    for row in books.execute(rows):
        yield f"neither done nor set aside: {row}"


def _outbox(books: sqlite3.Connection) -> Iterator[str]:
    for row in books.execute("SELECT id, state, error, payload, order_key FROM outbox"):
        if row[1] != "dead" or row[2] not in REASONS:
            yield f"outbox row {row}"


def _said(books: sqlite3.Connection) -> Iterator[str]:
    """Every customer's message of a ticket has its copy, stands on the card, or was refused in words."""
    dead = " ".join(payload for (payload,) in books.execute("SELECT payload FROM outbox WHERE state = 'dead'"))
    for number, album, content, description in books.execute(NOT_SAID):
        on_card = json.loads(content).get("text", "\0") in description
        refused = f'"message":{number}}}' in dead or f'"album":"{album}"' in dead
        if not on_card and not refused:
            yield f"message {number} of a customer has no copy: {content[:200]}"


def _overheard(crowd: Crowd, books: sqlite3.Connection) -> Iterator[str]:
    """Nobody reads what is not for them."""
    owners = dict(books.execute("SELECT number, customer_id FROM tickets"))
    for who in crowd.customers:
        for message in who.chat.messages:
            text = message.text if message.by_bot else ""
            for found in OF_CUSTOMER.finditer(text):
                if int(found.group(1)) != who.id:
                    yield f"{who.id} reads a word of customer {found.group()}"
            for found in OF_TOPIC.finditer(text):
                if owners.get(int(found.group(1))) != who.id:
                    yield f"{who.id} reads a word of ticket {found.group()}"
            if NOTE.search(text):
                yield f"{who.id} reads a note: {text[:100]}"
