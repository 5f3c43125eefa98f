"""What a customer is told of a request's history, and what the staff can take along as a file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import facts
from bot.domain.content import Content, ContentKind, Message, Side
from bot.domain.facts import Fact, Who
from bot.domain.lifecycle import Cause, Status
from bot.domain.team import Service
from bot.screens.context import Reader
from bot.screens.export import export
from bot.screens.history import history, merged
from bot.screens.story import HIDDEN, story
from tests.screens.builders import HOSTILE, NOW, READERS, reader, seen, text, ticket
from tests.screens.test_listings import row
from tests.screens.test_notices import all_facts

STEP = (17, Who(7, "Ivan"), NOW, Status.IN_PROGRESS, Status.IN_PROGRESS)
SECRET = "a word of the staff"
INSIDE: list[Fact] = [
    facts.TicketTransferred(*STEP, service=SECRET, before=SECRET, note=SECRET),
    facts.VerdictGiven(*STEP, service=SECRET, part=SECRET, resolution=SECRET, variants=(SECRET,)),
    facts.TicketDeclined(*STEP, reason=SECRET),
    facts.TransferDeclined(*STEP, service=SECRET, reason=SECRET),
    facts.TransferPickedUp(*STEP, service=SECRET),
    facts.TransferLeft(*STEP, service=SECRET, name=SECRET),
    facts.TransferRecalled(*STEP, service=SECRET),
    facts.TicketReopened(*STEP, by_customer=False, reason=SECRET),
    facts.TicketRated(*STEP, rating=1, comment=SECRET),
]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_every_fact_that_concerns_the_customer_is_told_in_plain_words(each: Reader) -> None:
    for fact in all_facts():
        told = seen(story(each, ticket(), [row(fact)])).split("\n\n")[1:]
        hidden = type(fact).__name__ in HIDDEN or (isinstance(fact, facts.TicketLinked) and not fact.same_customer)
        assert bool(told) != hidden, fact


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_what_is_the_staffs_own_is_not_told(each: Reader) -> None:
    told = [story(each, ticket(), [row(fact)]).html for fact in INSIDE]
    assert SECRET not in "".join(told)
    causes = {story(each, ticket(), [row(facts.TicketCompleted(*STEP, cause=one, answer=5))]).html for one in Cause}
    assert len(causes) == 1


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_the_longest_story_and_the_longest_merge_fit_into_a_message(each: Reader) -> None:
    rows = [row(fact) for fact in all_facts()] * 9
    assert seen(story(each, ticket(subject="<&" * 60), rows))
    assert seen(merged(each, ticket(subject="<&" * 60, description="<&" * 2000, topic_id=5), rows))


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_the_file_holds_every_fact_and_every_message_in_the_order_of_time(each: Reader) -> None:
    said = [
        (message(1, Side.CUSTOMER, text("First line\nsecond line"), minutes=-1), "Anna"),
        (message(2, Side.NOTE, text(HOSTILE), minutes=1), "Ivan"),
        (message(3, Side.REPLY, Content(ContentKind.DOCUMENT, "see", file_name="a.log"), minutes=2), ""),
    ]
    written = export(each, ticket(topic_id=5), [row(fact) for fact in all_facts()], said)
    assert written.name == "ticket-17.txt"
    order = [written.text.index(words) for words in ("second line", "* ", HOSTILE + "\n", "a.log")]
    assert order == sorted(order)
    assert written.text.count("  * ") == len(list(all_facts()))
    assert "&lt;" not in written.text, "plain text"


def test_a_service_is_called_by_its_name_and_one_that_is_gone_by_its_key() -> None:
    names = {"en": "Web team", "ru": "Веб"}
    services = {"web": Service("web", names, -100)}
    rows = [row(facts.TransferPickedUp(*STEP, service=key)) for key in ("web", "gone")]
    for each, words in ((reader("en"), "picked it up for Web team"), (reader("ru"), "принято службой «Веб»")):
        written = export(each, ticket(), rows, [], services).text
        for told in (
            seen(history(each, ticket(), rows, 0, services)),
            seen(merged(each, ticket(topic_id=5), rows, services)),
        ):
            assert words in told
            assert "gone" in told
        assert words in written


def test_the_file_says_for_whom_words_were() -> None:
    sides = {side: export(reader(), ticket(), [], [(message(1, side, text("x")), "Ivan")]).text for side in Side}
    assert "Ivan (customer):" in sides[Side.CUSTOMER]
    assert "Ivan (to the customer):" in sides[Side.REPLY]
    assert "Ivan (note):" in sides[Side.NOTE]


def message(number: int, side: Side, content: Content, minutes: int = 0) -> Message:
    return Message(number, 7, side, 1, number, content, NOW + timedelta(minutes=minutes), 17)
