"""The laws of the lifecycle, read from the history alone and held against what is."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from bot.domain.assignment import ACTIVE
from bot.domain.lifecycle import TRANSITIONS, Move, Role, Rule, Status
from storage.codec import load
from tests.fuzz.books import Books
from tests.fuzz.cast import CAPACITY
from tests.fuzz.moves import MOVES

ROWS = 'SELECT number, at, actor_id, fact, source, "to", details FROM history ORDER BY id'
THE_DESK = 0
OWNED = frozenset({Role.EXECUTOR, Role.ASSIGNEE, Role.LEAD, Role.CUSTOMER, Role.DESK})
"""Moves of these alone: the history tells who they were."""
OPENED = frozenset({Move.REOPEN, Move.DISAGREE})


@dataclass
class Told:
    """A ticket as its history tells it."""

    customer: int
    status: Status | None = None
    executor: int | None = None
    assignee: int | None = None
    asked_from: Status = Status.IN_PROGRESS


@dataclass(frozen=True)
class Row:
    number: int
    at: int
    by: int
    fact: str
    source: Status | None
    to: Status
    details: dict[str, Any]


def history(books: sqlite3.Connection) -> Iterator[Row]:
    for number, at, by, fact, source, to, details in books.execute(ROWS):
        yield Row(number, at, by, fact, source and Status(source), Status(to), load(json.loads(details)))


def replayed(database: sqlite3.Connection, books: Books, leading: Set[int]) -> Iterator[str]:
    """Every row goes on from where the one before it ended, as the table says, by whom it says; and the last one is
    what the ticket is now.
    """
    tickets = {number: Told(ticket.customer) for number, ticket in books.tickets.items()}
    for row in history(database):
        one = tickets[row.number]
        for wrong in _step(row, one, leading, tickets):
            yield f"#{row.number}: {wrong}: {row}"
        _go(row, one)
    for number, one in tickets.items():
        now = books.tickets[number]
        if (one.status, one.executor, one.assignee) != (now.status, now.executor, now.assignee):
            yield f"#{number} is not what its history tells: {one}, {now}"


def _step(row: Row, one: Told, leading: Set[int], tickets: dict[int, Told]) -> Iterator[str]:
    if row.source is not one.status:
        yield f"does not go on from {one.status}"
    if row.source is None:
        return
    move = MOVES.get(row.fact)
    if move is None:
        if row.to is not row.source:
            yield "no move, and yet the state changes"
        return
    if row.source is Status.CLOSED and move not in OPENED:
        yield "a closed ticket moves"
    rule = TRANSITIONS.get((row.source, move))
    if rule is None:
        yield "no move of the table"
        return
    if row.to not in _targets(rule, row, one):
        yield f"the table says {rule.to}"
    if not _theirs(rule, row, one, leading):
        yield f"not a move of {row.by}"
    if row.by == THE_DESK and move in (Move.ASSIGN, Move.REASSIGN):
        mine = Counter(ticket.executor for ticket in tickets.values() if ticket.status in ACTIVE)
        if mine[row.details["to_id"]] >= CAPACITY:
            yield f"{row.details['to_id']} had {mine[row.details['to_id']]} already"


def _targets(rule: Rule, row: Row, one: Told) -> set[Status | None]:
    if rule.back:
        return {one.asked_from}
    if rule.move is Move.REOPEN:
        return {Status.IN_PROGRESS, Status.RECEIVED}
    return {rule.to or row.source}


def _theirs(rule: Rule, row: Row, one: Told, leading: Set[int]) -> bool:
    """As far as the history tells."""
    if row.by == THE_DESK:
        return Role.DESK in rule.by or row.fact == "ReleasePromised"  # a new date of what was promised
    if row.by == one.customer:
        return Role.CUSTOMER in rule.by
    if row.fact == "ReleasePromised" and row.details.get("before") == row.details.get("version"):
        return True
    if row.fact in ("ReleasePublished", "ReleaseWithdrawn"):
        return True
    if not rule.by <= OWNED:
        return True
    allowed = set(leading) if Role.LEAD in rule.by else set()
    if Role.EXECUTOR in rule.by:
        allowed.add(one.executor or -1)
    if Role.ASSIGNEE in rule.by:
        allowed.add((one.assignee if one.status is Status.TRANSFERRED else one.executor) or -1)
    return row.by in allowed


def _go(row: Row, one: Told) -> None:
    match row.fact:
        case "TicketAssigned" | "TicketReassigned":
            one.executor = row.details["to_id"]
        case "TicketTaken":
            one.executor = row.by
        case "TicketDeclined" | "TakeMissed":
            one.executor = None
        case "TicketReopened" if row.to is Status.RECEIVED:
            one.executor = None
        case "TicketTransferred":
            one.assignee = None
        case "TransferPickedUp":
            one.assignee = row.by
        case "CustomerAsked" if row.source is not None:
            one.asked_from = row.source
        case _:
            pass
    if row.to not in (Status.TRANSFERRED, Status.WAITING_CUSTOMER):
        one.assignee = None
    one.status = row.to
