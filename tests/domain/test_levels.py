"""What a ticket owes: the clocks by its history, and who is told of them once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.calendar import ALWAYS
from bot.domain.facts import CustomerAsked, QuestionDelivered, ReleasePromised, TicketTaken, Who
from bot.domain.levels import Happening, after, dues_of, happening, next_due_at, replayed, unmissed, unwarned
from bot.domain.lifecycle import Ask, Status
from bot.domain.people import THE_DESK
from bot.domain.sla import Clocks, Goal, Targets, Terms
from bot.domain.ticket import Kind, Ticket
from bot.domain.timers import Alarm, timers_of
from bot.domain.times import Times
from tests.domain.tickets import NOW, ticket

HOUR = timedelta(hours=1)
TERMS = Terms(targets={(None, Kind.WRONG): Targets(2 * HOUR, HOUR, 8 * HOUR), ("TEST", Kind.WRONG): Targets(HOUR)})
WHO = Who(11, "Ivan")


def at(hours: float) -> datetime:
    return NOW + hours * HOUR


def filed(**more: Any) -> Ticket:
    known: dict[str, Any] = {"kind": Kind.WRONG, "stand": "PROD", "clocks": Clocks.submitted(NOW)}
    return ticket(**known | more)


def alarms(of: Ticket, terms: Terms = TERMS) -> dict[Alarm, datetime]:
    due = timers_of(of, Times(), ALWAYS, zone="UTC", terms=terms)
    return {alarm: moment for alarm, moment in due.items() if alarm in (Alarm.WARN, Alarm.BREACH)}


def test_the_clocks_wait_from_the_delivery_of_a_question_and_not_from_its_storing() -> None:
    step = (17, WHO, at(1), Status.IN_PROGRESS, Status.WAITING_CUSTOMER)
    asked = happening(CustomerAsked(*step, ask=Ask.INFO, message=5, variants=()))
    working = Clocks.submitted(NOW).moved(Status.IN_PROGRESS, NOW)
    assert after(working, asked, ALWAYS) == working
    arrived = happening(QuestionDelivered(17, WHO, at(2), Status.WAITING_CUSTOMER, Status.WAITING_CUSTOMER))
    assert after(working, arrived, ALWAYS).resolution.runs == ((NOW, at(2)),)


def test_a_promise_is_due_when_its_date_has_passed() -> None:
    step = (17, WHO, at(1), Status.IN_PROGRESS, Status.WAITING_RELEASE)
    promised = happening(ReleasePromised(*step, version="1.4.1", on=NOW.date(), before=""))
    clocks = after(Clocks.submitted(NOW), promised, ALWAYS)
    assert clocks.promise is not None
    assert clocks.promise.due_at == ALWAYS.end_of(NOW.date())


def test_a_replay_takes_moves_words_and_replies_by_their_moments() -> None:
    taken = happening(TicketTaken(17, WHO, at(1), Status.RECEIVED, Status.IN_PROGRESS))
    asked = Happening("QuestionDelivered", at(4), Status.WAITING_CUSTOMER)
    said = [(at(-1), True), (at(1), False), (at(2), True), (at(3), True)]
    clocks = replayed(NOW, [taken, asked], said, ALWAYS)
    live = Clocks.submitted(NOW).moved(Status.IN_PROGRESS, at(1)).replied(at(1)).wrote(at(2)).wrote(at(3))
    assert clocks == live.moved(Status.WAITING_CUSTOMER, at(4))
    assert clocks.answered_at == at(1)


def test_what_was_written_until_the_submission_is_the_request_itself() -> None:
    assert replayed(NOW, [], [(at(-1), True), (NOW, True)], ALWAYS) == Clocks.submitted(NOW)


def test_of_words_and_a_reply_at_the_same_moment_that_which_was_stored_first_came_first() -> None:
    taken = happening(TicketTaken(17, WHO, at(1), Status.RECEIVED, Status.IN_PROGRESS))
    crossed = replayed(NOW, [taken], [(at(2), False), (at(2), True)], ALWAYS)
    answered = replayed(NOW, [taken], [(at(2), True), (at(2), False)], ALWAYS)
    assert (crossed.unanswered_since, answered.unanswered_since) == (at(2), None)


def test_nothing_is_due_without_clocks_or_without_any_target() -> None:
    for of, terms in ((filed(clocks=None), TERMS), (filed(), Terms()), (filed(kind=Kind.CHANGE), TERMS)):
        assert dues_of(of, terms) == ()
        assert next_due_at(of, terms) is None
        assert alarms(of, terms) == {}


def test_another_stand_has_its_own_targets_from_the_beginning() -> None:
    assert next_due_at(filed(), TERMS) == at(2)
    assert next_due_at(filed(stand="TEST"), TERMS) == at(1)


def test_of_each_due_moment_somebody_is_told_once() -> None:
    new = filed()
    assert alarms(new) == {Alarm.WARN: at(1.5), Alarm.BREACH: at(2)}
    warned, fact = new.warn(Goal.FIRST_RESPONSE, at(2), by=THE_DESK, at=at(1.5))
    assert (fact.goal, fact.due_at) == ("first_response", at(2))
    assert alarms(warned) == {Alarm.WARN: at(6), Alarm.BREACH: at(2)}
    missed, _ = warned.breach(Goal.FIRST_RESPONSE, at(2), by=THE_DESK, at=at(2))
    assert alarms(missed) == {Alarm.WARN: at(6), Alarm.BREACH: at(8)}


def test_what_is_missed_is_warned_of_no_more() -> None:
    missed, _ = filed().breach(Goal.RESOLUTION, at(8), by=THE_DESK, at=at(9))
    assert [due.goal for due in unwarned(missed, TERMS)] == [Goal.FIRST_RESPONSE]


def test_another_due_moment_is_told_anew() -> None:
    told, _ = filed().warn(Goal.FIRST_RESPONSE, at(2), by=THE_DESK, at=at(1.5))
    told, _ = told.breach(Goal.FIRST_RESPONSE, at(2), by=THE_DESK, at=at(2))
    assert alarms(replace(told, stand="TEST")) == {Alarm.WARN: at(0.75), Alarm.BREACH: at(1)}


def test_that_a_promised_date_has_passed_is_told_by_the_promise_alone() -> None:
    clocks = Clocks.submitted(NOW).replied(at(1)).promised(at(9), at(1)).moved(Status.WAITING_RELEASE, at(1))
    waits = filed(status=Status.WAITING_RELEASE, clocks=clocks)
    assert alarms(waits) == {Alarm.WARN: at(7)}
    assert list(unmissed(waits, TERMS)) == []
