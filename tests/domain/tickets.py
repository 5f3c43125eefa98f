"""A ticket of Anna's, and everybody who may come near it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.facts import Fact
from bot.domain.lifecycle import Ask, Cause, Closing, Move, Status
from bot.domain.people import THE_DESK, Actor, Person, Standing
from bot.domain.release import Release, Version
from bot.domain.ticket import Acceptance, Field, Kind, Promise, Question, Ticket, Transfer

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANNA = Actor(1, "Anna")
STRANGER = Actor(2, "Stranger")
IVAN = Actor(11, "Ivan", standing=Standing.MEMBER)
OLGA = Actor(12, "Olga", standing=Standing.MEMBER)
BORIS = Actor(15, "Boris", standing=Standing.MEMBER, chat_id=-200, services=frozenset({"backend"}))
BELLA = Actor(16, "Bella", standing=Standing.MEMBER, chat_id=-200, services=frozenset({"backend"}))
LENA = Actor(13, "Lena", standing=Standing.LEAD)
PAVEL = Person(14, "Pavel")
PROOF = 77
WAITED = timedelta(days=3)
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
    "assignee": BORIS,
    "colleague of the assignee": BELLA,
    "lead of the assignee": replace(BELLA, standing=Standing.LEAD),
    "colleague from elsewhere": replace(OLGA, chat_id=-300),
    "lead from elsewhere": replace(LENA, chat_id=-300),
    "desk": THE_DESK,
}
NEXT = Release(Version(1, 4, 1), "PROD", NOW.date(), id=8)
Deed = Callable[[Ticket, Actor], tuple[Ticket, Fact]]
DEEDS: dict[Move, Deed] = {
    Move.ASSIGN: lambda ticket, by: ticket.assign(PAVEL, by=by, at=NOW),
    Move.TAKE: lambda ticket, by: ticket.take(by=by, at=NOW),
    Move.DECLINE: lambda ticket, by: ticket.decline("on leave", by=by, at=NOW),
    Move.MISS: lambda ticket, by: ticket.miss(by=by, at=NOW),
    Move.ASK: lambda ticket, by: ticket.ask(Ask.INFO, 6, by=by, at=NOW),
    Move.ANSWER: lambda ticket, by: ticket.answer(7, by=by, at=NOW),
    Move.COMMIT: lambda ticket, by: ticket.commit(by=by, at=NOW),
    Move.WITHDRAW_QUESTION: lambda ticket, by: ticket.withdraw_question(by=by, at=NOW),
    Move.GO_SILENT: lambda ticket, by: ticket.go_silent(by=by, at=NOW),
    Move.TRANSFER: lambda ticket, by: ticket.hand_over("web", -300, "please look", by=by, at=NOW),
    Move.PICK_UP: lambda ticket, by: _nobodys(ticket).pick_up(by=by, at=NOW),
    Move.GIVE_VERDICT: lambda ticket, by: ticket.give_verdict("the gate", "restart it", by=by, at=NOW),
    Move.HAND_BACK: lambda ticket, by: ticket.hand_back("not ours", by=by, at=NOW),
    Move.RECALL: lambda ticket, by: ticket.recall(by=by, at=NOW),
    Move.PROMISE: lambda ticket, by: ticket.promise_release(NEXT, Cause.IMPROVEMENT, today=NOW.date(), by=by, at=NOW),
    Move.WITHDRAW_PROMISE: lambda ticket, by: ticket.withdraw_promise(by=by, at=NOW),
    Move.PUBLISH: lambda ticket, by: ticket.publish(by=by, at=NOW),
    Move.WITHDRAW_RELEASE: lambda ticket, by: ticket.unpublish(by=by, at=NOW),
    Move.LAPSE: lambda ticket, by: replace(ticket, unexplained_since=NOW).lapse(by=by, at=NOW),
    Move.EXPIRE: lambda ticket, by: ticket.expire(by=by, at=NOW, after=WAITED, reopen=WAITED),
    Move.GIVE_UP: lambda ticket, by: ticket.give_up(by=by, at=NOW),
    Move.REOPEN: lambda ticket, by: ticket.reopen(
        by=by, at=NOW, within=timedelta(days=7), present=True, reason="it is back"
    ),
    Move.MERGE: lambda ticket, by: ticket.merge(replace(_plain(), number=18), by=by, at=NOW),
    Move.REJECT: lambda ticket, by: ticket.reject("an advertisement", by=by, at=NOW),
    Move.REMIND: lambda ticket, by: ticket.remind(by=by, at=NOW),
    Move.NUDGE: lambda ticket, by: ticket.nudge(by=by, at=NOW),
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
    """As it may stand in that state: with Ivan from `assigned` on, closed by his word; with Boris of the backend while
    it is transferred.
    """
    with_ivan: dict[str, Any] = {"executor_id": IVAN.id, "executor_name": IVAN.name}
    known = {} if status is Status.RECEIVED else with_ivan
    return replace(_plain(), status=status, **known | _STATES.get(status, {}) | changes)


def _plain() -> Ticket:
    return Ticket(17, ANNA.id, -100, Kind.WRONG, "Payment fails", "Payment fails", NOW, draft=3, stand="PROD")


def _nobodys(ticket: Ticket) -> Ticket:
    """Nobody has picked it up yet."""
    transfer = ticket.transfer and replace(ticket.transfer, assignee_id=None, assignee_name=None)
    return replace(ticket, transfer=transfer)


_PROMISE = Promise("1.4.0", NOW.date(), NOW, release=7)
_STATES: dict[Status, dict[str, Any]] = {
    Status.WAITING_CUSTOMER: {"question": Question(Ask.ACTION, 5, IVAN.id, IVAN.name, NOW, Status.IN_PROGRESS)},
    Status.TRANSFERRED: {"transfer": Transfer("backend", -200, "please look", NOW, BORIS.id, BORIS.name)},
    Status.WAITING_RELEASE: {"promise": _PROMISE},
    Status.COMPLETED: {"promise": _PROMISE, "cause": Cause.OTHER, "acceptance": Acceptance()},
    Status.CLOSED: {"closing": Closing.CONFIRMED, "closed_at": NOW, "cause": Cause.OTHER, "proof": PROOF},
}
