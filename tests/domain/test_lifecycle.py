"""The table of moves, cell by cell: who may do what from where, and what comes of it."""

from __future__ import annotations

import pytest

from bot.domain import facts
from bot.domain.errors import (
    AlreadyAssignee,
    AlreadyTaken,
    CustomerOnly,
    MoveNotAllowed,
    NotYourTicket,
    Refusal,
    StaffOnly,
)
from bot.domain.lifecycle import TABLE, TRANSITIONS, Closing, Move, Role, Status, moves_from
from bot.domain.people import Actor
from bot.domain.ticket import Ticket
from tests.domain.tickets import DEEDS, EVERYBODY, NOW, ticket

OPEN = set(Status) - {Status.CLOSED}
STAFF = {"colleague", "executor", "lead", "lead who executes", "customer among the staff", "customer who leads"}
OWNERS = {"executor", "lead", "lead who executes", "customer who leads"}
CUSTOMERS = {"customer", "customer among the staff", "customer who leads"}
# The rows of the product's own table that exist: from where, by whom, to where (None: the state stays).
MAY: dict[Move, list[tuple[set[Status], set[str], Status | None]]] = {
    Move.TAKE: [
        ({Status.RECEIVED}, STAFF, Status.IN_PROGRESS),
        ({Status.ASSIGNED}, {"executor", "lead who executes"}, Status.IN_PROGRESS),
    ],
    Move.REASSIGN: [(OPEN - {Status.RECEIVED}, OWNERS, None)],
    Move.COMPLETE: [({Status.IN_PROGRESS, Status.WAITING_RELEASE}, OWNERS, Status.COMPLETED)],
    Move.TAKE_BACK: [({Status.COMPLETED}, OWNERS, Status.IN_PROGRESS)],
    Move.CONFIRM: [({Status.COMPLETED}, OWNERS | CUSTOMERS, Status.CLOSED)],
    Move.DISAGREE: [({Status.COMPLETED, Status.CLOSED}, CUSTOMERS, Status.IN_PROGRESS)],
    Move.CLOSE: [(OPEN, CUSTOMERS, Status.CLOSED)],
    Move.CORRECT: [(OPEN, STAFF, None)],
}
FACTS = {
    Move.TAKE: facts.TicketTaken,
    Move.REASSIGN: facts.TicketReassigned,
    Move.COMPLETE: facts.TicketCompleted,
    Move.TAKE_BACK: facts.CompletionTakenBack,
    Move.CONFIRM: facts.TicketConfirmed,
    Move.DISAGREE: facts.CustomerDisagreed,
    Move.CLOSE: facts.TicketClosedByCustomer,
    Move.CORRECT: facts.TicketCorrected,
}


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
    if move in (Move.CLOSE, Move.DISAGREE):
        return CustomerOnly
    return NotYourTicket if staff else StaffOnly


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
