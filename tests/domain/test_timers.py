"""Which timers a ticket has, and when they are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.calendar import ALWAYS, Calendar, customer_hours, weekly
from bot.domain.lifecycle import Ask, Status
from bot.domain.people import THE_DESK
from bot.domain.ticket import Acceptance, Promise, Question, Ticket, Transfer
from bot.domain.timers import Alarm, LeftDraft, expected_closing, given_up_at, named_hour, suitable, timers_of
from bot.domain.times import Times
from tests.domain.tickets import IVAN, LENA, NOW, OLGA, PAVEL, ticket

TIMES = Times()
OFFICE = Calendar(weekly((time(9), time(18))))
LUNCH = Calendar(weekly((time(9), time(11, 30)), (time(12, 30), time(18))))
CALENDARS = (ALWAYS, OFFICE, LUNCH)
ZONES = ("UTC", "Asia/Tokyo", "America/Los_Angeles")


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Of March 2026; the 2nd is a Monday, as is NOW."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def due(of: Ticket, calendar: Calendar = OFFICE, zone: str = "UTC", **more: Any) -> dict[Alarm, datetime]:
    return timers_of(of, more.pop("times", TIMES), calendar, zone=zone, **more)


# Taking, picking up ----------------------------------------------------------------------------------------------


def test_what_the_desk_has_assigned_is_to_be_taken_within_fifteen_working_minutes() -> None:
    assigned, _ = ticket().assign(PAVEL, by=THE_DESK, at=at(2, 17, 50))
    assert due(assigned) == {Alarm.MISS: at(3, 9, 5)}


def test_what_a_lead_has_assigned_waits_for_its_take_without_end() -> None:
    assigned, _ = ticket().assign(PAVEL, by=LENA, at=NOW)
    assert due(assigned) == {}


def test_a_new_assignee_has_all_of_the_time_to_take_it() -> None:
    assigned, _ = ticket().assign(PAVEL, by=THE_DESK, at=at(2, 10))
    again, _ = assigned.reassign(replace(PAVEL, id=99), by=THE_DESK, at=at(2, 10, 14))
    assert due(again) == {Alarm.MISS: at(2, 10, 29)}


def test_a_missed_take_leaves_nobody_only_when_all_of_the_team_have_declined() -> None:
    assigned, _ = ticket(declined=(OLGA.id,)).assign(PAVEL, by=THE_DESK, at=NOW)
    for team, nobody_left in (((OLGA.id, PAVEL.id), True), ((OLGA.id, PAVEL.id, IVAN.id), False)):
        missed, fact = assigned.miss(by=THE_DESK, at=NOW, team=team)
        assert (missed.status, fact.nobody_left, fact.person_name) == (Status.RECEIVED, nobody_left, "Pavel")


def test_a_transfer_that_nobody_picks_up_is_told_once() -> None:
    waits = ticket(Status.TRANSFERRED, transfer=Transfer("backend", -200, "look", at(2, 17, 30)))
    assert due(waits) == {Alarm.PICK_UP: at(3, 9, 30)}
    assert due(waits.nudge(by=THE_DESK, at=NOW)[0]) == {}
    assert due(ticket(Status.TRANSFERRED)) == {}


# Silence of the staff --------------------------------------------------------------------------------------------


def test_two_working_days_without_a_reply_the_assignee_hears_of_it_and_after_three_the_lead() -> None:
    working = ticket(Status.IN_PROGRESS, since=at(5, 15))
    assert due(working) == {Alarm.NO_REPLY: at(9, 15)}
    nudged, _ = working.nudge(by=THE_DESK, at=at(9, 15))
    assert due(nudged) == {Alarm.NO_REPLY: at(10, 15)}
    assert due(nudged.nudge(by=THE_DESK, at=at(10, 15))[0]) == {}


def test_a_reply_begins_the_silence_anew() -> None:
    assert due(ticket(Status.IN_PROGRESS, since=at(2, 10), replied_at=at(4, 11))) == {Alarm.NO_REPLY: at(6, 11)}


# The question ----------------------------------------------------------------------------------------------------


def asked(**more: Any) -> Ticket:
    question = Question(Ask.INFO, 5, IVAN.id, IVAN.name, NOW, Status.IN_PROGRESS, delivered_at=NOW)
    return ticket(Status.WAITING_CUSTOMER, question=replace(question, **more))


def test_a_question_is_reminded_of_after_one_and_two_working_days_and_given_up_after_five_more() -> None:
    assert due(asked()) == {Alarm.QUESTION: at(3, 10)}
    once, _ = asked().remind(by=THE_DESK, at=at(3, 10))
    assert due(once) == {}, "one is on its way"
    once = once.reminder_arrived(at(3, 10, 1))
    assert due(once) == {Alarm.QUESTION: at(4, 10, 1)}
    twice = once.remind(by=THE_DESK, at=at(4, 10, 1))[0].reminder_arrived(at(4, 10, 2))
    assert due(twice) == {Alarm.SILENCE: at(11, 10, 2)}
    assert due(twice, times=Times(silence=None)) == {}


def test_only_the_last_reminder_knows_when_a_question_is_given_up_and_never_names_it_too_early() -> None:
    sent = at(4, 10, 1) + timedelta(seconds=20)
    twice = asked(reminders=1, reminded_at=at(3, 10))
    assert (question := twice.question) is not None
    assert given_up_at(question, sent, TIMES, OFFICE) == at(11, 10, 2)
    delivered = twice.remind(by=THE_DESK, at=sent)[0].reminder_arrived(sent + timedelta(seconds=30))
    assert due(delivered)[Alarm.SILENCE] <= at(11, 10, 2)
    assert given_up_at(replace(question, reminders=0), sent, TIMES, OFFICE) is None
    assert given_up_at(question, sent, Times(silence=None), OFFICE) is None


def test_nobody_is_reminded_of_a_question_that_has_not_arrived() -> None:
    assert due(asked(delivered_at=None)) == {}


def test_reminders_keep_their_distance_when_the_first_one_was_late() -> None:
    late = asked(reminders=1, reminded_at=at(9, 14))
    assert due(late) == {Alarm.QUESTION: at(10, 14)}


def test_whoever_says_i_will_do_it_is_not_taken_for_silent() -> None:
    twice = asked(ask=Ask.ACTION, reminders=2, reminded_at=at(4, 10))
    committed, _ = twice.commit(by=replace(IVAN, id=1), at=at(9, 16))
    assert due(committed) == {Alarm.SILENCE: at(16, 16)}


@pytest.mark.parametrize(
    ("zone", "when"), [("UTC", at(3, 10)), ("Asia/Tokyo", at(3, 10)), ("America/New_York", at(3, 14))]
)
def test_reminders_go_out_at_the_customers_own_hours(zone: str, when: datetime) -> None:
    assert due(asked(), zone=zone) == {Alarm.QUESTION: when}


# The promise -----------------------------------------------------------------------------------------------------


def test_a_promised_day_that_has_passed_is_told_to_the_staff_in_the_morning_and_to_the_customer_at_noon() -> None:
    promised = ticket(Status.WAITING_RELEASE, promise=Promise("1.4.1", date(2026, 3, 6), NOW))
    assert due(promised) == {Alarm.OVERDUE: at(9, 9)}
    told, _ = promised.nudge(by=THE_DESK, at=at(9, 9))
    assert due(told) == {Alarm.LATE: at(9, 12)}
    assert due(told.nudge(by=THE_DESK, at=at(9, 12))[0]) == {}
    assert due(told.postpone_release(date(2026, 3, 10), by=THE_DESK, at=at(9, 10))[0]) == {Alarm.OVERDUE: at(11, 9)}


def test_round_the_clock_the_customer_hears_at_the_very_next_noon() -> None:
    promised = ticket(Status.WAITING_RELEASE, promise=Promise("1.4.1", date(2026, 3, 3), NOW), nudges=1)
    assert due(promised, ALWAYS) == {Alarm.LATE: at(4, 12)}


# Acceptance ------------------------------------------------------------------------------------------------------


def waits(since: datetime | None, **more: Any) -> Ticket:
    acceptance = Acceptance(since, more.pop("reminded_at", None), more.pop("closes_at", None))
    return ticket(Status.COMPLETED, acceptance=acceptance, **more)


def test_nothing_is_counted_before_the_question_has_arrived_nor_while_a_reply_is_on_its_way() -> None:
    assert due(waits(None)) == {}
    assert due(waits(NOW, replied_at=NOW + timedelta(seconds=1))) == {}
    assert due(waits(NOW, replied_at=NOW)) == {Alarm.ACCEPTANCE: at(4, 10)}


def test_the_reminder_names_the_hour_and_only_its_arrival_lets_it_close() -> None:
    asks = waits(at(2, 10))
    assert due(asks) == {Alarm.ACCEPTANCE: at(4, 10)}
    closes = named_hour(at(2, 10), at(4, 10), TIMES, OFFICE)
    assert closes == at(5, 10)
    reminding, _ = asks.remind(by=THE_DESK, at=at(4, 10), closes_at=closes)
    assert due(reminding) == {}
    reminded = reminding.reminder_arrived(at(4, 10), closes)
    assert due(reminded) == {Alarm.EXPIRE: closes}
    late = reminding.reminder_arrived(at(4, 17), closes)
    assert due(late) == {Alarm.EXPIRE: at(5, 17)}


def test_outside_working_hours_it_closes_at_noon_of_the_next_working_day() -> None:
    for reminded_at, closes in ((at(5, 19), at(9, 12)), (at(4, 7), at(5, 12)), (at(4, 18), at(6, 12))):
        assert due(waits(at(2, 6), reminded_at=reminded_at, closes_at=NOW))[Alarm.EXPIRE] == closes


def test_what_is_named_with_the_question_is_the_hour_at_which_it_closes_if_all_arrives_in_time() -> None:
    """Friday's question: three days later is a Monday, but the customer is reminded then, and has a day from that."""
    for asked_at, zone, closes in (
        (at(2, 10), "UTC", at(5, 10)),
        (at(2, 18, 30), "UTC", at(6, 12)),
        (at(6, 10), "UTC", at(10, 9)),
        (at(6, 10), "America/Los_Angeles", at(10, 16)),
    ):
        assert expected_closing(asked_at, TIMES, OFFICE, zone) == closes
        reminded_at = due(waits(asked_at), zone=zone)[Alarm.ACCEPTANCE]
        reminded = waits(asked_at, reminded_at=reminded_at, closes_at=closes)
        assert due(reminded, zone=zone) == {Alarm.EXPIRE: closes}


def test_it_never_closes_before_the_hour_that_was_named() -> None:
    """A reminder of the evening names tomorrow's noon; that it arrives the next morning must not make it sooner."""
    named = named_hour(at(2, 8), at(4, 19), TIMES, OFFICE)
    assert named == at(6, 12)
    assert due(waits(at(2, 8), reminded_at=at(5, 9, 30), closes_at=named)) == {Alarm.EXPIRE: named}


def test_a_reminder_of_a_time_that_was_begun_anew_does_not_count() -> None:
    reminding, _ = waits(NOW).remind(by=THE_DESK, at=at(4, 10), closes_at=at(5, 10))
    anew = reminding.heard(at(4, 10, 1))
    assert anew.reminder_arrived(at(4, 10, 2), at(5, 10)) == anew
    assert due(anew) == {Alarm.ACCEPTANCE: at(6, 10, 1)}


@pytest.mark.parametrize("speaks", ["heard", "reply_arrived"])
def test_a_word_of_either_side_begins_it_anew(speaks: str) -> None:
    reminded = waits(at(2, 10), reminded_at=at(4, 10), closes_at=at(5, 10))
    assert getattr(reminded, speaks)(at(5, 9)).acceptance == Acceptance(at(5, 9))


def test_while_the_customer_cannot_be_reached_nothing_counts_and_then_it_begins_anew() -> None:
    for waiting in (waits(NOW), waits(NOW, reminded_at=at(4, 10), closes_at=at(5, 10)), asked()):
        assert due(waiting, reachable=False) == {}
    lost = waits(NOW, closes_at=at(5, 10)).unreachable()
    assert lost.acceptance == Acceptance(NOW), "that reminder will not arrive"
    assert due(waits(NOW, reminded_at=at(4, 10), closes_at=at(5, 10)).reachable_again(at(20, 10))) == {
        Alarm.ACCEPTANCE: at(23, 9)
    }
    assert due(asked(reminders=2, reminded_at=at(4, 10)).reachable_again(at(20, 10))) == {Alarm.SILENCE: at(27, 10)}
    assert asked(reminding=True).unreachable() == asked()


def test_a_disagreement_without_a_reason_lapses_after_a_day_and_words_stop_that() -> None:
    disagreed, _ = ticket(Status.COMPLETED).disagree(by=replace(IVAN, id=1), at=NOW)
    assert due(disagreed)[Alarm.LAPSE] == at(3, 10)
    assert Alarm.LAPSE not in due(disagreed.heard(NOW))
    lapsed, _ = disagreed.lapse(by=THE_DESK, at=at(3, 10))
    assert (lapsed.status, lapsed.acceptance) == (Status.COMPLETED, Acceptance()), "their time begins anew"


moments = st.integers(0, 365 * 24 * 3600).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
spans = st.timedeltas(timedelta(), timedelta(days=20))


@given(moments, spans, spans, st.sampled_from(CALENDARS), st.sampled_from(ZONES))
@example(at(1), timedelta(), timedelta(), OFFICE, "UTC").via("at the very opening: reminded at 9, closed at 9")
@example(at(2, 17, 59) + timedelta(seconds=30), timedelta(), timedelta(), OFFICE, "UTC").via("named: 18:00")
def test_it_closes_only_after_three_days_a_day_after_the_reminder_and_never_at_night(
    since: datetime, before: timedelta, under_way: timedelta, calendar: Calendar, zone: str
) -> None:
    """However late the reminder is sent, and however long it takes to arrive."""
    asks = waits(since)
    sent = due(asks, calendar, zone)[Alarm.ACCEPTANCE] + before
    assert sent >= since + timedelta(hours=48)
    assert customer_hours(zone).open_at(sent - before)
    named = named_hour(since, sent, TIMES, calendar)
    reminded = asks.remind(by=THE_DESK, at=sent, closes_at=named)[0].reminder_arrived(sent + under_way, named)
    closes = due(reminded, calendar, zone)[Alarm.EXPIRE]
    assert closes >= max(since + timedelta(days=3), sent + under_way + timedelta(hours=24), named)
    assert _at_work(calendar, closes) or closes.time() == time(12)


@given(moments, spans, st.sampled_from(CALENDARS), st.sampled_from(ZONES), st.sampled_from(Status))
def test_what_happens_later_is_due_later(
    begun: datetime, later: timedelta, calendar: Calendar, zone: str, status: Status
) -> None:
    first, second = (due(_all_at(status, moment), calendar, zone) for moment in (begun, begun + later))
    assert first.keys() == second.keys()
    assert all(first[alarm] <= second[alarm] for alarm in first)
    assert all(moment >= begun for moment in first.values())


@given(moments, st.sampled_from(CALENDARS), st.sampled_from(ZONES), st.sampled_from(Alarm))
def test_a_late_timer_is_put_off_to_an_hour_that_suits_it_and_then_stays(
    now: datetime, calendar: Calendar, zone: str, alarm: Alarm
) -> None:
    then = suitable(alarm, now, calendar, zone)
    assert now <= then < now + timedelta(days=5)
    if alarm in (Alarm.QUESTION, Alarm.LATE, Alarm.ACCEPTANCE):
        assert customer_hours(zone).open_at(then)
    elif alarm is Alarm.EXPIRE:
        assert calendar.open_at(then) or then.time() == time(12)


def test_a_draft_is_recalled_after_a_day_and_discarded_after_a_week_but_never_right_after_the_word() -> None:
    left = LeftDraft(1, at(2, 10), None, None, True)
    assert left.due(TIMES, "UTC") == at(3, 10)
    assert replace(left, recalled_at=at(3, 10)).due(TIMES, "UTC") == at(9, 10)
    assert replace(left, recalled_at=at(12, 10)).due(TIMES, "UTC") == at(13, 10)
    assert replace(left, reachable=False).due(TIMES, "UTC") == at(9, 10)
    assert replace(left, saved_at=at(5, 22)).due(TIMES, "UTC") == at(9, 9), "not on a weekend, nor at night"


def _at_work(calendar: Calendar, closes: datetime) -> bool:
    """Within the hours, or at their end: the hour that is named is a whole minute, and that of 17:59:30 is 18:00."""
    return calendar.open_at(closes) or calendar.open_at(closes - timedelta(minutes=1))


def _all_at(status: Status, moment: datetime) -> Ticket:
    """Everything that a ticket of that state is reckoned from is of the same moment."""
    question = Question(Ask.INFO, 5, IVAN.id, IVAN.name, moment, Status.IN_PROGRESS, delivered_at=moment)
    return replace(
        ticket(status), created_at=moment, since=moment, replied_at=None,
        question=question if status is Status.WAITING_CUSTOMER else None,
        transfer=Transfer("backend", -200, "look", moment) if status is Status.TRANSFERRED else None,
        promise=Promise("1.4.1", moment.date(), moment) if status is Status.WAITING_RELEASE else None,
        acceptance=Acceptance(moment) if status is Status.COMPLETED else None,
    )  # fmt: skip
