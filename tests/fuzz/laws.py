"""What must hold at the end, whatever people have done."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from bot.app import desk_rules
from bot.delivery.outcome import FRAGMENTS
from bot.domain.content import Side
from bot.domain.rules import DeskRules
from bot.domain.team import Assignment
from bot.domain.ticket import Ticket
from bot.ports import Ledger
from bot.sandbox.telegram import LocalTelegram
from bot.settings import Settings
from bot.usecases.levels import from_history
from storage.codec import load
from storage.store import SqlStore
from tests.fuzz.crowd import Crowd
from tests.fuzz.replay import history, replayed

REASONS = {reason for _, _, reason in FRAGMENTS} | {"chat-not-found", "forbidden", "refused"}
"""The error table's."""
OF_CUSTOMER, OF_TOPIC = re.compile(r"\bc(\d+)w\d+\."), re.compile(r"\br(\d+)w\d+\.")
NOTE, COLLEAGUES = re.compile(r"\bn\d+\."), re.compile(r"\bk\d+\.")
REMINDER = re.compile(r"#(\d+): (?:is it solved for you|у вас всё решено)\?")
NOT_SAID = """
    SELECT m.id, m.album, m.content, t.description FROM messages m JOIN tickets t ON t.number = m.ticket
    WHERE m.side = 'customer' AND NOT EXISTS (SELECT 1 FROM places p WHERE p.source = m.id)
"""
WAITING = "SELECT number, declined, service FROM tickets WHERE status = 'received' ORDER BY number"
AT_WORK = """
    SELECT s.person_id FROM service_members s JOIN members m ON m.person_id = s.person_id AND m.chat_id = :chat
    WHERE s.service = :service AND m.standing > 0
      AND NOT EXISTS (SELECT 1 FROM absences a WHERE a.person_id = s.person_id AND (a.until IS NULL OR a.until > :now))
      AND :capacity > (SELECT count(*) FROM tickets t WHERE t.executor_id = s.person_id
                       AND t.status IN ('assigned', 'in_progress', 'transferred'))
"""


async def broken(telegram: LocalTelegram, crowd: Crowd, settings: Settings, events: list[Any]) -> list[str]:
    """The laws that do not hold, each in a line."""
    rules = desk_rules(settings)
    with closing(sqlite3.connect(crowd.books.database)) as books:
        return [
            *_logged(events),
            *_strict(telegram),
            *_inbox(books),
            *_outbox(books),
            *_timers(books, telegram),
            *_said(books, telegram),
            *_overheard(crowd, books),
            *(f"a number stands for something else: {line}" for line in crowd.books.changed),
            *replayed(books, crowd.books, crowd.leading),
            *_reminded(crowd, books, rules),
            *_waits_in_vain(books, rules, telegram),
            *await _clocks(telegram, settings, rules),
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


def _timers(books: sqlite3.Connection, telegram: LocalTelegram) -> Iterator[str]:
    """None was set aside, none is overdue."""
    now = int(telegram.clock.now().timestamp() * 1_000_000)
    for row in books.execute("SELECT * FROM timers WHERE attempts > 0 OR wake_at IS NULL OR wake_at < ?", (now,)):
        yield f"a timer does not go off: {row}"


def _said(books: sqlite3.Connection, telegram: LocalTelegram) -> Iterator[str]:
    """Every customer's message of a ticket has its copy, stands on the card, or was refused in words. Of several in one
    message that somebody of the staff has deleted, only one that is edited later comes again.
    """
    dead = " ".join(payload for (payload,) in books.execute("SELECT payload FROM outbox WHERE state = 'dead'"))
    records = (record for chat in telegram.world.chats.values() if chat.id < 0 for record in chat.records.values())
    deleted = [record.message.get("text", "") for record in records if record.deleted]
    for number, album, content, description in books.execute(NOT_SAID):
        words = json.loads(content).get("text", "\0")
        refused = f'"message":{number}}}' in dead or f'"album":"{album}"' in dead
        if not refused and words not in description and not any(words in text for text in deleted):
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
            if COLLEAGUES.search(text):
                yield f"{who.id} reads words for colleagues: {text[:100]}"


def _reminded(crowd: Crowd, books: sqlite3.Connection, rules: DeskRules) -> Iterator[str]:
    """What closed by itself had its customer reminded long enough before, and after it was completed."""
    reminders: dict[int, list[int]] = {}
    for who in crowd.customers:
        for record in who.chat.chat.records.values():
            if record.sender == crowd.telegram.bot_id and (found := REMINDER.search(str(record.message.get("text")))):
                reminders.setdefault(int(found.group(1)), []).append(record.message["date"])
    completed: dict[int, int] = {}
    for row in history(books):
        at = row.at // 1_000_000
        if row.to == "completed" and row.source != "completed":
            completed[row.number] = at
        if row.fact == "TicketExpired":
            latest = at - int(rules.times.after_reminder.total_seconds())
            if not any(completed[row.number] <= sent <= latest for sent in reminders.get(row.number, [])):
                yield f"#{row.number} closed without a reminder: {row}, {reminders.get(row.number)}"


def _waits_in_vain(books: sqlite3.Connection, rules: DeskRules, telegram: LocalTelegram) -> Iterator[str]:
    """Of what the desk gives out in turn nothing waits while somebody is there for it."""
    now = telegram.clock.now()
    for number, declined, key in books.execute(WAITING):
        service = rules.services[key]
        if service.assignment is Assignment.MANUAL or not service.calendar.open_at(now):
            continue
        wanted = {"chat": service.chat_id, "service": key, "capacity": service.capacity}
        free = {person for (person,) in books.execute(AT_WORK, wanted | {"now": int(now.timestamp() * 1_000_000)})}
        if free - set(load(json.loads(declined))):
            yield f"#{number} waits, and {free} could have it"


async def _clocks(telegram: LocalTelegram, settings: Settings, rules: DeskRules) -> list[str]:
    """Those that run are those that the history tells; the words of a merged ticket are another's."""
    store = SqlStore(settings.database_url, telegram.clock, rules)
    try:
        lines: list[str] = await store.unit(_wrong_clocks)
    finally:
        await store.close()
    return lines


def _at_once(ledger: Ledger, ticket: Ticket) -> bool:
    """The customer said something at the very moment of somebody else's move, as only a standing clock has it: which of
    them came first is stored nowhere.
    """
    moved = {row.at for row in ledger.history.of(ticket.number) if row.actor_id != ticket.customer_id}
    said = [message.at for message in ledger.messages.conversation(ticket.number) if message.side is Side.CUSTOMER]
    return any(at > ticket.created_at and at in moved for at in said)


def _wrong_clocks(ledger: Ledger) -> list[str]:
    found = []
    for number in ledger.connection.exec_driver_sql("SELECT number FROM tickets").scalars():  # type: ignore[attr-defined]  # what a test may look at
        ticket = ledger.tickets.get(number)
        told = from_history(ledger, ticket)
        if told != ticket.clocks and ticket.merged_into is None and not _at_once(ledger, ticket):
            found.append(f"#{number}: the clocks are {ticket.clocks}, by the history {told}")
    return found
