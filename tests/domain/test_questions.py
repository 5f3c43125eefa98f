"""How a question is written; and what it is while it waits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import NotCurrent, TextMissing
from bot.domain.lifecycle import Ask, Status
from bot.domain.questions import has_words, kind_of, sign_of, variants_of, without_bullet
from bot.domain.ticket import Ticket
from tests.domain.tickets import ANNA, IVAN, NOW, ticket

LATER = NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("? Which", 2),
        ("?   Which", 4),
        ("?\nWhich", 2),
        ("?", 0),
        ("? ", 0),
        ("?Which", 0),
        ("??", 0),
        ("Which ? one", 0),
    ],
)
def test_a_question_mark_and_a_space_before_words_ask(text: str, sign: int) -> None:
    assert sign_of(text) == sign


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("Which?\n- this\n- that", ("this", "that")),
        ("Which?\n1. this\n2) that", ("this", "that")),
        ("Which?\n\n • this \n— that", ("this", "that")),
        ("Which?\nthis\n-5 degrees\n1.5 hours\n-", ()),
        ("? - this", ("this",)),
    ],
)
def test_solutions_are_the_lines_of_a_list(text: str, variants: tuple[str, ...]) -> None:
    assert variants_of(text) == variants


def test_solutions_alone_ask_nothing() -> None:
    assert has_words("? Which?\n- this")
    assert not has_words("? - this\n\n- that")


def test_a_list_below_a_question_offers_a_choice() -> None:
    assert kind_of("? Which?\n- this") is Ask.CHOICE
    assert kind_of("? Which?") is Ask.INFO


def asked(what: Ask = Ask.ACTION) -> Ticket:
    return ticket(Status.IN_PROGRESS).ask(what, 5, by=IVAN, at=NOW)[0]


def test_a_question_is_delivered_once_wherever_it_is_shown() -> None:
    first, fact = asked().question_shown(70, at=LATER)
    again, nothing = first.question_shown(71, at=LATER + timedelta(hours=1))
    assert fact is not None
    assert (fact.at, fact.source, fact.to) == (LATER, Status.WAITING_CUSTOMER, Status.WAITING_CUSTOMER)
    assert nothing is None
    assert again.question is not None
    assert (again.question.delivered_at, again.question.shown) == (LATER, (70, 71))
    assert again.turn == asked().turn, "what the staff have on their screens stays current"


def test_a_question_that_failed_is_delivered_when_it_arrives_after_all() -> None:
    failed = asked().question_failed()
    assert failed.question is not None
    assert failed.question.undelivered
    assert failed.question.delivered_at is None
    arrived, _ = failed.question_shown(70, at=LATER)
    assert arrived.question is not None
    assert not arrived.question.undelivered


def test_what_is_over_is_not_shown() -> None:
    with pytest.raises(NotCurrent):
        ticket(Status.IN_PROGRESS).question_shown(70, at=LATER)


def test_a_promise_to_do_it_is_given_once() -> None:
    committed, _ = asked().commit(by=ANNA, at=NOW)
    with pytest.raises(NotCurrent):
        committed.commit(by=ANNA, at=LATER)


def test_why_it_cannot_be_done_is_said_in_words_or_by_a_message() -> None:
    with pytest.raises(TextMissing):
        asked().cannot(" ", None, by=ANNA, at=NOW)
    _, spoken = asked().cannot("", 9, by=ANNA, at=NOW)
    assert (spoken.cannot, spoken.reason, spoken.message) == (True, "", 9)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- restart it", "restart it"),
        (" 2) wait - till morning ", "wait - till morning"),
        ("wait - till morning", "wait - till morning"),
        ("pay 2. by card", "pay 2. by card"),
        ("", ""),
    ],
)
def test_only_what_stands_before_the_words_of_a_line_is_no_part_of_them(line: str, words: str) -> None:
    assert without_bullet(line) == words
