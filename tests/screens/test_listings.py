"""Lists: one ticket a line, page by page; and a ticket's history, one move a line."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest

from bot.domain import facts
from bot.domain.facts import Fact, Step
from bot.domain.lifecycle import Closing, Status
from bot.ports import HistoryRow, Page
from bot.sandbox.tags import parse_html
from bot.screens import listings
from bot.screens.callbacks import PagePress, TicketPress
from bot.screens.context import Reader
from bot.screens.history import history
from tests.screens.builders import HOSTILE, NOW, READERS, buttons, data, reader, seen, ticket
from tests.screens.test_notices import all_facts

TICKETS = (ticket(3, executor_id=7, executor_name="Anna", status=Status.IN_PROGRESS, topic_id=40), ticket(17))
ONE = Page(TICKETS, 0, 1, 2)
EMPTY = Page((), 0, 1, 0)


def full_page() -> Page:
    hostile = ticket(
        2_000_000_000, subject="<&" * 60, stand=HOSTILE, executor_id=7, executor_name=HOSTILE * 9, topic_id=2**31
    )
    return Page((hostile,) * 20, 3, 9, 180)


def row(fact: Fact) -> HistoryRow:
    own = {field.name for field in fields(fact)} - {field.name for field in fields(Step)}
    details = {name: value for name, value in asdict(fact).items() if name in own}
    return HistoryRow(fact.at, fact.by.id, fact.by.name, type(fact).__name__, fact.source, fact.to, details)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("page", [EMPTY, ONE, full_page()], ids=["empty", "one", "full"])
def test_every_list_can_be_sent(page: Page, each: Reader) -> None:
    assert seen(listings.my_tickets(each, page))
    assert seen(listings.queue(each, page))
    assert seen(listings.mine(each, page, HOSTILE * 9, 7))


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("closing", Closing)
def test_a_ticket_can_be_opened_in_every_state(status: Status, closing: Closing, each: Reader) -> None:
    assert seen(listings.opened(each, ticket(status=status, closing=closing, executor_name=HOSTILE)))


def test_a_customer_opens_a_ticket_by_its_button() -> None:
    letter = listings.my_tickets(reader(), ONE)
    assert "#3 Payment fails – being worked on" in seen(letter)
    assert buttons(letter) == ["#3 · Payment fails", "#17 · Payment fails"]
    assert TicketPress.unpack(data(letter)[1]) == TicketPress(number=17, turn=0, do="open")


def test_somebody_without_requests_is_offered_one() -> None:
    assert buttons(listings.my_tickets(reader(), EMPTY)) == ["New request"]


def test_a_customer_never_reads_the_cause_or_the_note_of_a_closing() -> None:
    said = seen(listings.opened(reader(), ticket(status=Status.CLOSED, closing=Closing.UNREACHABLE)))
    assert "unreachable" not in said
    assert "cause" not in said.lower()


@pytest.mark.parametrize(
    ("status", "texts"),
    [
        (Status.RECEIVED, ["Close request"]),
        (Status.COMPLETED, ["Solved", "Not solved", "Close request"]),
        (Status.CLOSED, ["Reopen"]),
    ],
)
def test_an_opened_ticket_offers_what_the_customer_can_do(status: Status, texts: list[str]) -> None:
    assert buttons(listings.opened(reader(), ticket(status=status, closing=Closing.CONFIRMED))) == [
        *texts,
        "What happened",
    ]


def test_the_staffs_lines_lead_to_the_topics() -> None:
    words, entities = parse_html(listings.queue(reader(), ONE).html)
    assert "🔥 #3 PROD · Payment fails – Anna, Sat 21 Nov 2026, 10:05" in words
    assert "‼️ #17 PROD · Payment fails – not taken yet" in words
    assert [e["url"] for e in entities if e["type"] == "text_link"] == ["https://t.me/c/1234567890/40"]


@pytest.mark.parametrize(("page", "turns"), [(0, [1]), (1, [0, 2]), (2, [1])], ids=["first", "middle", "last"])
@pytest.mark.parametrize("name", ["my", "queue", "mine"])
def test_pages_turn_both_ways(name: str, page: int, turns: list[int]) -> None:
    of = Page(TICKETS, page, 3, 25)
    letter = {
        "my": lambda: listings.my_tickets(reader(), of),
        "queue": lambda: listings.queue(reader(), of),
        "mine": lambda: listings.mine(reader(), of, "Anna", 7),
    }[name]()
    pressed = [PagePress.unpack(packed) for packed in data(letter) if packed.startswith("p:")]
    assert [(press.name, press.page) for press in pressed] == [(name, turn) for turn in turns]
    assert f"Page {page + 1} of 3" in seen(letter)


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("fact", list(all_facts()), ids=lambda fact: type(fact).__name__)
def test_every_fact_has_its_line(fact: Fact, each: Reader) -> None:
    letter = history(each, ticket(), [row(fact)])
    assert len(seen(letter).splitlines()) == 3


def test_a_line_says_when_who_what_and_why() -> None:
    step = (17, facts.Who(7, "Anna"), NOW, Status.COMPLETED, Status.IN_PROGRESS)
    taken_back = facts.CompletionTakenBack(*step, reason="It came\nback")
    corrected = facts.TicketCorrected(*step, field="kind", before="wrong", after="stopped")
    said = seen(history(reader(), ticket(), [row(taken_back), row(corrected)])).splitlines()
    assert said == [
        "#17 · Payment fails",
        "",
        "Sat 21 Nov 2026, 11:05 Anna: took the completion back – It came back",
        "Sat 21 Nov 2026, 11:05 Anna: corrected a detail. Kind: Something is wrong → Work has stopped",
    ]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("reason", ["x", "😀 <&>" * 400])
def test_of_a_long_history_the_newest_moves_are_shown(reason: str, each: Reader) -> None:
    step = (17, facts.Who(7, "Anna"), NOW, Status.COMPLETED, Status.IN_PROGRESS)
    rows = [row(facts.CompletionTakenBack(*step, reason=f"{number}! {reason}")) for number in range(1, 200)]
    said = seen(history(each, ticket(), rows, before=300))
    shown = said.count("!")
    assert 5 < shown < 100
    assert str(300 + 199 - shown) in said.splitlines()[2]
    assert "199! " in said
