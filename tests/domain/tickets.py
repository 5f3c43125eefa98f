"""A ticket of Anna's, and everybody who may come near it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.facts import Fact
from bot.domain.lifecycle import Cause, Closing, Move, Status
from bot.domain.people import Actor, Person, Standing
from bot.domain.ticket import Field, Kind, Ticket

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANNA = Actor(1, "Anna")
STRANGER = Actor(2, "Stranger")
IVAN = Actor(11, "Ivan", standing=Standing.MEMBER)
OLGA = Actor(12, "Olga", standing=Standing.MEMBER)
LENA = Actor(13, "Lena", standing=Standing.LEAD)
PAVEL = Person(14, "Pavel")
PROOF = 77
EVERYBODY = {
    "customer": ANNA,
    "stranger": STRANGER,
    "colleague": OLGA,
    "executor": IVAN,
    "executor who left": replace(IVAN, standing=Standing.OUTSIDER),
    "lead": LENA,
    "lead who executes": replace(IVAN, standing=Standing.LEAD),
    "customer among the staff": replace(ANNA, standing=Standing.MEMBER),
    "customer who leads": replace(ANNA, standing=Standing.LEAD),
}
Deed = Callable[[Ticket, Actor], tuple[Ticket, Fact]]
DEEDS: dict[Move, Deed] = {
    Move.TAKE: lambda ticket, by: ticket.take(by=by, at=NOW),
    Move.REASSIGN: lambda ticket, by: ticket.reassign(PAVEL, by=by, at=NOW),
    Move.COMPLETE: lambda ticket, by: ticket.complete(Cause.OTHER, answer=5, by=by, at=NOW),
    Move.TAKE_BACK: lambda ticket, by: ticket.take_back("too early", by=by, at=NOW),
    Move.CONFIRM: lambda ticket, by: ticket.confirm(by=by, at=NOW, proof=None if by.id == ANNA.id else PROOF),
    Move.DISAGREE: lambda ticket, by: ticket.disagree(by=by, at=NOW),
    Move.CLOSE: lambda ticket, by: ticket.close(by=by, at=NOW),
    Move.CORRECT: lambda ticket, by: ticket.correct(Field.STAND, "TEST", by=by, at=NOW),
}
"""Each move with all that it asks for."""


def ticket(status: Status = Status.RECEIVED, **changes: Any) -> Ticket:
    """As it may stand in that state: with Ivan from `assigned` on, closed by his word."""
    with_ivan: dict[str, Any] = {"executor_id": IVAN.id, "executor_name": IVAN.name}
    closed = {"closing": Closing.CONFIRMED, "closed_at": NOW, "cause": Cause.OTHER, "proof": PROOF}
    known = {} if status is Status.RECEIVED else with_ivan
    known |= closed if status is Status.CLOSED else {}
    new = Ticket(17, ANNA.id, -100, Kind.WRONG, "Payment fails", "Payment fails", NOW, draft=3, stand="PROD")
    return replace(new, status=status, **known | changes)
