"""The table of moves, cell by cell: who may do what from where, and what comes of it."""

from __future__ import annotations

import pytest

from bot.domain import facts
from bot.domain.errors import (
    AlreadyAssignee,
    AlreadyTaken,
    CustomerOnly,
    LeadOnly,
    MoveNotAllowed,
    NotAssignee,
    NotOfService,
    NotYourTicket,
    Refusal,
    StaffOnly,
)
from bot.domain.lifecycle import TABLE, TRANSITIONS, Closing, Move, Role, Status, moves_from
from bot.domain.people import Actor
from bot.domain.ticket import Ticket
from tests.domain.tickets import DEEDS, EVERYBODY, NOW, ticket

OPEN = set(Status) - {Status.CLOSED}
HOME = {"colleague", "executor", "lead", "lead who executes", "customer among the staff", "customer who leads"}
THERE = {"assignee", "colleague of the assignee", "lead of the assignee"}
OWNERS = {"executor", "lead", "lead who executes", "customer who leads"}
LEADS = OWNERS - {"executor"}
CUSTOMERS = {"customer", "customer among the staff", "customer who leads"}
EXECUTORS = {"executor", "lead who executes"}
DESK = {"desk"}
IN_WORK = {Status.IN_PROGRESS, Status.WAITING_CUSTOMER, Status.WAITING_RELEASE}
BACK = Status.IN_PROGRESS
# The rows of the product's own table: from where, by whom, to where (None: the state stays).
MAY: dict[Move, list[tuple[set[Status], set[str], Status | None]]] = {
    Move.ASSIGN: [({Status.RECEIVED}, LEADS | DESK, Status.ASSIGNED)],
    Move.TAKE: [
        ({Status.RECEIVED}, HOME, Status.IN_PROGRESS),
        ({Status.ASSIGNED}, EXECUTORS, Status.IN_PROGRESS),
    ],
    Move.DECLINE: [({Status.ASSIGNED}, EXECUTORS, Status.RECEIVED)],
    Move.MISS: [({Status.ASSIGNED}, DESK, Status.RECEIVED)],
    Move.REASSIGN: [(OPEN - {Status.RECEIVED}, OWNERS | DESK, None)],
    Move.ASK: [
        ({Status.IN_PROGRESS}, OWNERS, Status.WAITING_CUSTOMER),
        ({Status.TRANSFERRED}, OWNERS | {"assignee"}, Status.WAITING_CUSTOMER),
    ],
    Move.ANSWER: [({Status.WAITING_CUSTOMER}, CUSTOMERS, BACK)],
    Move.COMMIT: [({Status.WAITING_CUSTOMER}, CUSTOMERS, None)],
    Move.WITHDRAW_QUESTION: [({Status.WAITING_CUSTOMER}, OWNERS, Status.IN_PROGRESS)],
    Move.GO_SILENT: [({Status.WAITING_CUSTOMER}, DESK, Status.COMPLETED)],
    Move.TRANSFER: [
        ({Status.IN_PROGRESS, Status.WAITING_CUSTOMER}, OWNERS, Status.TRANSFERRED),
        ({Status.TRANSFERRED}, OWNERS | {"assignee"}, Status.TRANSFERRED),
    ],
    Move.PICK_UP: [({Status.TRANSFERRED}, THERE, None)],
    Move.GIVE_VERDICT: [({Status.TRANSFERRED}, {"assignee"}, Status.IN_PROGRESS)],
    Move.HAND_BACK: [({Status.TRANSFERRED}, THERE, Status.IN_PROGRESS)],
    Move.RECALL: [({Status.TRANSFERRED}, OWNERS, Status.IN_PROGRESS)],
    Move.PROMISE: [(IN_WORK, OWNERS, Status.WAITING_RELEASE)],
    Move.WITHDRAW_PROMISE: [({Status.WAITING_RELEASE}, OWNERS, Status.IN_PROGRESS)],
    Move.PUBLISH: [({Status.WAITING_RELEASE}, DESK, Status.COMPLETED)],
    Move.WITHDRAW_RELEASE: [({Status.COMPLETED}, DESK, Status.IN_PROGRESS)],
    Move.COMPLETE: [(IN_WORK, OWNERS, Status.COMPLETED)],
    Move.TAKE_BACK: [({Status.COMPLETED}, OWNERS, Status.IN_PROGRESS)],
    Move.CONFIRM: [({Status.COMPLETED}, OWNERS | CUSTOMERS, Status.CLOSED)],
    Move.DISAGREE: [({Status.COMPLETED, Status.CLOSED}, CUSTOMERS, Status.IN_PROGRESS)],
    Move.LAPSE: [({Status.IN_PROGRESS}, DESK, Status.COMPLETED)],
    Move.EXPIRE: [({Status.COMPLETED}, DESK, Status.CLOSED)],
    Move.GIVE_UP: [({Status.COMPLETED}, OWNERS, Status.CLOSED)],
    Move.CLOSE: [(OPEN, CUSTOMERS, Status.CLOSED)],
    Move.REOPEN: [({Status.CLOSED}, CUSTOMERS | {"lead", "lead who executes"}, Status.IN_PROGRESS)],
    Move.MERGE: [(OPEN - {Status.RECEIVED}, OWNERS, Status.CLOSED), ({Status.RECEIVED}, LEADS, Status.CLOSED)],
    Move.REJECT: [({Status.RECEIVED, Status.ASSIGNED}, LEADS, Status.CLOSED)],
    Move.CORRECT: [(OPEN - {Status.TRANSFERRED}, HOME, None), ({Status.TRANSFERRED}, HOME | THERE, None)],
    Move.REMIND: [({Status.WAITING_CUSTOMER, Status.COMPLETED}, DESK, None)],
    Move.NUDGE: [({Status.IN_PROGRESS, Status.TRANSFERRED, Status.WAITING_RELEASE}, DESK, None)],
}
FACTS = {
    Move.ASSIGN: facts.TicketAssigned,
    Move.TAKE: facts.TicketTaken,
    Move.DECLINE: facts.TicketDeclined,
    Move.MISS: facts.TakeMissed,
    Move.REASSIGN: facts.TicketReassigned,
    Move.ASK: facts.CustomerAsked,
    Move.ANSWER: facts.CustomerAnswered,
    Move.COMMIT: facts.CustomerCommitted,
    Move.WITHDRAW_QUESTION: facts.QuestionWithdrawn,
    Move.GO_SILENT: facts.InformationMissing,
    Move.TRANSFER: facts.TicketTransferred,
    Move.PICK_UP: facts.TransferPickedUp,
    Move.GIVE_VERDICT: facts.VerdictGiven,
    Move.HAND_BACK: facts.TransferDeclined,
    Move.RECALL: facts.TransferRecalled,
    Move.PROMISE: facts.ReleasePromised,
    Move.WITHDRAW_PROMISE: facts.PromiseWithdrawn,
    Move.PUBLISH: facts.ReleasePublished,
    Move.WITHDRAW_RELEASE: facts.ReleaseWithdrawn,
    Move.COMPLETE: facts.TicketCompleted,
    Move.TAKE_BACK: facts.CompletionTakenBack,
    Move.CONFIRM: facts.TicketConfirmed,
    Move.DISAGREE: facts.CustomerDisagreed,
    Move.LAPSE: facts.DisagreementLapsed,
    Move.EXPIRE: facts.TicketExpired,
    Move.GIVE_UP: facts.TicketGivenUp,
    Move.CLOSE: facts.TicketClosedByCustomer,
    Move.REOPEN: facts.TicketReopened,
    Move.MERGE: facts.TicketMerged,
    Move.REJECT: facts.TicketRejected,
    Move.CORRECT: facts.TicketCorrected,
    Move.REMIND: facts.CustomerReminded,
    Move.NUDGE: facts.TicketNudged,
}
BY_THE_DESK = {move for move, rows in MAY.items() if all(by == DESK for _, by, _ in rows)}
WHY_NOT: dict[Move, type[Refusal]] = {
    Move.ASSIGN: LeadOnly,
    Move.TAKE: NotAssignee,
    Move.DECLINE: NotAssignee,
    Move.GIVE_VERDICT: NotAssignee,
    Move.PICK_UP: NotOfService,
    Move.HAND_BACK: NotOfService,
    Move.REJECT: LeadOnly,
    Move.REOPEN: LeadOnly,
} | dict.fromkeys(BY_THE_DESK, MoveNotAllowed)


def leads_to(status: Status, move: Move, who: str) -> Status | None:
    """Where the product says that this leads; None where it says no."""
    for sources, by, to in MAY[move]:
        if status in sources and who in by:
            return to or status
    return None


def why_not(before: Ticket, move: Move, by: Actor) -> type[Refusal]:
    """The name by which it has to be refused."""
    roles = before.roles(by)
    staff = Role.MEMBER in roles
    if move is Move.TAKE and staff and before.status not in (Status.RECEIVED, Status.ASSIGNED, Status.CLOSED):
        return AlreadyAssignee if by.id == before.executor_id else AlreadyTaken
    if not any(before.status in sources for sources, _, _ in MAY[move]):
        late = move is Move.TAKE and before.open
        return MoveNotAllowed if staff or (roles and not late) else StaffOnly
    if move in (Move.CLOSE, Move.DISAGREE, Move.ANSWER, Move.COMMIT):
        return CustomerOnly
    return WHY_NOT.get(move, NotYourTicket) if staff else StaffOnly


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("status", Status)
def test_every_cell_gives_what_the_table_says_or_is_refused_by_name(status: Status, move: Move) -> None:
    before = ticket(status)
    for who, actor in EVERYBODY.items():
        to = leads_to(status, move, who)
        if to is None:
            with pytest.raises(Refusal) as refusal:
                DEEDS[move](before, actor)
            assert type(refusal.value) is why_not(before, move, actor), who
            assert before == ticket(status)
            continue
        after, fact = DEEDS[move](before, actor)
        assert after.status is to, who
        assert type(fact) is FACTS[move]
        assert (fact.number, fact.by.id, fact.by.name, fact.at) == (17, actor.id, actor.name, NOW)
        assert (fact.source, fact.to) == (status, to)


def test_each_state_and_move_stands_in_the_table_once() -> None:
    assert sum(len(rule.sources) for rule in TABLE) == len(TRANSITIONS)


@pytest.mark.parametrize("status", Status)
def test_a_card_offers_exactly_the_moves_that_somebody_may_make(status: Status) -> None:
    offered = {move for move in Move if any(leads_to(status, move, who) for who in EVERYBODY)}
    assert moves_from(status) == offered


@pytest.mark.parametrize("closing", Closing)
def test_only_a_closing_by_the_executors_word_can_be_disagreed_with(closing: Closing) -> None:
    closed = ticket(Status.CLOSED, closing=closing, proof=None)
    for actor in EVERYBODY.values():
        with pytest.raises(Refusal):
            closed.disagree(by=actor, at=NOW)
