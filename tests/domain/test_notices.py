"""Who is told what: every fact says something to somebody, or says why it says nothing."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.domain import facts
from bot.domain.facts import Fact, Who
from bot.domain.lifecycle import Ask, Cause, Status
from bot.domain.notices import told_of
from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Acceptance
from locales import FOLDER, LANGUAGES
from locales.catalog import read_texts
from tests.domain.tickets import BORIS, IVAN, NOW, ticket

STEP = (17, Who(11, "Ivan"), NOW, Status.IN_PROGRESS, Status.IN_PROGRESS)
# Fact, what the customer is told and may press, what the staff are told beside the card.
TOLD: list[tuple[Fact, str, Buttons, str]] = [
    (facts.TicketReceived(*STEP), "ticket-received", Buttons.RECEIVED, ""),
    (facts.TicketReceived(*STEP, answer_by=NOW), "ticket-received-by", Buttons.RECEIVED, ""),
    (facts.TicketReceived(*STEP, answer_by=NOW, opens_at=NOW), "ticket-received-closed", Buttons.RECEIVED, ""),
    (facts.TicketReceived(*STEP, filed=True, answer_by=NOW), "ticket-filed-by", Buttons.RECEIVED, ""),
    (facts.TicketReceived(*STEP, True, NOW, NOW), "ticket-filed-closed", Buttons.RECEIVED, ""),
    (facts.LevelWarned(*STEP, goal="resolution", due_at=NOW), "", Buttons.NONE, "staff-level-warned"),
    (facts.LevelBreached(*STEP, goal="resolution", due_at=NOW), "", Buttons.NONE, "staff-level-breached"),
    (facts.TicketTaken(*STEP), "ticket-taken", Buttons.NONE, ""),
    (facts.TicketAssigned(*STEP, to_id=12, to_name="Olga", by_lead=False), "", Buttons.NONE, ""),  # on the card
    (facts.TicketDeclined(*STEP, reason="on leave"), "", Buttons.NONE, ""),  # the next one has it, or it waits
    (facts.TicketDeclined(*STEP, reason="", nobody_left=True), "", Buttons.NONE, "staff-declined"),
    (facts.TakeMissed(*STEP, person_id=12, person_name="Olga"), "", Buttons.NONE, "staff-take-missed"),
    (facts.TicketNudged(*STEP, times=1), "", Buttons.NONE, "staff-no-reply"),
    (facts.TicketReassigned(*STEP, to_id=12, to_name="Olga"), "ticket-reassigned", Buttons.NONE, "staff-reassigned"),
    (facts.TicketCompleted(*STEP, cause=Cause.OTHER, answer=5), "ticket-completed", Buttons.COMPLETED, ""),
    (
        facts.TicketCompleted(*STEP, cause=Cause.IMPROVEMENT, answer=5),
        "ticket-completed-not-planned", Buttons.COMPLETED, "",
    ),
    (
        facts.TicketCompleted(*STEP, cause=Cause.IMPROVEMENT, answer=5, release="1.4.1", on=NOW.date()),
        "ticket-completed-release", Buttons.COMPLETED, "",
    ),
    (facts.ReleasePromised(*STEP, version="1.4.1", on=NOW.date(), before=""), "ticket-promised", Buttons.NONE, ""),
    (
        facts.ReleasePromised(*STEP, version="1.4.1", on=NOW.date(), before="1.4.1"),
        "ticket-promise-moved", Buttons.NONE, "",
    ),
    (
        facts.ReleasePromised(*STEP, version="1.4.2", on=NOW.date(), before="1.4.1"),
        "ticket-promise-changed", Buttons.NONE, "",
    ),
    (facts.PromiseWithdrawn(*STEP, version="1.4.1"), "ticket-promise-withdrawn", Buttons.NONE, ""),
    (facts.ReleasePublished(*STEP, version="1.4.1"), "ticket-published", Buttons.COMPLETED, ""),
    (
        facts.ReleaseWithdrawn(*STEP, version="1.4.1"),
        "ticket-release-withdrawn", Buttons.NONE, "staff-release-withdrawn",
    ),
    (facts.WithdrawalTold(*STEP, version="1.4.1"), "ticket-withdrawal-told", Buttons.REOPEN, ""),
    (facts.CompletionTakenBack(*STEP, reason="too early"), "ticket-taken-back", Buttons.NONE, ""),
    (facts.TicketConfirmed(*STEP, by_customer=True, proof=None), "ticket-confirmed", Buttons.RATING, ""),
    (
        facts.TicketConfirmed(*STEP, by_customer=False, proof=5),
        "ticket-confirmed-by-staff", Buttons.CONFIRMED_BY_STAFF, "",
    ),
    (facts.CustomerDisagreed(*STEP, times=1), "ticket-disagreed", Buttons.NONE, "staff-disagreed"),
    (
        facts.CustomerDisagreed(*STEP, times=1, explained=True),
        "ticket-disagreed-explained", Buttons.NONE, "staff-disagreed-explained",
    ),
    (facts.DisagreementExplained(*STEP, reason="it fails"), "", Buttons.NONE, ""),  # the words themselves are there
    (facts.TicketClosedByCustomer(*STEP), "ticket-closed-by-customer", Buttons.REOPEN, "staff-closed-by-customer"),
    (
        facts.DisagreementLapsed(*STEP),
        "ticket-disagreement-lapsed", Buttons.COMPLETED, "staff-disagreement-lapsed",
    ),
    (facts.TicketExpired(*STEP, days=3, until=NOW), "ticket-expired", Buttons.REOPEN, ""),
    (facts.TicketCorrected(*STEP, field="stand", before="PROD", after="TEST"), "ticket-corrected", Buttons.NONE, ""),
    (facts.TicketRated(*STEP, rating=2), "", Buttons.NONE, ""),  # the card shows it
    (facts.CustomerAsked(*STEP, ask=Ask.INFO, message=5, variants=()), "", Buttons.NONE, ""),  # the reply itself asks
    (facts.QuestionDelivered(*STEP), "", Buttons.NONE, ""),  # for the clocks only
    (
        facts.CustomerAnswered(*STEP, message=5, choice="", reason="", done=False),
        "", Buttons.NONE, "staff-answered",  # their words are marked as read
    ),
    (
        facts.CustomerAnswered(*STEP, message=None, choice="Wait", reason="", done=False),
        "ticket-answered", Buttons.NONE, "staff-answered",
    ),
    (facts.CustomerCommitted(*STEP), "ticket-committed", Buttons.NONE, ""),  # the card shows it
    (facts.QuestionWithdrawn(*STEP), "ticket-question-withdrawn", Buttons.NONE, ""),
    (facts.QuestionWithdrawn(*STEP, seen=False), "", Buttons.NONE, ""),  # what they never saw
    (facts.CustomerReminded(*STEP), "ticket-question-reminder", Buttons.QUESTION, ""),
    (facts.CustomerReminded(*STEP, given_up_at=NOW), "ticket-question-last-reminder", Buttons.QUESTION, ""),
    (facts.InformationMissing(*STEP), "ticket-information-missing", Buttons.COMPLETED, ""),
    (facts.TicketRated(*STEP, rating=2, comment="slow"), "", Buttons.NONE, "staff-rated"),
    (facts.TicketReceived(*STEP, filed=True), "ticket-filed", Buttons.RECEIVED, ""),
    (facts.TicketGivenUp(*STEP), "", Buttons.NONE, ""),  # whom nobody can reach
    (facts.TicketReopened(*STEP, by_customer=True), "ticket-reopened", Buttons.NONE, "staff-reopened"),
    (facts.TicketReopened(*STEP, by_customer=False, reason="x"), "ticket-reopened", Buttons.NONE, "staff-reopened"),
    (facts.TicketMerged(*STEP, into=18), "ticket-merged", Buttons.NONE, "staff-merged"),
    (facts.TicketRejected(*STEP, reason="an advertisement"), "ticket-rejected", Buttons.NONE, ""),
    (facts.TicketAbsorbed(*STEP, merged=18), "", Buttons.NONE, ""),  # the merged one has told it
    (facts.TicketLinked(*STEP, other=18, same_customer=True), "ticket-linked", Buttons.NONE, ""),
    (facts.TicketLinked(*STEP, other=18, same_customer=False), "", Buttons.NONE, ""),  # nobody hears of others' tickets
    (facts.TicketUnlinked(*STEP, other=18, same_customer=True), "ticket-unlinked", Buttons.NONE, ""),
    (facts.TicketUnlinked(*STEP, other=18, same_customer=False), "", Buttons.NONE, ""),
    (facts.MessageMoved(*STEP, message=5, origin=16, into=17), "ticket-message-moved", Buttons.NONE, ""),
    (facts.MessageMoved(*STEP, message=5, origin=17, into=18), "", Buttons.NONE, ""),  # the other ticket tells it
    (
        facts.TicketTransferred(*STEP, service="backend", before="support", note="look"),
        "ticket-transferred", Buttons.NONE, "staff-transferred",
    ),
    (facts.TransferPickedUp(*STEP, service="backend"), "", Buttons.NONE, ""),  # the card shows it
    (facts.TransferLeft(*STEP, service="backend", name="Boris"), "", Buttons.NONE, "staff-transfer-left"),
    (
        facts.VerdictGiven(*STEP, service="backend", part="gate", resolution="restart", variants=("now", "later")),
        "", Buttons.NONE, "staff-verdict",
    ),
    (
        facts.TransferDeclined(*STEP, service="backend", reason="not ours"),
        "", Buttons.NONE, "staff-transfer-declined",
    ),
    (facts.TransferRecalled(*STEP, service="backend"), "", Buttons.NONE, ""),  # the other group gets the last word
]  # fmt: skip


def test_no_fact_is_forgotten() -> None:
    assert {type(fact) for fact, *_ in TOLD} == set(get_args(Fact))


@pytest.mark.parametrize(("fact", "customer", "buttons", "staff"), TOLD)
def test_a_fact_tells_whom_it_concerns(fact: Fact, customer: str, buttons: Buttons, staff: str) -> None:
    told = told_of(fact, ticket(Status.IN_PROGRESS, turn=3))
    assert [notice.key for notice in told.customer] == [key for key in [customer] if key]
    assert [notice.key for notice in told.staff] == [key for key in [staff] if key]
    assert [notice.buttons for notice in told.customer] == [buttons for key in [customer] if key]
    for notice in (*told.customer, *told.staff):
        assert (notice.number, notice.turn, notice.values["number"]) == (17, 3, 17)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_facts_say_is_there_in_every_language(language: str) -> None:
    said = [notice.key for fact, *_ in TOLD for notice in _all(fact)]
    assert set(said) <= read_texts(FOLDER / language).keys()


def test_the_second_not_solved_calls_the_leads() -> None:
    for explained in (False, True):
        calls = [told_of(_disagreed(times, explained), ticket(Status.IN_PROGRESS)).leads for times in (1, 2, 3)]
        assert calls == [False, True, True]


def _disagreed(times: int, explained: bool) -> facts.CustomerDisagreed:
    return facts.CustomerDisagreed(*STEP, times=times, explained=explained)


def test_nobody_is_told_the_cause_but_the_staff() -> None:
    for cause in Cause:
        (notice,) = _all(facts.TicketCompleted(*STEP, cause=cause, answer=5))
        assert cause not in notice.values.values()


def test_the_completion_answers_the_closing_words() -> None:
    (notice,) = _all(facts.TicketCompleted(*STEP, cause=Cause.OTHER, answer=5))
    assert notice.about == 5


def test_a_new_executor_of_a_completed_ticket_asks_again_for_the_old_question_is_out_of_date() -> None:
    fact = facts.TicketReassigned(*STEP, to_id=12, to_name="Olga")
    (notice,) = told_of(fact, ticket(Status.COMPLETED)).customer
    assert notice.buttons is Buttons.COMPLETED


def test_an_answer_calls_who_works_on_it_and_says_how_it_was_given() -> None:
    answers = {
        "words": facts.CustomerAnswered(*STEP, message=5, choice="", reason="", done=False),
        "choice": facts.CustomerAnswered(*STEP, message=None, choice="Wait", reason="", done=False),
        "done": facts.CustomerAnswered(*STEP, message=None, choice="", reason="", done=True),
        "cannot": facts.CustomerAnswered(*STEP, message=5, choice="", reason="", done=False, cannot=True),
    }
    for at, who in ((ticket(Status.IN_PROGRESS), IVAN), (ticket(Status.TRANSFERRED), BORIS)):
        for how, fact in answers.items():
            told = told_of(fact, at)
            (notice,) = told.staff
            assert (notice.values["how"], notice.values["person"], told.instead_of) == (how, who.id, who.id)


def test_a_reminder_of_a_completed_ticket_asks_whether_it_is_solved() -> None:
    (notice,) = told_of(facts.CustomerReminded(*STEP), ticket(Status.COMPLETED)).customer
    assert (notice.key, notice.buttons) == ("ticket-completed-reminder", Buttons.COMPLETED)


def test_who_is_given_a_ticket_whose_card_is_there_already_is_called() -> None:
    """An edited card notifies nobody."""
    for by_lead, key in ((False, "staff-assigned"), (True, "staff-assigned-by-lead")):
        fact = facts.TicketAssigned(*STEP, to_id=12, to_name="Olga", by_lead=by_lead)
        told = told_of(fact, ticket(Status.ASSIGNED, topic_id=5))
        assert [(one.key, one.values["person"]) for one in told.staff] == [(key, 12)]
        assert told.customer == ()


def test_a_new_executor_of_a_completed_ticket_asks_anew() -> None:
    fact = facts.TicketReassigned(*STEP, to_id=12, to_name="Olga")
    (notice,) = told_of(fact, ticket(Status.COMPLETED)).customer
    assert (notice.key, notice.buttons) == ("ticket-reassigned-completed", Buttons.COMPLETED)


def test_the_customer_hears_of_nobody_who_has_not_taken_it() -> None:
    fact = facts.TicketReassigned(*STEP, to_id=12, to_name="Olga")
    assert told_of(fact, ticket(Status.ASSIGNED)).customer == ()


def test_the_desk_names_whose_ticket_it_passes_on() -> None:
    step = (17, Who(0, ""), NOW, Status.IN_PROGRESS, Status.IN_PROGRESS)
    fact = facts.TicketReassigned(*step, to_id=12, to_name="Olga", before="Ivan")
    (notice,) = told_of(fact, ticket(Status.IN_PROGRESS)).staff
    assert (notice.key, notice.values["before"]) == ("staff-reassigned-by-desk", "Ivan")


def _all(fact: Fact) -> list[Notice]:
    told = told_of(fact, ticket(Status.IN_PROGRESS))
    return [*told.customer, *told.staff]


# State, how often it was nudged, whom that is said to, and what.
NUDGED = [
    (Status.IN_PROGRESS, 1, "staff", "staff-no-reply"),
    (Status.IN_PROGRESS, 2, "leads", "staff-still-no-reply"),
    (Status.TRANSFERRED, 1, "both leads", "staff-not-picked-up"),
    (Status.WAITING_RELEASE, 1, "leads", "staff-release-overdue"),
    (Status.WAITING_RELEASE, 2, "customer", "ticket-release-overdue"),
]


@pytest.mark.parametrize(("status", "times", "whom", "key"), NUDGED)
def test_a_nudge_goes_to_whom_it_concerns_next(status: Status, times: int, whom: str, key: str) -> None:
    told = told_of(facts.TicketNudged(*STEP, times=times), ticket(status))
    staff, customer = ([notice.key for notice in some] for some in (told.staff, told.customer))
    assert staff == ([] if whom == "customer" else [key])
    assert customer == ([key] if whom == "customer" else [])
    assert told.leads == ("leads" in whom)


def test_the_lead_hears_of_a_missed_take_when_nobody_is_left() -> None:
    for nobody_left in (True, False):
        fact = facts.TakeMissed(*STEP, person_id=12, person_name="Olga", nobody_left=nobody_left)
        assert told_of(fact, ticket()).leads == nobody_left


@pytest.mark.parametrize("status", [Status.WAITING_CUSTOMER, Status.COMPLETED])
def test_whatever_reminds_the_customer_counts_when_it_arrives(status: Status) -> None:
    told = told_of(facts.CustomerReminded(*STEP), ticket(status))
    assert [notice.reminds for notice in told.customer] == [True]


def test_the_last_reminder_names_the_hour_of_closing() -> None:
    completed = ticket(Status.COMPLETED, acceptance=Acceptance(NOW, closes_at=NOW))
    (reminder,) = told_of(facts.CustomerReminded(*STEP), completed).customer
    assert (reminder.buttons, reminder.values["closes"]) == (Buttons.COMPLETED, NOW)
