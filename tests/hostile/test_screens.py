"""Whatever people have written, every screen is fit to be sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.assignment import Colleague
from bot.domain.content import Content, ContentKind
from bot.domain.intake import DESCRIPTION_MAX, SUBJECT_MAX, Draft, Form, Piece, Step
from bot.domain.lifecycle import Cause, Closing, Status
from bot.domain.people import Person
from bot.domain.statements import Face
from bot.domain.ticket import Field, Kind, Ticket
from bot.ports import HistoryRow, Page
from bot.sandbox.markup import formatted
from bot.screens.card import card
from bot.screens.history import history
from bot.screens.letter import Letter
from bot.screens.listings import mine, my_tickets, opened, queue
from bot.screens.question import question
from bot.screens.relay import relayed
from bot.screens.topic import topic_name
from bot.screens.window import window
from tests.screens.builders import NOW, READERS, seen

LETTERS = "<>&\"'/;#{}$%_*`[]()\n\t \u0301\u200b\u200d\u202e\u2067\u0000\u00a0👨🏽🇩ש1a"
SHARP = st.sampled_from([*LETTERS, "</", "&lt;", "<b>"])


def words(most: int, least: int = 0) -> st.SearchStrategy[str]:
    """Anything, and much of what breaks things; sometimes as long as it may be."""
    anything = st.lists(SHARP | st.characters(codec="utf-8"), min_size=least, max_size=min(most, 60))
    joined = anything.map(lambda parts: "".join(parts)[:most])
    return joined | st.tuples(joined, SHARP).map(lambda pair: (pair[0] + pair[1] * most)[:most])


def spoken(most: int, least: int = 1) -> st.SearchStrategy[str]:
    """What Telegram lets somebody write."""
    return words(most, least).filter(lambda text: bool(text.strip()))


NAMES = spoken(64)
PEOPLE = st.builds(Person, st.integers(1, 2**52), NAMES, st.none() | st.just("a_b_c"), reachable=st.booleans())
FORMS = st.builds(Form, st.lists(spoken(64), min_size=1, max_size=4, unique=True).map(tuple),
                  st.lists(spoken(64), max_size=4, unique=True).map(tuple))  # fmt: skip
TICKETS = st.builds(
    Ticket, st.integers(1, 2**31), st.integers(1, 2**52), st.just(-1001234567890), st.sampled_from(Kind),
    subject=spoken(SUBJECT_MAX), description=spoken(DESCRIPTION_MAX, 10), created_at=st.just(NOW), draft=st.just(1),
    status=st.sampled_from(Status), stand=st.none() | spoken(64), component=st.none() | spoken(64),
    executor_id=st.just(5), executor_name=st.none() | NAMES, cause=st.none() | st.sampled_from(Cause),
    closing=st.none() | st.sampled_from(Closing), turn=st.integers(0, 2**31),
    topic_id=st.none() | st.integers(1, 2**31),
    logs=st.integers(0, 99), media=st.integers(0, 99), disagreements=st.integers(0, 99),
)  # fmt: skip
READS = st.sampled_from(READERS)
FACES = st.one_of(
    st.sampled_from([Face(), Face("causes"), Face("people", {"page": 0}), Face("correct")]),
    st.builds(lambda name, cause, reply: Face("completing", {"name": name, "cause": cause, "has_reply": reply}),
              NAMES, st.sampled_from([cause.value for cause in Cause]), st.booleans()),
    st.builds(lambda name: Face("taking_back", {"name": name}), NAMES),
    st.builds(lambda name, field: Face("values", {"name": name, "field": field.value}), NAMES, st.sampled_from(Field)),
)  # fmt: skip
COLLEAGUES = st.builds(Colleague, PEOPLE, st.integers(0, 2**40), away=st.booleans())
MANY = settings(max_examples=30, deadline=None, derandomize=True)


def fit(letter: Letter) -> None:
    """Read by Telegram's own parser, and small enough."""
    dropped: list[str] = []
    formatted(letter.html, "HTML", None, note=dropped.append)
    assert dropped == []
    seen(letter)


@MANY
@given(READS, TICKETS, PEOPLE, FACES, FORMS, st.lists(COLLEAGUES, max_size=12))
def test_the_card(
    reader: Any, ticket: Ticket, customer: Person, face: Face, form: Form, members: list[Colleague]
) -> None:
    fit(card(reader, ticket, customer, face, form=form, members=members))
    name = topic_name(ticket)
    assert 1 <= len(name) <= 128
    assert name == name.strip()


@st.composite
def drafts(draw: st.DrawFn, form: Form) -> Draft:
    kind = draw(st.sampled_from(Kind))
    room = draw(st.sampled_from([*form.steps(kind), Step.SUBJECT]))
    pieces = tuple(
        Piece(number, draw(st.sampled_from([Step.DESCRIPTION, Step.LOG])), draw(st.sampled_from(ContentKind)), text)
        for number, text in enumerate(draw(st.lists(words(1300), max_size=3)))
    )
    return Draft(
        2**52, 2**52, NOW, room, 2**40, kind, pieces, True, draw(st.sampled_from(form.stands)),
        form.components[0] if form.components else None, own_subject=draw(st.none() | spoken(SUBJECT_MAX)),
        reviewed=draw(st.booleans()), leaving=draw(st.booleans()),
    )  # fmt: skip


@MANY
@given(READS, FORMS, st.data())
def test_the_window(reader: Any, form: Form, data: st.DataObject) -> None:
    fit(window(reader, form, data.draw(drafts(form))))


@MANY
@given(READS, st.lists(TICKETS, max_size=10), PEOPLE)
def test_the_lists(reader: Any, tickets: list[Ticket], person: Person) -> None:
    page = Page(tuple(tickets), 0, 3, 25)
    fit(my_tickets(reader, page))
    fit(queue(reader, page))
    fit(mine(reader, page, person.name, person.id))
    for ticket in tickets[:1]:
        fit(opened(reader, ticket))


@MANY
@given(READS, TICKETS, st.lists(st.tuples(NAMES, spoken(4096), spoken(SUBJECT_MAX)), max_size=8), st.integers(1, 60))
def test_the_history(reader: Any, ticket: Ticket, told: list[tuple[str, str, str]], times: int) -> None:
    rows = []
    for name, reason, subject in told * times:
        rows.append(HistoryRow(NOW, 5, name, "CompletionTakenBack", None, "in_progress", {"reason": reason}))
        details = {"field": "subject", "before": subject, "after": reason[:SUBJECT_MAX]}
        rows.append(HistoryRow(NOW + timedelta(1), 5, name, "TicketCorrected", None, "in_progress", details))
    fit(history(reader, ticket, rows))


HELD = st.builds(Content, st.sampled_from(ContentKind), words(4096), file_name=st.none() | words(200))


@MANY
@given(READS, st.lists(TICKETS, max_size=25), st.lists(HELD, max_size=4), st.sampled_from(["pick", "draft"]))
def test_the_question(reader: Any, tickets: list[Ticket], held: list[Content], name: str) -> None:
    fit(question(reader, Face(name), tickets, held))


@MANY
@given(st.sampled_from([ContentKind.TEXT, ContentKind.PHOTO]), spoken(4096), st.none() | st.just("#12345 · "))
def test_a_relayed_text_loses_nothing_but_spaces(kind: ContentKind, text: str, header: str | None) -> None:
    parts = relayed(Content(kind, text), header)
    for number, part in enumerate(parts):
        assert len(part.text) <= (1024 if number == 0 and kind is ContentKind.PHOTO else 4096)
    said = "".join(part.text for part in parts).removeprefix(header or "")
    assert visible(text).startswith(visible(said))
    assert visible(text).removeprefix(visible(said)).strip("\u200b\u200d\u202e\u2067\u0000") == ""


def visible(text: str) -> str:
    return "".join(text.split())
