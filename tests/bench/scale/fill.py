"""A database as years of work leave it, made by SQLite itself in minutes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from bot.domain import facts
from bot.domain.content import Content, ContentKind
from bot.domain.lifecycle import Ask, Cause, Status
from bot.domain.statements import MAIN
from bot.domain.ticket import Acceptance, Question
from storage import codec, migrate
from storage.columns import EPOCH, MICROSECOND
from storage.engine import compact
from storage.repositories.history import SHARED
from tests.bench.scale.size import (
    APART,
    EXECUTORS,
    FACTS,
    FEW,
    FIRST_CUSTOMER,
    LONG,
    MANY,
    MESSAGES,
    OTHER_DESK,
    Size,
)  # fmt: skip
from tests.storage.builders import DESK, NOW

WORDS = "After the update of the night nothing can be booked any more, the page says error 500. "
CONTENTS = (
    Content(ContentKind.TEXT, WORDS),
    Content(ContentKind.TEXT, WORDS * 3, ({"type": "bold", "offset": 0, "length": 5},)),
    Content(ContentKind.PHOTO, "What it looks like", file_id="AgACAgIAAxkBAAIB" + "q" * 60),
    Content(ContentKind.DOCUMENT, file_id="BQACAgIAAxkBAAIC" + "w" * 60, file_name="application.log"),
    Content(ContentKind.TEXT, "Yes, since this morning"),
)
WHO = facts.Who(EXECUTORS[0], "Boris")
STEPS = (0, WHO, NOW)
HISTORY: tuple[facts.Fact, ...] = (
    facts.TicketReceived(*STEPS, None, Status.RECEIVED),
    facts.TicketTaken(*STEPS, Status.RECEIVED, Status.IN_PROGRESS),
    facts.CustomerAsked(*STEPS, Status.IN_PROGRESS, Status.WAITING_CUSTOMER, Ask.CHOICE, 5, ("By hand", "Tonight")),
    facts.QuestionDelivered(*STEPS, Status.WAITING_CUSTOMER, Status.WAITING_CUSTOMER),
    facts.CustomerAnswered(
        *STEPS, Status.WAITING_CUSTOMER, Status.IN_PROGRESS, message=6, choice="Tonight", reason="", done=False
    ),
    facts.TicketReassigned(*STEPS, Status.IN_PROGRESS, Status.IN_PROGRESS, EXECUTORS[1], "Vera", "Boris"),
    facts.TicketCompleted(*STEPS, Status.IN_PROGRESS, Status.COMPLETED, Cause.SOFTWARE_FAULT, 5),
    facts.TicketConfirmed(*STEPS, Status.COMPLETED, Status.CLOSED, by_customer=True, proof=None),
)
"""Of every ticket; only the last one's is the present state, and only of the closed."""

NUMBERS = "WITH RECURSIVE numbers(t) AS (SELECT 1 UNION ALL SELECT t + 1 FROM numbers WHERE t < :count) "
PEOPLE = """
    INSERT INTO people (id, name, username, spoken, last_message_id)
    SELECT :first + t - 1, 'Person ' || t, 'person_' || t, 'en', 0 FROM numbers
"""
TICKETS = """
    INSERT INTO tickets (number, customer_id, chat_id, kind, subject, description, created_at, draft, status, stand,
        component, topic_id, executor_id, executor_name, closing, cause, rating, closed_at, last_reply, turn, version,
        since, question, acceptance, replied_at)
    SELECT t, customer, chat,
        CASE t % 7 WHEN 0 THEN 'stopped' WHEN 1 THEN 'question' WHEN 2 THEN 'change' ELSE 'wrong' END,
        'Error 500 when posting an invoice, case ' || t, replace(:words, 'night', 'night ' || t), created, t, status,
        CASE t % 3 WHEN 0 THEN 'TEST' ELSE 'PROD' END, 'invoices', :topics + t, executor, 'Executor ' || executor,
        CASE status WHEN 'closed' THEN 'confirmed' END,
        CASE WHEN status IN ('closed', 'completed') THEN 'software_fault' END,
        CASE status WHEN 'closed' THEN 1 + t % 5 END,
        CASE status WHEN 'closed' THEN created + 86400000000 END,
        NULL, 8, 12, created,
        CASE status WHEN 'waiting_customer' THEN :question END, CASE status WHEN 'completed' THEN :acceptance END,
        CASE WHEN executor IS NOT NULL THEN created END
    FROM (
        SELECT t, status, CASE WHEN status <> 'received' THEN :executor + t / 26 * 7 % :executors END AS executor,
            CASE WHEN t % 200 = 0 THEN :many WHEN t % (:tickets / 10) = 1 THEN :few
                ELSE :first + t % :customers END AS customer,
            CASE t % 26 WHEN 0 THEN :other ELSE :desk END AS chat, :now - (:tickets - t) * :apart AS created
        FROM (
            SELECT t, CASE WHEN t <= :tickets - :open THEN 'closed' WHEN t / 26 % 10 < 4 THEN 'received'
                WHEN t / 26 % 10 < 8 THEN 'in_progress' WHEN t / 26 % 10 = 8 THEN 'waiting_customer'
                ELSE 'completed' END AS status
            FROM numbers
        )
    )
"""
MESSAGE = """
    FROM (SELECT t AS id, (t - 1) / (:block * :each) * :block + (t - 1) % :block + 1 AS number,
        (t - 1) / :block % :each AS place FROM numbers) JOIN tickets USING (number)
"""
WRITTEN = f"""
    INSERT INTO messages (id, author_id, side, chat_id, message_id, content, at, ticket, album, reply_to)
    SELECT id, CASE WHEN place % 2 THEN coalesce(executor_id, :executor) ELSE customer_id END,
        CASE WHEN place = 7 THEN 'note' WHEN place % 2 THEN 'reply' ELSE 'customer' END,
        CASE WHEN place % 2 THEN tickets.chat_id ELSE customer_id END, id,
        (SELECT content FROM contents WHERE sample = (id + place) % 5),
        created_at + place * 60000000, number, CASE place WHEN 4 THEN 'album ' || number END,
        CASE place WHEN 3 THEN id - :block END
    {MESSAGE}
"""  # noqa: S608 - of constants
COPIED = f"""
    INSERT INTO places (chat_id, message_id, ticket, source, at)
    SELECT CASE WHEN place % 2 THEN customer_id ELSE tickets.chat_id END, id, number, id, created_at
    {MESSAGE} WHERE place <> 7
"""
CARDS = """
    INSERT INTO places (chat_id, message_id, ticket, at)
    SELECT chat_id, :cards + number, number, created_at FROM tickets
"""
VIEWS = """
    INSERT INTO views (key, face, chat_id, message_id, digest, at)
    SELECT :what || number, :face, chat_id, :offset + number, :digest, created_at FROM tickets
"""
STEP = """
    INSERT INTO history (number, at, actor_id, actor_name, fact, source, "to", details)
    SELECT number, created_at + place * 60000000, :executor, 'Boris', fact, source, "to", details
"""
MOVES = f"{STEP} {MESSAGE} JOIN facts USING (place)"
LONG_ONE = f"{STEP} FROM numbers JOIN facts ON place = t % :each JOIN tickets ON number = :long"
LINKS = "INSERT INTO links (one, other) SELECT t * 20, t * 20 - 1 FROM numbers WHERE t * 20 <= :tickets"
TIMERS = """
    INSERT INTO timers (number, alarm, due_at, wake_at)
    SELECT number, 'no_reply', :now + number, :now + number FROM tickets WHERE status IN ('in_progress', 'transferred')
"""
QUICK = ("foreign_keys = OFF", "journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000")
"""Nothing of it would survive a loss of power, and nobody minds."""


def fill(path: Path, size: Size) -> None:
    """Make the file; all tables and indexes as the migrations make them."""
    migrate.upgrade(f"sqlite:///{path}")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in QUICK:
            db.execute(f"PRAGMA {pragma}")
        db.execute("BEGIN")
        with _without_indexes(db):
            _samples(db)
            _rows(db, size)
        db.execute("COMMIT")


@contextmanager
def _without_indexes(db: sqlite3.Connection) -> Iterator[None]:
    """A sorted index is made faster whole than row by row."""
    indexes = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    yield
    for _, made in indexes:
        db.execute(made)


def _samples(db: sqlite3.Connection) -> None:
    db.execute("CREATE TEMP TABLE contents (sample INTEGER PRIMARY KEY, content TEXT)")
    db.executemany("INSERT INTO contents VALUES (?, ?)", [(at, _coded(one)) for at, one in enumerate(CONTENTS)])
    db.execute('CREATE TEMP TABLE facts (place INTEGER PRIMARY KEY, fact, source, "to", details)')
    db.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", [_fact(at, one) for at, one in enumerate(HISTORY)])


def _fact(at: int, fact: facts.Fact) -> tuple[Any, ...]:
    own = {field.name: getattr(fact, field.name) for field in fields(fact) if field.name not in SHARED}
    return at, type(fact).__name__, fact.source, fact.to, _coded(own)


def _rows(db: sqlite3.Connection, size: Size) -> None:
    def insert(statement: str, count: int, **more: Any) -> None:
        db.execute(NUMBERS + statement, values | {"count": count} | more)

    values = _values(size)
    insert(PEOPLE, size.customers)
    insert(PEOPLE, len(EXECUTORS), first=EXECUTORS[0])
    insert(PEOPLE, 2, first=min(MANY, FEW))
    insert(TICKETS, size.tickets)
    insert(WRITTEN, size.tickets * MESSAGES, each=MESSAGES)
    insert(COPIED, size.tickets * MESSAGES, each=MESSAGES)
    insert(CARDS, 0)
    insert(VIEWS, 0, what="card:", offset=size.card_at(0), digest="0123456789abcdef")
    insert(VIEWS, 0, what="topic:", offset=size.topic_at(0), digest='{"name": "", "icon": "", "closed": false}')
    insert(MOVES, size.tickets * FACTS, each=FACTS)
    insert(LONG_ONE, LONG - FACTS, each=FACTS)
    insert(LINKS, size.tickets // 20)
    insert(TIMERS, 0)


def _values(size: Size) -> dict[str, Any]:
    question = Question(Ask.INFO, 1, WHO.id, WHO.name, NOW, Status.IN_PROGRESS, delivered_at=NOW)
    return {
        "tickets": size.tickets, "open": size.open, "block": size.block, "customers": size.customers,
        "cards": size.card_at(0), "topics": size.topic_at(0), "long": size.long,
        "first": FIRST_CUSTOMER, "many": MANY, "few": FEW, "executor": EXECUTORS[0], "executors": len(EXECUTORS),
        "desk": DESK, "other": OTHER_DESK, "now": (NOW - EPOCH) // MICROSECOND, "apart": APART // MICROSECOND,
        "words": WORDS * 3, "face": _coded(MAIN),
        "question": _coded(question), "acceptance": _coded(Acceptance(NOW)),
    }  # fmt: skip


def _coded(value: Any) -> str:
    return compact(codec.dump(value))
