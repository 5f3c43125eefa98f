"""The card tells everything about its ticket, and offers the moves of its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.assignment import Colleague
from bot.domain.calendar import ALWAYS
from bot.domain.intake import Form
from bot.domain.lifecycle import GIVEN_CAUSES, Ask, Cause, Closing, Status
from bot.domain.people import Person
from bot.domain.period import Period
from bot.domain.release import Release, Version
from bot.domain.sla import Due, Goal
from bot.domain.statements import MAIN, Face
from bot.domain.ticket import Field, Kind, Promise, Question, Ticket
from bot.domain.ticket.promising import PROMISED_CAUSES
from bot.sandbox.tags import parse_html
from bot.screens.callbacks import CardPress
from bot.screens.card import card
from bot.screens.context import Reader
from bot.screens.letter import Letter
from tests.screens.builders import ANNA, CUSTOMER, FORM, HOSTILE, NOW, READERS, buttons, data, reader, seen, ticket

PERIOD = Period(NOW - timedelta(hours=1), NOW)
STAFF = [Colleague(Person(100 + number, f"Colleague {number}"), active=number % 3) for number in range(20)]
TODAY = NOW.date()
RELEASES = [Release(Version(99_999, 99_999, build), "PROD", TODAY, id=2**40 + build) for build in range(99_980, 99_999)]
FACES = [
    MAIN,
    Face("causes"),
    Face("completing", {"cause": "other", "has_reply": True, "name": HOSTILE}),
    Face("completing", {"cause": "other", "has_reply": False, "name": HOSTILE}),
    Face("taking_back", {"name": HOSTILE}),
    Face("ask"),
    *(Face("asking", {"kind": kind.value, "name": HOSTILE}) for kind in Ask),
    *(
        Face("completing", {"cause": cause, "has_reply": True, "name": HOSTILE, "version": version})
        for cause, version in (("improvement", ""), ("improvement", "99999.99999.99999"), ("user_mistake", ""))
    ),
    *(Face("releases", {"stand": HOSTILE, "cause": cause, "page": 1, "today": TODAY}) for cause in PROMISED_CAUSES),
    Face("told", {"stand": HOSTILE, "page": 0, "today": TODAY}),
    Face("people", {"page": 1}),
    Face("correct"),
    *(Face("values", {"field": field.value, "name": HOSTILE}) for field in Field),
]


def shown(of: Ticket | None = None, face: Face = MAIN, *, to: Reader | None = None, form: Form = FORM) -> Letter:
    return card(
        to or reader(), of or ticket(), CUSTOMER, face, form=form, members=[Colleague(ANNA), *STAFF], releases=RELEASES
    )


@pytest.mark.parametrize(
    ("each", "lines"),
    [
        (reader(), ["❗ First answer overdue since Sat 21 Nov 2026, 11:04", "Solution due Sat 21 Nov 2026, 12:05, ⏳"]),
        (
            reader(time_entities=False),
            ["❗ First answer overdue since Sat 21 Nov 2026, 11:04", "Solution due Sat 21 Nov 2026, 12:05"],
        ),
    ],
)
def test_what_is_due_counts_down_on_the_readers_own_screen_and_not_on_the_card(each: Reader, lines: list[str]) -> None:
    minute, hour = timedelta(minutes=1), timedelta(hours=1)
    missed = Due(Goal.FIRST_RESPONSE, NOW - hour, NOW - minute, ALWAYS)
    dues = [missed, Due(Goal.RESOLUTION, NOW, NOW + hour, ALWAYS)]
    letter = card(each, ticket(), CUSTOMER, MAIN, form=FORM, dues=dues)
    assert seen(letter).splitlines()[2:4] == lines
    later = replace(each, now=NOW + 30 * minute)
    assert card(later, ticket(), CUSTOMER, MAIN, form=FORM, dues=dues) == letter


def presses(letter: Letter) -> list[CardPress]:
    return [CardPress.unpack(packed) for packed in data(letter)]


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
@pytest.mark.parametrize("status", Status)
def test_the_fullest_card_can_be_sent_in_every_state_with_every_side_up(
    status: Status, face: Face, each: Reader
) -> None:
    fullest = ticket(
        number=2_000_000_000,
        status=status,
        subject="<&" * 60,
        description="<&>\n" * 1000,
        stand=HOSTILE * 20,
        component=HOSTILE * 20,
        executor_id=2**40,
        executor_name=HOSTILE * 20,
        period=PERIOD,
        closing=Closing.AUTO,
        cause=Cause.OTHER,
        rating=2,
        disagreements=5,
        turn=9999,
        question=Question(
            Ask.CHOICE,
            5,
            7,
            HOSTILE * 20,
            NOW,
            Status.IN_PROGRESS,
            (HOSTILE * 20,) * 6,
            committed=True,
            undelivered=True,
        ),
        promise=Promise("99999.99999.99999", TODAY, NOW, 8),
    )
    customer = Person(2**40, HOSTILE * 20, "u" * 32, reachable=False)
    for length in (2_500, 4_000):
        cut = replace(fullest, description=fullest.description[:length])
        letter = card(
            each, replace(cut, logs=30, media=99), customer, face, form=FORM, members=STAFF, releases=RELEASES
        )
        assert len(seen(letter)) > 1000
        assert letter.keyboard or status is Status.CLOSED


def test_a_card_tells_who_where_when_and_what() -> None:
    busy = ticket(period=PERIOD, status=Status.IN_PROGRESS, executor_id=7, executor_name="Anna")
    letter = card(reader(), replace(busy, logs=2, media=1), CUSTOMER, MAIN, form=FORM)
    assert seen(letter).splitlines() == [
        "🔥 #17 · Work has stopped",
        "In progress · Anna",
        "",
        "From: Ivan Petrov @ivan",
        "Received: Sat 21 Nov 2026, 10:05",
        "Where: PROD · Payments",
        "When: Sat 21 Nov 2026, 10:05–11:05 (Europe/Berlin)",
        "Log: yes, 2",
        "Attachments: 1",
        "",
        "Payment fails",
        "Error 500 since the morning.",
    ]


def test_the_executor_and_the_customer_are_mentioned() -> None:
    letter = shown(ticket(executor_id=7, executor_name="<Anna>"))
    _, entities = parse_html(letter.html)
    assert [e["user"]["id"] for e in entities if e["type"] == "text_mention"] == [7, CUSTOMER.id]


def test_no_log_is_said() -> None:
    assert "Log: none" in seen(shown(ticket(no_log=True)))
    assert "Log" not in seen(shown(ticket(kind=Kind.QUESTION)))


def test_an_unreachable_customer_is_marked() -> None:
    gone = replace(CUSTOMER, reachable=False)
    assert "Cannot be reached" in seen(card(reader(), ticket(), gone, MAIN, form=FORM))
    assert "Cannot be reached" not in seen(shown())


def test_a_description_of_one_line_is_not_said_twice() -> None:
    assert seen(shown(ticket(description="Payment fails"))).count("Payment fails") == 1
    assert seen(shown(ticket(description="Payment fails for all"))).count("Payment fails") == 2


def test_a_description_with_a_subject_of_its_own_stands_whole() -> None:
    said = seen(shown(ticket(subject="Till", description="Payment fails\nagain")))
    assert said.endswith("Till\nPayment fails\nagain")


def test_of_a_long_description_the_beginning_is_shown() -> None:
    said = seen(shown(ticket(description="word " * 600)))
    assert said.endswith("…\nThe whole text follows.")
    assert len(said) < 1500
    assert seen(shown(ticket(description="w" * 2500))).endswith("w" * 2500)


@pytest.mark.parametrize(
    ("status", "texts"),
    [
        (Status.RECEIVED, ["Take", "Ask the customer", "Assign…", "Correct", "More…"]),
        (Status.ASSIGNED, ["Take", "Ask the customer", "Give to…", "Correct", "Decline", "More…"]),
        (Status.IN_PROGRESS, ["Complete", "Ask the customer", "Promise a release", "Give to…", "Correct", "More…"]),
        (
            Status.WAITING_CUSTOMER,
            ["Complete", "Withdraw question", "Promise a release", "Give to…", "Correct", "More…"],
        ),
        (Status.COMPLETED, ["Not done after all", "Give to…", "Correct", "More…"]),
        (Status.CLOSED, ["Reopen", "More…"]),
    ],
)
def test_the_buttons_are_those_of_the_state(status: Status, texts: list[str]) -> None:
    assert buttons(shown(ticket(status=status, closing=Closing.CONFIRMED))) == texts


def test_every_button_carries_the_ticket_and_its_turn() -> None:
    for face in FACES:
        for press in presses(shown(ticket(number=17, turn=4, status=Status.IN_PROGRESS), face)):
            assert (press.number, press.turn) == (17, 4)


def test_a_card_tells_what_is_waited_for() -> None:
    question = Question(Ask.CHOICE, 5, 7, "<Anna>", NOW, Status.IN_PROGRESS, ("Restart", "Wait"))
    waiting = ticket(status=Status.WAITING_CUSTOMER, question=question)
    assert seen(shown(waiting)).splitlines()[1:5] == [
        "Waiting for the customer", "💬 To choose from, by <Anna>, Sat 21 Nov 2026, 11:05", "1. Restart", "2. Wait",
    ]  # fmt: skip
    promised = replace(question, ask=Ask.ACTION, variants=(), committed=True, undelivered=True)
    assert seen(shown(replace(waiting, question=promised))).splitlines()[2:5] == [
        "💬 To be done by the customer, asked by <Anna>, Sat 21 Nov 2026, 11:05", "🤝 The customer will do it",
        "💔 The question did not arrive: send it again, or withdraw it",
    ]  # fmt: skip


def test_asking_begins_with_what_for() -> None:
    asked = [(press.do, press.value) for press in presses(shown(face=Face("ask")))]
    assert asked == [*(("ask_for", kind.value) for kind in Ask), ("main", "")]


def test_completing_begins_with_the_cause() -> None:
    letter = shown(face=Face("causes"))
    causes = [(press.do, press.value) for press in presses(letter)]
    assert causes == [*(("cause", cause.value) for cause in GIVEN_CAUSES), ("main", "")]


def test_the_last_reply_is_offered_where_there_is_one() -> None:
    for has_reply, does in ((True, ["last_reply", "main"]), (False, ["main"])):
        face = Face("completing", {"cause": "other", "has_reply": has_reply, "name": "Anna"})
        letter = shown(face=face)
        assert [press.do for press in presses(letter)] == does
        assert ("last reply" in seen(letter)) is has_reply
        assert "Anna, what do we tell the customer?" in seen(letter)


def test_people_come_page_by_page_without_the_one_who_has_it() -> None:
    mine = ticket(executor_id=STAFF[0].person.id, executor_name=STAFF[0].person.name, status=Status.IN_PROGRESS)
    pages = [presses(shown(mine, Face("people", {"page": page}))) for page in range(3)]
    offered = [int(press.value) for page in pages for press in page if press.do == "give_to"]
    assert offered == [ANNA.id, *(one.person.id for one in STAFF[1:])]
    turns = [[press.value for press in page if press.do == "give_page"] for page in pages]
    assert turns == [["1"], ["0", "2"], ["1"]]


def test_the_fields_are_those_that_the_desk_has() -> None:
    assert buttons(shown(face=Face("correct")))[:-1] == ["Kind", "Stand", "Component", "Subject"]
    without = Form(("PROD",))
    assert buttons(shown(face=Face("correct"), form=without))[:-1] == ["Kind", "Stand", "Subject"]


def test_a_value_is_sent_back_as_its_field_and_index() -> None:
    values = [press.value for press in presses(shown(face=Face("values", {"field": "stand", "name": "A"})))]
    assert values == ["stand.0", "stand.1", ""]
    kinds = buttons(shown(face=Face("values", {"field": "kind", "name": "A"}), to=reader("ru")))
    assert kinds[:2] == ["Работа стоит", "Что-то не так"]


def test_a_subject_is_asked_for_by_name() -> None:
    letter = shown(face=Face("values", {"field": "subject", "name": "Anna"}))
    assert seen(letter).splitlines()[-1] == "Anna, what is the subject? Your next message here, in one line."
    assert [press.do for press in presses(letter)] == ["main"]
