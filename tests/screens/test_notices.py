"""The desk's sentences: every one that a rule can ask for exists, in every language, inside Telegram's limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.domain import facts, period
from bot.domain.errors import AlreadyTaken, MoveNotAllowed, NotCurrent, Refusal
from bot.domain.facts import Fact, Who
from bot.domain.lifecycle import Ask, Cause, Move, Status
from bot.domain.notices import told_of
from bot.domain.sla import Goal
from bot.domain.statements import Buttons, Notice
from bot.screens.callbacks import RetryPress, TicketPress
from bot.screens.context import Reader
from bot.screens.letter import Style
from bot.screens.notices import letter, popup
from tests.screens.builders import HOSTILE, NOW, READERS, buttons, data, reader, seen, ticket

WORDS = {"name": HOSTILE * 9, "company": "Acme & Sons", "reason": "blocked", "comment": HOSTILE * 200}
NUMBERS = {"number": 17, "rating": 2, "times": 2, "message": 99, "limit": 4000, "length": 4001}
RELEASE = {"version": "1.4.1", "stand": "W" * 32, "release": 8, "waiting": 2, "completed": 3, "closed": 4}
ASKED_FOR = [
    *(Notice("staff-release-planned", {**RELEASE, "on": NOW.date(), "waiting": count}) for count in (0, 1, 3, 5)),
    *(Notice("staff-publish-sure", {**RELEASE, "waiting": count}, Buttons.PUBLISH) for count in (0, 1, 3, 5)),
    Notice("staff-withdraw-sure", RELEASE, Buttons.WITHDRAW),
    *(Notice(key, RELEASE | {"by": HOSTILE * 9}) for key in ("staff-published", "staff-withdrawn")),
    Notice("staff-release-kept", RELEASE),
    Notice("welcome", WORDS, Buttons.WELCOME),
    Notice("language-choose", buttons=Buttons.LANGUAGE),
    Notice("language-set"),
    Notice("close-sure", NUMBERS, Buttons.CLOSE_SURE, 17, 4),
    Notice("close-kept", NUMBERS),
    Notice("rating-thanks", {**NUMBERS, "until": NOW}),
    Notice("rating-comment-asked", NUMBERS),
    Notice("rating-comment-thanks"),
    *(
        Notice("undelivered", {"reason": reason, "message": 99}, Buttons.RETRY)
        for reason in ("blocked", "deactivated", "never-started", "gone", "refused", "unknown")
    ),
    Notice("staff-customer-gone", WORDS, number=17),
    Notice("staff-customer-returned", number=17),
    Notice("staff-executor-left", {"name": HOSTILE, "numbers": list(range(300))}),
    *(Notice("owner-set-aside", {"count": count, "update": "1234567890"}) for count in (1, 250)),
    Notice("slow-down"),
    *(Notice("owner-group-trouble", {**WORDS, "groups": groups, "services": HOSTILE}) for groups in (1, 2)),
    *(Notice("owner-group-mended", {"groups": groups, "services": HOSTILE}) for groups in (1, 2)),
    *(Notice(f"team-{what}", {"service": HOSTILE, "count": 2, "services": HOSTILE}) for what in ("joined", "left")),
    Notice("team", {"lines": [("team-member", {"name": HOSTILE * 9, "count": 5})] * 300}),
    Notice(
        "team",
        {"lines": [("team-member-away-until", {"name": HOSTILE, "count": 0, "until": NOW}), ("team-nobody", {})]},
    ),
    Notice("away"),
    Notice("away-until", {"until": NOW}),
    Notice("away-tickets", {"name": HOSTILE, "numbers": list(range(300))}),
    Notice("here"),
    Notice("staff-unknown-command"),
    Notice("staff-edit-too-late"),
    Notice("staff-reply-stopped"),
    Notice("staff-unsent"),
    Notice("staff-unsend-failed"),
    Notice("ticket-question", number=17),
    Notice("question-your-words", {"number": 17}),
    Notice("question-why-not", {"number": 17}),
]


def all_facts() -> Iterator[Fact]:
    step = (17, Who(7, HOSTILE), NOW, Status.RECEIVED, Status.IN_PROGRESS)
    long = HOSTILE * 120
    yield facts.TicketReceived(*step)
    yield from (
        facts.TicketReceived(*step, filed, answer_by=NOW, opens_at=opens)
        for filed in (False, True)
        for opens in (None, NOW)
    )
    yield from (facts.LevelWarned(*step, goal=goal, due_at=NOW) for goal in Goal)
    yield from (facts.LevelBreached(*step, goal=goal, due_at=NOW) for goal in Goal)
    yield facts.TicketTaken(*step)
    yield facts.TicketReassigned(*step, to_id=8, to_name=HOSTILE)
    yield facts.TicketCompleted(*step, cause=Cause.OTHER, answer=5)
    yield facts.CompletionTakenBack(*step, reason=long)
    yield facts.TicketConfirmed(*step, by_customer=True, proof=None)
    yield facts.TicketConfirmed(*step, by_customer=False, proof=5)
    yield facts.CustomerDisagreed(*step, times=1)
    yield facts.CustomerDisagreed(*step, times=3)
    yield facts.CustomerDisagreed(*step, times=1, explained=True)
    yield facts.DisagreementExplained(*step, reason=long)
    yield facts.TicketClosedByCustomer(*step)
    yield facts.TicketCorrected(*step, field="kind", before="wrong", after="stopped")
    yield facts.TicketCorrected(*step, field="subject", before=HOSTILE, after=HOSTILE)
    yield facts.TicketRated(*step, rating=1, comment=long)
    yield facts.TicketAssigned(*step, to_id=8, to_name=HOSTILE, by_lead=True)
    yield facts.TicketAssigned(*step, to_id=8, to_name=HOSTILE, by_lead=False)
    yield facts.TicketDeclined(*step, reason=long)
    yield facts.TakeMissed(*step, person_id=8, person_name=HOSTILE)
    yield from (facts.TicketNudged(*step, times=times) for times in (1, 2))
    yield facts.CustomerAsked(*step, ask=Ask.INFO, message=5, variants=())
    yield facts.CustomerAsked(*step, ask=Ask.CHOICE, message=5, variants=(HOSTILE,) * 6)
    yield facts.CustomerAsked(*step, ask=Ask.ACTION, message=5, variants=())
    yield facts.CustomerAnswered(*step, message=5, choice="", reason="", done=False)
    yield facts.CustomerAnswered(*step, message=None, choice=HOSTILE, reason="", done=False)
    yield facts.CustomerAnswered(*step, message=None, choice="", reason="", done=True)
    yield facts.CustomerAnswered(*step, message=5, choice="", reason=long, done=False, cannot=True)
    yield facts.QuestionDelivered(*step)
    yield facts.CustomerCommitted(*step)
    yield facts.QuestionWithdrawn(*step)
    yield facts.CustomerReminded(*step)
    yield facts.CustomerReminded(*step, given_up_at=NOW)
    yield facts.InformationMissing(*step)
    yield facts.TicketTransferred(*step, service="backend", before="support", note=long)
    yield facts.TransferPickedUp(*step, service="backend")
    yield facts.TransferLeft(*step, service="backend", name=HOSTILE)
    yield facts.VerdictGiven(*step, service="backend", part=long, resolution=long, variants=(HOSTILE,) * 6)
    yield facts.TransferDeclined(*step, service="backend", reason=long)
    yield facts.TransferRecalled(*step, service="backend")
    yield from (facts.ReleasePromised(*step, version="1.4.1", on=NOW.date(), before=before) for before in ("", "1.4.0"))
    yield facts.PromiseWithdrawn(*step, version="1.4.1")
    yield facts.ReleasePromised(*step, version="1.4.1", on=NOW.date(), before="1.4.1")
    yield facts.WithdrawalTold(*step, version="1.4.1")
    yield facts.TicketCompleted(*step, cause=Cause.IMPROVEMENT, answer=5, release="1.4.1", on=NOW.date())
    yield facts.ReleasePublished(*step, version="1.4.1")
    yield facts.ReleaseWithdrawn(*step, version="1.4.1")
    yield facts.DisagreementLapsed(*step)
    yield facts.TicketExpired(*step, days=3, until=NOW)
    yield facts.TicketGivenUp(*step)
    yield facts.TicketReceived(*step, filed=True)
    yield from (facts.TicketReopened(*step, by_customer=True, reason=reason) for reason in ("", long))
    yield facts.TicketReopened(*step, by_customer=False, reason=long)
    yield facts.TicketAbsorbed(*step, merged=18)
    yield from (facts.TicketLinked(*step, other=18, same_customer=same) for same in (True, False))
    yield from (facts.TicketUnlinked(*step, other=18, same_customer=same) for same in (True, False))
    yield from (facts.MessageMoved(*step, message=5, origin=16, into=into) for into in (17, 18))
    yield facts.TicketMerged(*step, into=18)
    yield facts.TicketRejected(*step, reason=long)


def refusals(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for refusal in of.__subclasses__():
        yield refusal
        yield from refusals(refusal)


VALUES: dict[str, str | int] = {
    "number": 1017,
    "name": "W" * 200,
    "limit": 4000,
    "length": 4001,
    "other": 1018,
    "days": 7,
    "service": "W" * 64,
    "stand": "W" * 32,
    "stands": "PROD, TEST",
    "version": "99999.99999.99999",
    "command": "merge",
    "move": "take_back",
    "status": "completed",
    "services": "backend, web",
}


def test_the_samples_are_all_the_facts_there_are() -> None:
    assert {type(fact) for fact in all_facts()} == set(Fact.__args__)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("fact", list(all_facts()), ids=lambda fact: type(fact).__name__)
def test_what_a_fact_tells_can_be_said(fact: Fact, reader: Reader) -> None:
    told = told_of(fact, ticket())
    for notice in (*told.customer, *told.staff):
        timed = replace(notice, values={"until": NOW, "closes": NOW, **notice.values})
        assert "{" not in seen(letter(reader, timed))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("notice", ASKED_FOR, ids=lambda notice: notice.key)
def test_what_the_desk_says_by_itself_can_be_said(notice: Notice, reader: Reader) -> None:
    assert seen(letter(reader, notice))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("refusal", sorted(set(refusals()), key=str))
def test_every_refusal_has_words_that_fit_into_a_popup_and_into_a_message(
    refusal: type[Refusal], reader: Reader
) -> None:
    refused = refusal(**VALUES)
    words = popup(reader, refused)
    assert 5 < len(words) <= 200
    assert not words.endswith("…")
    assert "<" not in words
    assert seen(letter(reader, Notice(refused.key, refused.values))) == words


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
@pytest.mark.parametrize("status", Status)
def test_a_move_that_is_not_allowed_is_refused_in_words_of_its_own(status: Status, reader: Reader) -> None:
    words = {popup(reader, MoveNotAllowed(number=17, move=move, status=status)) for move in Move}
    assert len(words) == len(Move)


def test_the_periods_refusals_are_among_them() -> None:
    assert {period.PeriodInFuture, period.PeriodNotUnderstood, period.PeriodEndsBeforeStart} <= set(refusals())


def test_a_refusal_without_values_needs_none() -> None:
    assert popup(reader(), NotCurrent()) == "This is no longer current."


def test_who_was_first_is_named() -> None:
    assert popup(reader(), AlreadyTaken(number=17, name="Anna")) == "#17: Anna was first."


def test_a_name_is_never_markup() -> None:
    html = letter(reader(), Notice("welcome", {"name": "<b>&", "company": 'A "B"'})).html
    assert "&lt;b&gt;&amp;" in html
    assert "A &quot;B&quot;" in html


def test_the_new_executor_is_called_by_a_mention() -> None:
    values = {"number": 17, "name": "<Anna>", "person": 7, "by": "Boris"}
    html = letter(reader(), Notice("staff-reassigned", values)).html
    assert html.startswith('<a href="tg://user?id=7">&lt;Anna&gt;</a>, #17')


def test_tickets_left_behind_are_named() -> None:
    said = seen(letter(reader(), Notice("staff-executor-left", {"name": "Anna", "numbers": [3, 5]})))
    assert "#3, #5" in said


def test_a_corrected_kind_is_told_in_words() -> None:
    values = {"number": 17, "field": "kind", "value": "stopped"}
    assert "Вид: Работа стоит" in seen(letter(reader("ru"), Notice("ticket-corrected", values)))


def test_a_notices_number_may_stand_beside_its_values() -> None:
    assert "#17" in seen(letter(reader(), Notice("close-kept", number=17)))


def test_a_notice_answers_what_it_was_told_to() -> None:
    assert letter(reader(), Notice("staff-unsent", reply_to=5)).reply_to == 5


def test_a_value_that_no_sentence_can_hold_is_an_error() -> None:
    with pytest.raises(TypeError, match="name"):
        letter(reader(), Notice("welcome", {"name": None, "company": "Acme"}))


def test_no_text_promises_a_time() -> None:
    for each in READERS:
        said = seen(letter(each, Notice("ticket-received", {"number": 17}, Buttons.RECEIVED, 17)))
        assert not any(letter.isdigit() for letter in said.replace("#17", ""))


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (Buttons.NONE, []),
        (Buttons.WELCOME, ["New request"]),
        (Buttons.RECEIVED, ["Close request"]),
        (Buttons.COMPLETED, ["Solved", "Not solved"]),
        (Buttons.CONFIRMED_BY_STAFF, ["Not solved"]),
        (Buttons.CLOSE_SURE, ["Yes, close it", "No, keep it open"]),
        (Buttons.RATING, ["1 ⭐", "2 ⭐", "3 ⭐", "4 ⭐", "5 ⭐", "Reopen"]),
        (Buttons.RETRY, ["Send again"]),
        (Buttons.REOPEN, ["Reopen"]),
        (Buttons.PUBLISH, ["Publish, tickets: 2", "No"]),
        (Buttons.WITHDRAW, ["Withdraw, tickets: 7", "No"]),
        (Buttons.LANGUAGE, ["English", "Русский"]),
    ],
)
def test_named_keyboards(asked: Buttons, texts: list[str]) -> None:
    assert buttons(letter(reader(), Notice("language-set", {"message": 99, **RELEASE}, asked, 17, 4))) == texts


def test_buttons_carry_the_ticket_and_the_turn_they_belong_to() -> None:
    solved, not_solved = data(letter(reader(), Notice("close-kept", {}, Buttons.COMPLETED, 17, 4)))
    assert TicketPress.unpack(solved) == TicketPress(number=17, turn=4, do="solved")
    assert TicketPress.unpack(not_solved) == TicketPress(number=17, turn=4, do="not_solved")


def test_a_rating_carries_its_value() -> None:
    rated = data(letter(reader(), Notice("close-kept", {}, Buttons.RATING, 17, 4)))
    assert [TicketPress.unpack(press).value for press in rated[:5]] == [1, 2, 3, 4, 5]


def test_retry_carries_the_message() -> None:
    (retry,) = data(letter(reader(), Notice("undelivered", {"reason": "gone", "message": 99}, Buttons.RETRY)))
    assert RetryPress.unpack(retry).message == 99


def test_what_is_good_is_green_and_what_ends_something_is_red() -> None:
    ((solved, not_solved),) = letter(reader(), Notice("close-kept", {}, Buttons.COMPLETED, 17)).keyboard
    ((sure, kept),) = letter(reader(), Notice("close-kept", {}, Buttons.CLOSE_SURE, 17)).keyboard
    styles = [button.style for button in (solved, not_solved, sure, kept)]
    assert styles == [Style.SUCCESS, Style.DANGER, Style.DANGER, Style.PLAIN]
