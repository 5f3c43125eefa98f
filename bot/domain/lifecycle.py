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
    NO_INFORMATION = "no_information"


GIVEN_CAUSES = tuple(cause for cause in Cause if cause is not Cause.NO_INFORMATION)
"""Those that the executor chooses from; the other one is the desk's."""


class Ask(StrEnum):
    """What the customer is asked for: words or a file; one of some solutions; to do something."""

    INFO = "info"
    CHOICE = "choice"
    ACTION = "action"


class Role(StrEnum):
    """What a person is to one ticket; one person may be several at once.

    TARGET: a member of the service that the ticket is transferred to. DESK: nobody, the desk itself.
    """

    CUSTOMER = "customer"
    MEMBER = "member"
    ASSIGNEE = "assignee"
    EXECUTOR = "executor"
    TARGET = "target"
    LEAD = "lead"
    DESK = "desk"


class Move(StrEnum):
    """In the order of the table, and of a card's buttons."""

    ASSIGN = "assign"
    TAKE = "take"
    DECLINE = "decline"
    MISS = "miss"
    REASSIGN = "reassign"
    ASK = "ask"
    ANSWER = "answer"
    COMMIT = "commit"
    WITHDRAW_QUESTION = "withdraw_question"
    GO_SILENT = "go_silent"
    TRANSFER = "transfer"
    PICK_UP = "pick_up"
    GIVE_VERDICT = "give_verdict"
    HAND_BACK = "hand_back"
    RECALL = "recall"
    PROMISE = "promise"
    WITHDRAW_PROMISE = "withdraw_promise"
    PUBLISH = "publish"
    WITHDRAW_RELEASE = "withdraw_release"
    COMPLETE = "complete"
    TAKE_BACK = "take_back"
    CONFIRM = "confirm"
    DISAGREE = "disagree"
    LAPSE = "lapse"
    EXPIRE = "expire"
    GIVE_UP = "give_up"
    CLOSE = "close"
    REOPEN = "reopen"
    MERGE = "merge"
    REJECT = "reject"
    CORRECT = "correct"
    REMIND = "remind"
    NUDGE = "nudge"


OPEN = frozenset(Status) - {Status.CLOSED}
OWNERS = frozenset({Role.EXECUTOR, Role.LEAD})
WORKERS = OWNERS | {Role.ASSIGNEE}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: `to` is None where the state stays as it was, or (`back`) is again what it was before."""

    number: str
    move: Move
    sources: frozenset[Status]
    to: Status | None
    by: frozenset[Role]
    back: bool = False


def _rule(
    number: str, move: Move, sources: set[Status] | frozenset[Status], to: Status | None, *by: Role, back: bool = False
) -> Rule:
    return Rule(number, move, frozenset(sources), to, frozenset(by), back)


# "6a, 7": to transfer, to promise and to complete withdraw the question that was still open.
TABLE: tuple[Rule, ...] = (
    _rule("2", Move.ASSIGN, {Status.RECEIVED}, Status.ASSIGNED, Role.LEAD, Role.DESK),
    _rule("3", Move.TAKE, {Status.RECEIVED}, Status.IN_PROGRESS, Role.MEMBER),
    _rule("3", Move.TAKE, {Status.ASSIGNED}, Status.IN_PROGRESS, Role.ASSIGNEE),
    _rule("4", Move.DECLINE, {Status.ASSIGNED}, Status.RECEIVED, Role.ASSIGNEE),
    _rule("4", Move.MISS, {Status.ASSIGNED}, Status.RECEIVED, Role.DESK),
    _rule("4a", Move.REASSIGN, OPEN - {Status.RECEIVED}, None, *OWNERS, Role.DESK),
    _rule("5", Move.ASK, {Status.IN_PROGRESS, Status.TRANSFERRED}, Status.WAITING_CUSTOMER, *WORKERS),
    _rule("6", Move.ANSWER, {Status.WAITING_CUSTOMER}, None, Role.CUSTOMER, back=True),
    _rule("6", Move.COMMIT, {Status.WAITING_CUSTOMER}, None, Role.CUSTOMER),
    _rule("6a", Move.WITHDRAW_QUESTION, {Status.WAITING_CUSTOMER}, Status.IN_PROGRESS, *OWNERS),
    _rule("6b", Move.GO_SILENT, {Status.WAITING_CUSTOMER}, Status.COMPLETED, Role.DESK),
    _rule("7", Move.TRANSFER, {Status.IN_PROGRESS, Status.TRANSFERRED}, Status.TRANSFERRED, *WORKERS),
    _rule("6a, 7", Move.TRANSFER, {Status.WAITING_CUSTOMER}, Status.TRANSFERRED, *OWNERS),
    _rule("8a", Move.PICK_UP, {Status.TRANSFERRED}, None, Role.TARGET),
    _rule("8b", Move.GIVE_VERDICT, {Status.TRANSFERRED}, Status.IN_PROGRESS, Role.ASSIGNEE),
    _rule("8c", Move.HAND_BACK, {Status.TRANSFERRED}, Status.IN_PROGRESS, Role.TARGET),
    _rule("8c", Move.RECALL, {Status.TRANSFERRED}, Status.IN_PROGRESS, *OWNERS),
    _rule("9", Move.PROMISE, {Status.IN_PROGRESS, Status.WAITING_RELEASE}, Status.WAITING_RELEASE, *OWNERS),
    _rule("6a, 9", Move.PROMISE, {Status.WAITING_CUSTOMER}, Status.WAITING_RELEASE, *OWNERS),
    _rule("9a", Move.WITHDRAW_PROMISE, {Status.WAITING_RELEASE}, Status.IN_PROGRESS, *OWNERS),
    _rule("10", Move.PUBLISH, {Status.WAITING_RELEASE}, Status.COMPLETED, Role.DESK),
    _rule("10a", Move.WITHDRAW_RELEASE, {Status.COMPLETED}, Status.IN_PROGRESS, Role.DESK),
    _rule("11", Move.COMPLETE, {Status.IN_PROGRESS, Status.WAITING_RELEASE}, Status.COMPLETED, *OWNERS),
    _rule("6a, 11", Move.COMPLETE, {Status.WAITING_CUSTOMER}, Status.COMPLETED, *OWNERS),
    _rule("11a", Move.TAKE_BACK, {Status.COMPLETED}, Status.IN_PROGRESS, *OWNERS),
    _rule("12", Move.CONFIRM, {Status.COMPLETED}, Status.CLOSED, Role.CUSTOMER, *OWNERS),
    _rule("13", Move.DISAGREE, {Status.COMPLETED}, Status.IN_PROGRESS, Role.CUSTOMER),
    _rule("12", Move.DISAGREE, {Status.CLOSED}, Status.IN_PROGRESS, Role.CUSTOMER),
    _rule("13", Move.LAPSE, {Status.IN_PROGRESS}, Status.COMPLETED, Role.DESK),
    _rule("14", Move.EXPIRE, {Status.COMPLETED}, Status.CLOSED, Role.DESK),
    _rule("14a", Move.GIVE_UP, {Status.COMPLETED}, Status.CLOSED, *OWNERS),
    _rule("15", Move.CLOSE, OPEN, Status.CLOSED, Role.CUSTOMER),
    _rule("16", Move.REOPEN, {Status.CLOSED}, Status.IN_PROGRESS, Role.CUSTOMER, Role.LEAD),
    _rule("17", Move.MERGE, OPEN, Status.CLOSED, *OWNERS),
    _rule("18", Move.REJECT, {Status.RECEIVED, Status.ASSIGNED}, Status.CLOSED, Role.LEAD),
    _rule("19", Move.CORRECT, OPEN, None, Role.MEMBER),
    _rule("5", Move.REMIND, {Status.WAITING_CUSTOMER}, None, Role.DESK),
    _rule("14", Move.REMIND, {Status.COMPLETED}, None, Role.DESK),
    _rule("20", Move.NUDGE, {Status.IN_PROGRESS}, None, Role.DESK),
    _rule("8a", Move.NUDGE, {Status.TRANSFERRED}, None, Role.DESK),
    _rule("9", Move.NUDGE, {Status.WAITING_RELEASE}, None, Role.DESK),
)
TRANSITIONS: dict[tuple[Status, Move], Rule] = {(source, rule.move): rule for rule in TABLE for source in rule.sources}


def moves_from(status: Status) -> frozenset[Move]:
    """The moves that somebody may make from here: the buttons of a card are these."""
    return frozenset(move for (source, move) in TRANSITIONS if source is status)
