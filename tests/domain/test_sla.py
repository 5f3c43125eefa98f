"""Service levels, by example: what each clock waits for, when it rests, when it is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.calendar import Calendar
from bot.domain.lifecycle import Status
from bot.domain.sla import Clocks, Due, Goal, Level, Targets, Terms, due, next_due, running
from bot.domain.ticket import Kind
from tests.domain.test_calendar import calendar

OFFICE = calendar("9-17", zone="UTC")
ALL = Targets(timedelta(hours=4), timedelta(hours=2), timedelta(hours=16))
LEVEL = Level(OFFICE, ALL)
MONDAY = 23


def at(day: int, hour: float) -> datetime:
    """Of November 2026, whose 23rd is a Monday."""
    return datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour)


def filed(day: int = MONDAY, hour: float = 10) -> Clocks:
    return Clocks.submitted(at(day, hour))


def resolution(clocks: Clocks, level: Level = LEVEL) -> Due | None:
    return due(clocks, Goal.RESOLUTION, level)


def due_at(clocks: Clocks, goal: Goal, level: Level = LEVEL) -> datetime | None:
    found = due(clocks, goal, level)
    return found.due_at if found else None


def test_the_first_response_runs_from_submit_to_the_first_reply_of_a_human() -> None:
    clocks = filed()
    assert due_at(clocks, Goal.FIRST_RESPONSE) == at(MONDAY, 14)
    answered = clocks.moved(Status.ASSIGNED, at(MONDAY, 11)).replied(at(MONDAY, 12))
    assert due(answered, Goal.FIRST_RESPONSE, LEVEL) is None
    assert answered.answered_at == at(MONDAY, 12)
    assert answered.first_response.spent(OFFICE, at(MONDAY, 16)) == timedelta(hours=2)


def test_the_first_response_stays_the_first() -> None:
    clocks = filed().replied(at(MONDAY, 12)).wrote(at(MONDAY, 13)).replied(at(MONDAY, 14))
    assert clocks.answered_at == at(MONDAY, 12)


def test_taking_and_transferring_answer_nobody() -> None:
    clocks = filed().moved(Status.IN_PROGRESS, at(MONDAY, 11)).moved(Status.TRANSFERRED, at(MONDAY, 12))
    assert due_at(clocks, Goal.FIRST_RESPONSE) == at(MONDAY, 14)


def test_the_next_reply_is_due_from_the_oldest_unanswered_message() -> None:
    clocks = filed().replied(at(MONDAY, 11)).wrote(at(MONDAY, 12)).wrote(at(MONDAY, 13))
    assert clocks.unanswered_since == at(MONDAY, 12)
    assert due_at(clocks, Goal.NEXT_REPLY) == at(MONDAY, 14)
    answered = clocks.replied(at(MONDAY, 13.5))
    assert due(answered, Goal.NEXT_REPLY, LEVEL) is None
    assert due_at(answered.wrote(at(MONDAY, 16)), Goal.NEXT_REPLY) == at(MONDAY + 1, 10)


def test_the_resolution_runs_until_completed_and_a_disagreement_resumes_it() -> None:
    clocks = filed().moved(Status.IN_PROGRESS, at(MONDAY, 11)).moved(Status.COMPLETED, at(MONDAY, 13))
    assert running(clocks, LEVEL) == ()
    resumed = clocks.moved(Status.IN_PROGRESS, at(MONDAY + 2, 10))
    assert resumed.resolution.spent(OFFICE, at(MONDAY + 2, 11)) == timedelta(hours=4)
    assert due_at(resumed, Goal.RESOLUTION) == at(MONDAY + 3, 15)


def test_a_question_pauses_resolution_and_next_reply_over_closed_hours() -> None:
    clocks = filed().moved(Status.IN_PROGRESS, at(MONDAY, 11))
    asked = clocks.moved(Status.WAITING_CUSTOMER, at(27, 16.5))
    assert running(asked, LEVEL) == ()
    back = asked.wrote(at(29, 12)).moved(Status.IN_PROGRESS, at(29, 12))
    assert back.resolution.spent(OFFICE, at(30, 9)) == clocks.resolution.spent(OFFICE, at(27, 16.5))
    assert due_at(back, Goal.NEXT_REPLY) == at(30, 11)


def test_a_question_counts_as_the_answer_to_all_before_it() -> None:
    asked = filed().wrote(at(MONDAY, 11)).moved(Status.WAITING_CUSTOMER, at(MONDAY, 12))
    assert (asked.answered_at, asked.unanswered_since) == (at(MONDAY, 12), None)


def test_a_completion_counts_as_the_answer_to_all_before_it() -> None:
    completed = filed().wrote(at(MONDAY, 11)).moved(Status.COMPLETED, at(MONDAY, 12))
    assert (completed.answered_at, completed.unanswered_since) == (at(MONDAY, 12), None)


def test_what_the_customer_says_while_asked_waits_only_from_the_return() -> None:
    asked = filed().moved(Status.WAITING_CUSTOMER, at(MONDAY, 11)).wrote(at(MONDAY, 12))
    assert due(asked, Goal.NEXT_REPLY, LEVEL) is None
    assert due_at(asked.moved(Status.IN_PROGRESS, at(MONDAY, 14)), Goal.NEXT_REPLY) == at(MONDAY, 16)


def test_a_transfer_pauses_nothing() -> None:
    clocks = filed().wrote(at(MONDAY, 10))
    transferred = clocks.moved(Status.TRANSFERRED, at(MONDAY, 11))
    assert running(transferred, LEVEL) == running(clocks, LEVEL)
    assert len(running(clocks, LEVEL)) == 3


def test_a_promised_release_takes_the_place_of_the_resolution() -> None:
    waiting = filed().promised(at(30, 17), at(26, 17)).moved(Status.WAITING_RELEASE, at(26, 17))
    assert resolution(waiting) == Due(Goal.RESOLUTION, at(30, 13), at(30, 17), OFFICE)
    moved = waiting.promised(at(37, 17), at(30, 12))
    assert due_at(moved, Goal.RESOLUTION) == at(37, 17)
    resumed = moved.moved(Status.IN_PROGRESS, at(37, 9))
    assert due_at(resumed, Goal.RESOLUTION) == at(MONDAY + 2, 10)
    assert resumed.resolution.spent(OFFICE, at(37, 9)) == timedelta(hours=31)


def test_waiting_for_a_release_without_a_date_has_no_due_moment_and_answers_are_still_owed() -> None:
    waiting = filed().replied(at(MONDAY, 11)).moved(Status.WAITING_RELEASE, at(MONDAY, 12)).wrote(at(MONDAY, 13))
    assert resolution(waiting) is None
    assert due_at(waiting, Goal.NEXT_REPLY) == at(MONDAY, 15)


def test_a_promise_already_past_is_due_at_once() -> None:
    late = resolution(filed().promised(at(24, 9), at(26, 9)).moved(Status.WAITING_RELEASE, at(26, 9)))
    assert late is not None
    assert late.warn_at == late.due_at == at(24, 9)
    assert late.breached(at(26, 9))


def test_a_closed_ticket_owes_nothing_until_it_is_opened_again() -> None:
    closed = filed().wrote(at(MONDAY, 11)).moved(Status.CLOSED, at(MONDAY, 12))
    assert running(closed, LEVEL) == ()
    again = closed.moved(Status.IN_PROGRESS, at(MONDAY + 1, 9))
    assert {one.goal: one.due_at for one in running(again, LEVEL)} == {
        Goal.NEXT_REPLY: at(MONDAY + 1, 10),
        Goal.FIRST_RESPONSE: at(MONDAY + 1, 11),
        Goal.RESOLUTION: at(MONDAY + 2, 15),
    }


def test_a_move_into_the_same_state_answers_nobody() -> None:
    asked = filed().moved(Status.WAITING_CUSTOMER, at(MONDAY, 11)).wrote(at(MONDAY, 12))
    assert asked.moved(Status.WAITING_CUSTOMER, at(MONDAY, 13)) == asked


def test_a_warning_comes_after_three_quarters_of_the_working_time_and_a_breach_after_all() -> None:
    one = due(filed(27, 14), Goal.FIRST_RESPONSE, LEVEL)
    assert one == Due(Goal.FIRST_RESPONSE, at(27, 17), at(30, 10), OFFICE)
    assert not one.warned(at(27, 16.99))
    assert one.warned(at(27, 17))
    assert not one.breached(at(30, 9.99))
    assert one.breached(at(30, 10))
    assert one.left(at(28, 12)) == timedelta(hours=1)
    assert one.left(at(30, 12)) == timedelta(0)


def test_the_part_of_the_target_to_warn_after_is_a_setting() -> None:
    halfway = due(filed(), Goal.FIRST_RESPONSE, Level(OFFICE, ALL, warning=0.5))
    assert halfway is not None
    assert halfway.warn_at == at(MONDAY, 12)


def test_a_target_used_up_before_a_pause_stays_due_at_that_moment() -> None:
    clocks = filed().replied(at(MONDAY, 10)).moved(Status.WAITING_CUSTOMER, at(26, 12))
    assert due_at(clocks.moved(Status.IN_PROGRESS, at(27, 9)), Goal.RESOLUTION) == at(25, 10)


def test_a_target_used_up_by_the_very_pause_was_due_then() -> None:
    clocks = filed().replied(at(MONDAY, 10)).moved(Status.WAITING_CUSTOMER, at(25, 10))
    assert due_at(clocks.moved(Status.IN_PROGRESS, at(27, 9)), Goal.RESOLUTION) == at(25, 10)


def test_without_a_target_nothing_is_due() -> None:
    clocks = filed().wrote(at(MONDAY, 11))
    assert running(clocks, Level()) == ()
    assert next_due(clocks, Level()) is None
    only = Level(OFFICE, Targets(resolution=timedelta(hours=1)))
    assert [one.goal for one in running(clocks, only)] == [Goal.RESOLUTION]


def test_the_queue_sees_what_is_due_first() -> None:
    clocks = filed().wrote(at(MONDAY, 10.5))
    assert [one.goal for one in running(clocks, LEVEL)] == [Goal.NEXT_REPLY, Goal.FIRST_RESPONSE, Goal.RESOLUTION]
    first = next_due(clocks, LEVEL)
    assert first is not None
    assert first.due_at == at(MONDAY, 12.5)


PROD, ANY = Targets(resolution=timedelta(hours=1)), Targets(resolution=timedelta(hours=9))
TERMS = Terms(OFFICE, {("PROD", Kind.STOPPED): PROD, (None, Kind.STOPPED): ANY, ("TEST", Kind.WRONG): PROD})


@pytest.mark.parametrize(
    ("stand", "kind", "targets"),
    [
        ("PROD", Kind.STOPPED, PROD),
        ("TEST", Kind.STOPPED, ANY),
        (None, Kind.STOPPED, ANY),
        ("PROD", Kind.WRONG, Targets()),
        (None, Kind.QUESTION, Targets()),
    ],
)
def test_the_terms_of_the_very_stand_go_before_those_of_any(stand: str | None, kind: Kind, targets: Targets) -> None:
    assert TERMS.level(stand, kind) == Level(OFFICE, targets)


def test_a_corrected_kind_counts_for_the_whole_life() -> None:
    clocks = filed().replied(at(MONDAY, 11)).moved(Status.WAITING_CUSTOMER, at(MONDAY, 13))
    back = clocks.moved(Status.IN_PROGRESS, at(MONDAY, 16))
    assert due_at(back, Goal.RESOLUTION, TERMS.level("TEST", Kind.STOPPED)) == at(MONDAY + 1, 14)
    assert due_at(back, Goal.RESOLUTION, TERMS.level("PROD", Kind.STOPPED)) == at(MONDAY, 11)


@pytest.mark.parametrize("target", [timedelta(0), timedelta(hours=-1)])
def test_a_target_is_above_zero(target: timedelta) -> None:
    with pytest.raises(ValueError, match="next_reply"):
        Targets(next_reply=target)


@pytest.mark.parametrize("warning", [0, -0.5, 1.01])
def test_a_warning_comes_within_the_target(warning: float) -> None:
    with pytest.raises(ValueError, match="warning"):
        Terms(Calendar(OFFICE.week), warning=warning)


def test_what_has_waited_longer_goes_on_in_the_survivor_of_a_merge() -> None:
    survivor = filed(hour=9).replied(at(MONDAY, 10)).wrote(at(MONDAY, 13))
    merged = filed(hour=9).replied(at(MONDAY, 10)).wrote(at(MONDAY, 12)).moved(Status.CLOSED, at(MONDAY, 13.5))
    both = survivor.took_over(merged, at(MONDAY, 13.5))
    assert due_at(both, Goal.NEXT_REPLY) == at(MONDAY, 14), "two hours after the older words"
    assert due_at(both.replied(at(MONDAY, 14)), Goal.NEXT_REPLY) is None
    younger = survivor.took_over(filed(hour=9).replied(at(MONDAY, 10)).wrote(at(MONDAY, 13.2)), at(MONDAY, 13.5))
    assert younger == survivor
    unanswered = survivor.took_over(filed(hour=11.5).moved(Status.CLOSED, at(MONDAY, 13.5)), at(MONDAY, 13.5))
    assert due_at(unanswered, Goal.NEXT_REPLY) == at(MONDAY, 13.5), "a request that nobody has answered"
    waiting = survivor.moved(Status.WAITING_CUSTOMER, at(MONDAY, 13)).took_over(merged, at(MONDAY, 13.5))
    assert due_at(waiting, Goal.NEXT_REPLY) is None
    assert due_at(waiting.moved(Status.IN_PROGRESS, at(MONDAY, 15)), Goal.NEXT_REPLY) == at(MONDAY, 15.5)
