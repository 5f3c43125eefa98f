"""The life of a ticket: its states, and the one table of moves between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    RECEIVED = "received"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_CUSTOMER = "waiting_customer"
    TRANSFERRED = "transferred"
    WAITING_RELEASE = "waiting_release"
    COMPLETED = "completed"
    CLOSED = "closed"


class Closing(StrEnum):
    """Why a ticket is closed."""

    CONFIRMED = "confirmed"
    AUTO = "auto"
    CUSTOMER = "customer"
    MERGED = "merged"
    REJECTED = "rejected"
    UNREACHABLE = "unreachable"


class Cause(StrEnum):
    """What a completed ticket turned out to be; never shown to the customer."""

    USER_MISTAKE = "user_mistake"
    SOFTWARE_FAULT = "software_fault"
    IMPROVEMENT = "improvement"
    OTHER = "other"


class Role(StrEnum):
    """What a person is to one ticket; one person may be several at once."""

    CUSTOMER = "customer"
    MEMBER = "member"
    ASSIGNEE = "assignee"
    EXECUTOR = "executor"
    LEAD = "lead"


class Move(StrEnum):
    TAKE = "take"
    REASSIGN = "reassign"
    COMPLETE = "complete"
    TAKE_BACK = "take_back"
    CONFIRM = "confirm"
    DISAGREE = "disagree"
    CLOSE = "close"
    CORRECT = "correct"


OPEN = frozenset(Status) - {Status.CLOSED}
OWNERS = frozenset({Role.EXECUTOR, Role.LEAD})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: `to` is None where the state stays as it was."""

    number: str
    move: Move
    sources: frozenset[Status]
    to: Status | None
    by: frozenset[Role]


def _rule(number: str, move: Move, sources: set[Status] | frozenset[Status], to: Status | None, *by: Role) -> Rule:
    return Rule(number, move, frozenset(sources), to, frozenset(by))


TABLE: tuple[Rule, ...] = (
    _rule("3", Move.TAKE, {Status.RECEIVED}, Status.IN_PROGRESS, Role.MEMBER),
    _rule("3", Move.TAKE, {Status.ASSIGNED}, Status.IN_PROGRESS, Role.ASSIGNEE),
    _rule("4a", Move.REASSIGN, OPEN - {Status.RECEIVED}, None, *OWNERS),
    _rule("11", Move.COMPLETE, {Status.IN_PROGRESS, Status.WAITING_RELEASE}, Status.COMPLETED, *OWNERS),
    _rule("11a", Move.TAKE_BACK, {Status.COMPLETED}, Status.IN_PROGRESS, *OWNERS),
    _rule("12", Move.CONFIRM, {Status.COMPLETED}, Status.CLOSED, Role.CUSTOMER, *OWNERS),
    _rule("13", Move.DISAGREE, {Status.COMPLETED}, Status.IN_PROGRESS, Role.CUSTOMER),
    _rule("12", Move.DISAGREE, {Status.CLOSED}, Status.IN_PROGRESS, Role.CUSTOMER),
    _rule("15", Move.CLOSE, OPEN, Status.CLOSED, Role.CUSTOMER),
    _rule("19", Move.CORRECT, OPEN, None, Role.MEMBER),
)
TRANSITIONS: dict[tuple[Status, Move], Rule] = {(source, rule.move): rule for rule in TABLE for source in rule.sources}


def moves_from(status: Status) -> frozenset[Move]:
    """The moves that somebody may make from here: the buttons of a card are these."""
    return frozenset(move for (source, move) in TRANSITIONS if source is status)
