"""A card has room for seven buttons, and a phone for so many letters on each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.domain.assignment import Colleague
from bot.domain.lifecycle import Ask, Closing, Move, Status, moves_from
from bot.domain.people import Person
from bot.domain.statements import MAIN, Face
from bot.domain.team import Service
from bot.domain.ticket import Promise, Question, Ticket, Transfer, Verdict
from bot.screens.callbacks import CardPress
from bot.screens.card import card
from bot.screens.card_buttons import PEOPLE_ON_A_PAGE
from bot.screens.card_handing import Sight
from bot.screens.context import Reader
from tests.screens.builders import CUSTOMER, FORM, NOW, READERS, buttons, data, ticket

MOST, ALONE, BESIDE = 7, 30, 19
HERE, THERE = -1001234567890, -1009876543210
SERVICES = tuple(
    Service(key, {"en": key.title(), "ru": key.title()}, chat_id)
    for key, chat_id in (("support", HERE), ("web", HERE), ("backend", THERE))
)
TRANSFERS = [
    Transfer(key, chat_id, "Please look", NOW, *assignee)
    for key, chat_id in (("web", HERE), ("backend", THERE))
    for assignee in ((), (15, "Boris"))
]
VERDICTS = (None, Verdict("web", "The cache", "Clear it", ("Now", "At night")))
PROMISES = (None, Promise("1.4.1", NOW.date(), NOW, 8))
ENDS = {Status.CLOSED: (Closing.CONFIRMED, Closing.MERGED)}
"""Closed in a way that can be undone, or not."""


def of_state(status: Status) -> Iterator[Ticket]:
    """With and without all that gives a card a button more or less. Whose tap it is does not matter: there is one card
    for all.
    """
    asked = Question(Ask.INFO, 5, 7, "Ivan", NOW, Status.IN_PROGRESS) if status is Status.WAITING_CUSTOMER else None
    executor: dict[str, Any] = {} if status is Status.RECEIVED else {"executor_id": 7, "executor_name": "Ivan"}
    for verdict in VERDICTS:
        for promise in PROMISES:
            for transfer in TRANSFERS if status is Status.TRANSFERRED else (None,):
                for closing in ENDS.get(status, (None,)):
                    yield ticket(
                        status=status, verdict=verdict, promise=promise, transfer=transfer, closing=closing,
                        question=asked, **executor,
                    )  # fmt: skip


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
@pytest.mark.parametrize("guest", [None, THERE], ids=["home", "guest"])
@pytest.mark.parametrize("status", Status)
def test_no_card_has_more_than_seven_buttons_and_each_can_be_read_on_a_phone(
    status: Status, guest: int | None, each: Reader
) -> None:
    for one in of_state(status):
        for face in (MAIN, Face("more"), Face("causes"), Face("ask"), Face("correct")):
            letter = card(
                each, one, CUSTOMER, face, form=FORM, sight=Sight(SERVICES, guest=guest),
                others=[ticket(18)], related=[ticket(19)],
            )  # fmt: skip
            assert sum(map(len, letter.keyboard)) <= MOST, face
            for row in letter.keyboard:
                assert all(len(button.text) <= (BESIDE if len(row) > 1 else ALONE) for button in row), row


@pytest.mark.parametrize("each", READERS, ids=lambda each: each.language)
def test_turning_a_page_and_going_back_are_not_called_the_same(each: Reader) -> None:
    crowd = [Colleague(Person(100 + number, f"Colleague {number}")) for number in range(30)]
    labels = buttons(card(each, ticket(), CUSTOMER, Face("people", {"page": 1}), form=FORM, members=crowd))
    assert len(labels) == PEOPLE_ON_A_PAGE + 3
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("status", Status)
def test_whatever_the_main_side_has_no_room_for_is_one_tap_further(status: Status) -> None:
    for one in of_state(status):
        sides = [
            card(READERS[0], one, CUSTOMER, face, form=FORM, sight=Sight(SERVICES)) for face in (MAIN, Face("more"))
        ]
        main, more = ([CardPress.unpack(packed).do for packed in data(side)] for side in sides)
        assert ("correct" in main) + ("correct" in more) == (Move.CORRECT in moves_from(status))
