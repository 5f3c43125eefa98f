"""What the table cannot say: what a move asks for, what it leaves behind; and that no order of moves breaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import facts
from bot.domain.errors import (
    AlreadyAssignee,
    AlreadyPromised,
    AlreadyTaken,
    MoveNotAllowed,
    ProofMissing,
    Refusal,
    ReleaseNotPlanned,
    TextMissing,
    UnknownChoice,
)
from bot.domain.facts import Fact
from bot.domain.lifecycle import Cause, Closing, Move, Role, Status
from bot.domain.people import THE_DESK, Actor, Person, Standing
from bot.domain.release import ReleaseState
from bot.domain.ticket import Field, Kind, Ticket
from bot.domain.ticket.promising import PROMISED_CAUSES
from tests.domain.tickets import ANNA, DEEDS, EVERYBODY, IVAN, LENA, NEXT, NOW, OLGA, PROOF, STRANGER, ticket

LATER = NOW + timedelta(hours=1)


def test_who_takes_it_is_its_executor() -> None:
    taken, fact = ticket().take(by=OLGA, at=LATER)
    assert (taken.executor_id, taken.executor_name) == (OLGA.id, OLGA.name)
    assert (fact.by.name, fact.at) == ("Olga", LATER)


def test_who_comes_second_is_told_who_was_first_and_the_first_that_it_is_theirs() -> None:
    with pytest.raises(AlreadyTaken) as refusal:
        ticket(Status.IN_PROGRESS).take(by=OLGA, at=NOW)
    assert refusal.value.values == {"number": 17, "name": "Ivan"}
    with pytest.raises(AlreadyAssignee):
        ticket(Status.IN_PROGRESS).take(by=IVAN, at=NOW)


def test_a_reassigned_ticket_is_with_the_other_one_and_as_it_was() -> None:
    before = ticket(Status.WAITING_RELEASE)
    after, fact = before.reassign(Person(OLGA.id, OLGA.name), by=LENA, at=NOW)
    assert after == replace(before, executor_id=OLGA.id, executor_name=OLGA.name, turn=before.turn + 1, by_lead=True)
    assert (fact.to_id, fact.to_name) == (OLGA.id, OLGA.name)
    with pytest.raises(AlreadyAssignee):
        after.reassign(Person(OLGA.id, OLGA.name), by=LENA, at=NOW)


@pytest.mark.parametrize("cause", Cause)
def test_completing_needs_a_cause_and_words(cause: Cause) -> None:
    done, fact = ticket(Status.IN_PROGRESS).complete(cause, answer=5, by=IVAN, at=NOW)
    assert (done.cause, fact.cause, fact.answer) == (cause, cause, 5)
    with pytest.raises(TextMissing):
        ticket(Status.IN_PROGRESS).complete(cause, answer=None, by=IVAN, at=NOW)


def test_a_completion_taken_back_leaves_no_cause_and_needs_a_reason() -> None:
    back, fact = ticket(Status.COMPLETED, cause=Cause.OTHER).take_back("  too early \n", by=IVAN, at=NOW)
    assert (back.cause, fact.reason) == (None, "too early")
    with pytest.raises(TextMissing):
        ticket(Status.COMPLETED).take_back(" \n", by=IVAN, at=NOW)


def test_the_executor_confirms_only_by_pointing_at_the_customers_words() -> None:
    closed, fact = ticket(Status.COMPLETED).confirm(by=IVAN, at=NOW, proof=PROOF)
    assert (closed.closing, closed.proof, closed.closed_at, fact.by_customer) == (
        Closing.CONFIRMED, PROOF, NOW, False,
    )  # fmt: skip
    with pytest.raises(ProofMissing):
        ticket(Status.COMPLETED).confirm(by=IVAN, at=NOW)


def test_each_not_solved_is_counted_and_opens_what_the_executor_closed() -> None:
    again, _ = ticket(Status.COMPLETED, cause=Cause.OTHER).disagree(by=ANNA, at=NOW)
    done, _ = again.complete(Cause.OTHER, answer=5, by=IVAN, at=NOW)
    closed, _ = done.confirm(by=IVAN, at=NOW, proof=PROOF)
    opened, fact = closed.disagree(by=ANNA, at=NOW)
    assert (opened.disagreements, fact.times, opened.open) == (2, 2, True)
    assert (opened.cause, opened.closing, opened.closed_at, opened.proof) == (None, None, None, None)


@pytest.mark.parametrize(
    ("field", "value", "before"),
    [(Field.KIND, "stopped", "wrong"), (Field.STAND, "TEST", "PROD"), (Field.COMPONENT, "API", "")],
)
def test_a_correction_changes_the_field_and_no_turn(field: Field, value: str, before: str) -> None:
    corrected, fact = ticket().correct(field, value, by=OLGA, at=NOW)
    assert (getattr(corrected, field), corrected.turn) == (value, 0)
    assert (fact.field, fact.before, fact.after) == (field, before, value)


def test_a_corrected_kind_is_a_kind() -> None:
    corrected, _ = ticket().correct(Field.KIND, "stopped", by=OLGA, at=NOW)
    assert corrected.kind is Kind.STOPPED


def test_who_has_left_the_group_is_nothing_to_the_ticket_any_more() -> None:
    left = replace(IVAN, standing=Standing.OUTSIDER)
    assert ticket(Status.IN_PROGRESS).roles(left) == frozenset()
    assert not ticket(Status.IN_PROGRESS).speaks_to_customer(left)
    assert ticket(Status.IN_PROGRESS).roles(IVAN) == {Role.MEMBER, Role.EXECUTOR, Role.ASSIGNEE}


# Any people, in any order ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Try:
    """Somebody tries something; `to` is used by a reassignment."""

    move: Move
    by: Actor
    to: Person

    def on(self, before: Ticket) -> tuple[Ticket, Fact]:
        if self.move is Move.REASSIGN:
            return before.reassign(self.to, by=self.by, at=NOW)
        return DEEDS[self.move](before, self.by)


ACTORS = [*EVERYBODY.values(), OLGA, STRANGER]
MEMBERS = [Person(actor.id, actor.name) for actor in (IVAN, OLGA, LENA)]
TRIES = st.lists(st.builds(Try, st.sampled_from(Move), st.sampled_from(ACTORS), st.sampled_from(MEMBERS)), max_size=40)


@given(TRIES)
def test_no_order_of_moves_breaks_a_ticket(tries: Sequence[Try]) -> None:
    now, history = ticket(), list[Fact]()
    for one in tries:
        try:
            after, fact = one.on(now)
        except Refusal:
            continue
        _is_sound(after)
        _grows(now, after, fact)
        now = after
        history.append(fact)
    assert _told(history) == (now.status, now.executor_id, now.disagreements, now.cause, now.stand)


def _is_sound(one: Ticket) -> None:
    assert (one.executor_id is None) == (one.executor_name is None)
    if one.status not in (Status.RECEIVED, Status.CLOSED):
        assert one.executor_id is not None, "in work, and with nobody"
    assert (one.closing is not None) == (one.closed_at is not None) == (not one.open)
    assert one.cause is None or one.status in (Status.COMPLETED, Status.CLOSED)
    assert one.proof is None or one.closing is Closing.CONFIRMED
    assert (one.question is not None) == (one.status is Status.WAITING_CUSTOMER)
    assert (one.acceptance is not None) == (one.status is Status.COMPLETED)
    assert one.promise is not None or one.status is not Status.WAITING_RELEASE
    assert one.transfer is not None or one.status is not Status.TRANSFERRED
    assert one.transfer is None or one.status in (Status.TRANSFERRED, Status.WAITING_CUSTOMER)


SAME_TURN = facts.TicketCorrected | facts.TicketNudged | facts.CustomerReminded
"""They change neither the state nor the people: the buttons go on."""


def _grows(before: Ticket, after: Ticket, fact: Fact) -> None:
    assert after.turn == before.turn + (not isinstance(fact, SAME_TURN))
    if not before.open:
        assert isinstance(fact, facts.CustomerDisagreed | facts.TicketReopened), "closed stays closed"


def _told(history: Sequence[Fact]) -> tuple[Status, int | None, int, Cause | None, str | None]:
    """What the history alone knows of the ticket."""
    status, executor, disagreements, cause, stand = Status.RECEIVED, None, 0, None, "PROD"
    for fact in history:
        assert fact.source is status, "a gap in the history"
        status = fact.to
        cause = cause if status in (Status.COMPLETED, Status.CLOSED) else None
        match fact:
            case facts.TicketTaken():
                executor = fact.by.id
            case facts.TicketReassigned() | facts.TicketAssigned():
                executor = fact.to_id
            case facts.TicketDeclined() | facts.TakeMissed():
                executor = None
            case facts.TicketReopened() if status is Status.RECEIVED:
                executor = None
            case facts.TicketCompleted():
                cause = fact.cause
            case facts.InformationMissing():
                cause = Cause.NO_INFORMATION
            case facts.ReleasePublished():
                cause = fact.cause
            case facts.DisagreementLapsed():
                cause = Cause.OTHER
            case facts.CustomerDisagreed():
                disagreements = fact.times
            case facts.TicketCorrected():
                stand = fact.after
            case facts.TicketReceived() | facts.TicketRated() | facts.DisagreementExplained():
                raise AssertionError(fact)
            case _:
                pass
    return status, executor, disagreements, cause, stand


def test_a_ticket_that_the_customer_confirmed_stays_closed() -> None:
    closed, _ = ticket(Status.COMPLETED).confirm(by=ANNA, at=NOW)
    with pytest.raises(MoveNotAllowed):
        closed.disagree(by=ANNA, at=NOW)


def test_a_release_solves_what_was_promised_with_it_as_the_executor_has_said() -> None:
    for cause in PROMISED_CAUSES:
        waits, _ = ticket(Status.IN_PROGRESS).promise_release(NEXT, cause, today=NOW.date(), by=IVAN, at=NOW)
        done, fact = waits.publish(by=THE_DESK, at=NOW)
        assert (done.cause, fact.cause, done.solved_by_release) == (cause, cause, True)


@pytest.mark.parametrize("cause", [cause for cause in Cause if cause not in PROMISED_CAUSES])
def test_no_release_solves_anything_else(cause: Cause) -> None:
    with pytest.raises(UnknownChoice):
        ticket(Status.IN_PROGRESS).promise_release(NEXT, cause, today=NOW.date(), by=IVAN, at=NOW)


def test_a_release_is_promised_once_and_only_while_it_is_to_come() -> None:
    waits, fact = ticket(Status.WAITING_RELEASE).promise_release(
        NEXT, Cause.IMPROVEMENT, today=NOW.date(), by=IVAN, at=NOW
    )
    assert (fact.before, fact.version) == ("1.4.0", "1.4.1")
    with pytest.raises(AlreadyPromised):
        waits.promise_release(NEXT, Cause.IMPROVEMENT, today=NOW.date(), by=IVAN, at=NOW)
    late = replace(NEXT, on=NOW.date() - timedelta(days=1))
    for release in (late, replace(NEXT, state=ReleaseState.PUBLISHED), replace(NEXT, state=ReleaseState.WITHDRAWN)):
        with pytest.raises(ReleaseNotPlanned):
            ticket(Status.IN_PROGRESS).promise_release(release, Cause.IMPROVEMENT, today=NOW.date(), by=IVAN, at=NOW)


def test_what_is_completed_otherwise_waits_for_no_release_and_none_takes_it_back() -> None:
    done, _ = ticket(Status.WAITING_RELEASE).complete(Cause.OTHER, answer=5, by=IVAN, at=NOW)
    assert (done.promise, done.solved_by_release) == (None, False)
    with pytest.raises(MoveNotAllowed):
        done.unpublish(by=THE_DESK, at=NOW)


def test_of_the_closed_only_those_that_the_release_had_solved_hear_of_its_withdrawal() -> None:
    done, _ = ticket(Status.WAITING_RELEASE).publish(by=THE_DESK, at=NOW)
    closed, _ = done.confirm(by=ANNA, at=NOW)
    fact = closed.warn_of_withdrawal(by=THE_DESK, at=NOW)
    assert (fact.version, fact.source, fact.to) == ("1.4.0", Status.CLOSED, Status.CLOSED)
    before, _ = ticket(Status.WAITING_RELEASE).close(by=ANNA, at=NOW)
    merged, _ = done.merge(replace(ticket(), number=18), by=IVAN, at=NOW)
    for one in (done, before, merged):
        with pytest.raises(MoveNotAllowed):
            one.warn_of_withdrawal(by=THE_DESK, at=NOW)


def test_a_moved_date_moves_the_promise_and_no_button() -> None:
    before = ticket(Status.WAITING_RELEASE, nudges=2)
    moved, fact = before.postpone_release(NOW.date() + timedelta(days=7), by=THE_DESK, at=LATER)
    assert (moved.turn, moved.nudges, moved.promise and moved.promise.on) == (before.turn, 0, fact.on)
    assert (fact.before, fact.version) == ("1.4.0", "1.4.0")
