"""Whose turn it is: fair, within everybody's capacity, and never twice to who has declined."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain import facts
from bot.domain.assignment import Colleague, Roster, stirs_queue
from bot.domain.facts import Who
from bot.domain.lifecycle import Status
from bot.domain.people import Person
from bot.domain.team import Assignment, Service
from tests.domain.tickets import NOW, ticket

CAPACITY = 3
SERVICE = Service("backend", {}, -100, Assignment.ROUND_ROBIN, CAPACITY)
NAMES = ("Ada", "Bea", "Cleo", "Dora", "Eve")


def roster(count: int = 3, **changes: Colleague) -> Roster:
    """The first of the team, with nothing in their hands; `changes` by name."""
    plain = {name: Colleague(Person(number + 1, name)) for number, name in enumerate(NAMES[:count])}
    return Roster(SERVICE, tuple((plain | changes).values()))


def called(name: str, active: int = 0, turn: int = 0) -> Colleague:
    return Colleague(Person(NAMES.index(name) + 1, name), active, turn)


def next_name(of: Roster, *declined: int) -> str | None:
    found = of.next_for(ticket(declined=declined))
    return found.person.name if found else None


def test_who_has_waited_longest_is_next() -> None:
    assert next_name(roster(Ada=called("Ada", turn=5), Bea=called("Bea", turn=3), Cleo=called("Cleo", turn=4))) == "Bea"


def test_who_was_never_given_one_comes_before_all_others() -> None:
    assert next_name(roster(Ada=called("Ada", turn=1))) == "Bea"


def test_who_is_passed_over_keeps_the_turn() -> None:
    busy = roster(Ada=called("Ada", active=CAPACITY, turn=1), Bea=called("Bea", turn=2), Cleo=called("Cleo", turn=3))
    assert next_name(busy) == "Bea"
    after, turn = busy.given(busy.members[1])
    assert turn == 4
    assert next_name(after) == "Cleo"
    free = replace(after, members=(called("Ada", turn=1), *after.members[1:]))
    assert next_name(free) == "Ada"


@pytest.mark.parametrize(
    ("one", "declined"),
    [(called("Ada", active=CAPACITY), ()), (replace(called("Ada"), away=True), ()), (called("Ada"), (1,))],
    ids=["nothing more fits", "away", "has declined it"],
)
def test_who_is_not_eligible_gets_nothing(one: Colleague, declined: tuple[int, ...]) -> None:
    assert next_name(roster(1, Ada=one), *declined) is None


def test_out_of_hours_nobody_gets_anything() -> None:
    closed = replace(roster(), at_work=False)
    assert next_name(closed) is None
    assert not closed.has_room


def test_there_is_room_as_long_as_one_more_fits() -> None:
    full = called("Ada", active=CAPACITY)
    assert not roster(1, Ada=full).has_room
    assert roster(2, Ada=full).has_room
    assert not roster(0).has_room


@given(st.integers(1, len(NAMES)), st.integers(0, 40))
def test_tickets_are_spread_evenly(members: int, count: int) -> None:
    of, given_to = replace(roster(members), service=replace(SERVICE, capacity=100)), []
    for _ in range(count):
        one = of.next_for(ticket())
        assert one is not None
        given_to.append(one.person.name)
        of, _turn = of.given(one)
    shares = [given_to.count(name) for name in NAMES[:members]]
    assert max(shares) - min(shares) <= 1
    assert all(a != b for a, b in pairwise(given_to)) or members == 1


class Desk(RuleBasedStateMachine):
    """A service at work: tickets come and go, people come and go, and the queue is served after each of it."""

    def __init__(self) -> None:
        super().__init__()
        self.roster = roster(len(NAMES))
        self.waiting: list[tuple[int, ...]] = []
        self.hands: list[tuple[int, tuple[int, ...]]] = []

    @rule(count=st.integers(1, 4))
    def come(self, count: int) -> None:
        self.waiting += [()] * count
        self.serve()

    @precondition(lambda self: self.hands)
    @rule(which=st.integers(0, 99))
    def let_go(self, which: int) -> None:
        holder, _ = self.hands.pop(which % len(self.hands))
        self.change(holder, active=-1)
        self.serve()

    @precondition(lambda self: self.hands)
    @rule(which=st.integers(0, 99))
    def decline(self, which: int) -> None:
        holder, declined = self.hands.pop(which % len(self.hands))
        self.change(holder, active=-1)
        self.waiting.insert(0, (*declined, holder))
        self.serve()

    @rule(holder=st.integers(1, len(NAMES)))
    def come_or_go(self, holder: int) -> None:
        self.change(holder, toggle=True)
        self.serve()

    def change(self, holder: int, active: int = 0, *, toggle: bool = False) -> None:
        members = tuple(
            replace(one, active=one.active + active, away=one.away is not toggle) if one.person.id == holder else one
            for one in self.roster.members
        )
        self.roster = replace(self.roster, members=members)

    def serve(self) -> None:
        left = []
        for declined in self.waiting:
            one = self.roster.next_for(ticket(declined=declined))
            if one is None:
                left.append(declined)
                continue
            assert not one.away
            assert one.person.id not in declined
            self.roster, _turn = self.roster.given(one)
            self.hands.append((one.person.id, declined))
        self.waiting = left

    @invariant()
    def nobody_has_more_than_they_can_carry(self) -> None:
        for one in self.roster.members:
            assert one.active == [holder for holder, _ in self.hands].count(one.person.id) <= CAPACITY

    @invariant()
    def nothing_waits_while_somebody_is_eligible(self) -> None:
        free = [one.person.id for one in self.roster.members if one.active < CAPACITY and not one.away]
        assert all(set(free) <= set(declined) for declined in self.waiting)


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)


RECEIVED, ASSIGNED, BUSY = Status.RECEIVED, Status.ASSIGNED, Status.IN_PROGRESS
WAITING, DONE, CLOSED, AWAY = Status.WAITING_CUSTOMER, Status.COMPLETED, Status.CLOSED, Status.TRANSFERRED


@pytest.mark.parametrize(
    ("source", "to", "stirs"),
    [
        (ASSIGNED, RECEIVED, True), (CLOSED, RECEIVED, True), (BUSY, WAITING, True), (BUSY, DONE, True),
        (ASSIGNED, CLOSED, True), (AWAY, WAITING, True), (BUSY, Status.WAITING_RELEASE, True),
        (RECEIVED, ASSIGNED, False), (ASSIGNED, BUSY, False), (BUSY, AWAY, False), (WAITING, BUSY, False),
        (DONE, CLOSED, False), (RECEIVED, RECEIVED, False), (RECEIVED, CLOSED, False),
    ],
)  # fmt: skip
def test_the_queue_is_looked_at_when_a_ticket_leaves_somebodys_hands_or_begins_to_wait(
    source: Status, to: Status, stirs: bool
) -> None:
    assert stirs_queue(facts.TicketTaken(17, Who(11, "Ivan"), NOW, source, to)) is stirs


def test_the_queue_is_looked_at_when_somebody_else_has_a_ticket() -> None:
    assert stirs_queue(facts.TicketReassigned(17, Who(11, "Ivan"), NOW, BUSY, BUSY, to_id=12, to_name="Olga"))
