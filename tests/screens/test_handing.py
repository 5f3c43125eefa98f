"""The card of a ticket that another service has, or had."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.calendar import ALWAYS
from bot.domain.content import Content, ContentKind, Message, Side
from bot.domain.lifecycle import Status
from bot.domain.sla import Due, Goal
from bot.domain.statements import MAIN, Face
from bot.domain.team import Service
from bot.domain.ticket import Ticket, Transfer, Verdict
from bot.screens.briefing import briefing, description
from bot.screens.card import card
from bot.screens.card_handing import Sight
from bot.screens.context import Reader
from bot.screens.letter import Letter
from bot.screens.topic import guest_icon
from tests.screens.builders import CUSTOMER, FORM, HOSTILE, NOW, READERS, buttons, reader, seen, ticket

HOME, THERE = -1001234567890, -1009876543210
SERVICES = tuple(
    Service(key, {"en": key.title(), "ru": HOSTILE}, chat_id)
    for key, chat_id in (("support", HOME), ("web", HOME), ("backend", THERE))
)
EN = reader()


def handed(service: str = "backend", chat_id: int = THERE, *, picked: bool = False, **changes: Any) -> Ticket:
    assignee: dict[str, Any] = {"assignee_id": 15, "assignee_name": "Boris"} if picked else {}
    transfer = Transfer(service, chat_id, "Please look", NOW, **assignee)
    known: dict[str, Any] = {"status": Status.TRANSFERRED, "executor_id": 11, "executor_name": "Ivan"}
    return replace(ticket(), **known | {"transfer": transfer} | changes)


def shown(of: Ticket, guest: int | None = None, face: Face = MAIN, reader: Reader = EN) -> Letter:
    return card(reader, of, CUSTOMER, face, form=FORM, sight=Sight(SERVICES, guest=guest, other=(HOME, 5)))


@pytest.mark.parametrize(
    ("of", "guest", "labels"),
    [
        (handed(), None, ["Ask the customer", "To another service", "Take back", "Give to…", "Correct", "More…"]),
        (handed(), THERE, ["Pick up", "Decline"]),
        (handed(picked=True), THERE, ["Verdict", "Ask the customer", "To another service", "Decline"]),
        (handed(picked=True, status=Status.WAITING_CUSTOMER), THERE, []),
        (handed(), -1005555555555, []),
        (handed("web", HOME), None,
         ["Pick up", "Ask the customer", "To another service", "Decline", "Take back", "Give to…", "More…"]),
        (handed("web", HOME, picked=True), None,
         ["Verdict", "Ask the customer", "To another service", "Decline", "Take back", "Give to…", "More…"]),
    ],
    ids=["home", "guest", "guest-picked", "guest-waiting", "guest-over", "same-group", "same-group-picked"],
)  # fmt: skip
def test_each_group_sees_the_buttons_of_its_own_moves(of: Ticket, guest: int | None, labels: list[str]) -> None:
    assert buttons(shown(of, guest)) == labels
    assert len(labels) <= 7


def test_a_card_says_with_whom_it_is_and_that_it_is_no_more() -> None:
    assert "With Backend, nobody yet: who picks it up?" in seen(shown(handed()))
    assert "With Backend: Boris" in seen(shown(handed(picked=True), THERE))
    over = seen(shown(handed("web", HOME), THERE))
    assert "This is no longer with you." in over
    assert "Please look" not in over, "the note is for those who have it now"


def test_what_is_due_is_shown_to_those_who_have_it() -> None:
    due = [Due(Goal.RESOLUTION, NOW, NOW + timedelta(hours=1), ALWAYS)]
    sights = [Sight(SERVICES, guest=guest, other=(HOME, 5)) for guest in (None, THERE, -1005555555555)]
    cards = [seen(card(EN, handed(), CUSTOMER, MAIN, form=FORM, sight=sight, dues=due)) for sight in sights]
    assert ["Solution due" in text for text in cards] == [True, True, False]


@pytest.mark.parametrize("language", READERS, ids=lambda one: one.language)
def test_the_fullest_card_can_be_sent(language: Reader) -> None:
    """With hostile words everywhere, on each of its sides."""
    verdict = Verdict("backend", HOSTILE * 30, HOSTILE * 50, (HOSTILE * 5,) * 6)
    full: dict[str, Any] = {
        "description": "word " * 499,
        "subject": HOSTILE * 2,
        "verdict": verdict,
        "logs": 9,
        "media": 9,
    }
    note = Transfer("backend", THERE, HOSTILE * 50, NOW)
    sides = [
        Face("services"), Face("handing", {"service": "backend", "name": HOSTILE * 3}),
        *(Face("verdict", {"step": step, "name": HOSTILE * 3}) for step in ("part", "resolution", "variants")),
        Face("handing_back", {"name": HOSTILE * 3}), Face("offering", {"name": HOSTILE * 3}), MAIN,
    ]  # fmt: skip
    for face in sides:
        for guest in (None, THERE):
            seen(shown(handed(**full, transfer=note), guest, face, language))
            seen(shown(handed(**full, transfer=None, status=Status.IN_PROGRESS), guest, face, language))


def test_a_verdict_with_ways_to_choose_from_can_be_offered() -> None:
    back = handed(transfer=None, status=Status.IN_PROGRESS, verdict=Verdict("backend", "gate", "restart", ("a", "b")))
    assert buttons(shown(back))[0] == "Offer the customer a choice"
    assert "Backend has found: gate\nrestart\n1. a\n2. b" in seen(shown(back))
    without = replace(back, verdict=Verdict("backend", "gate", "restart"))
    assert "Offer the customer a choice" not in buttons(shown(without))


def test_a_topic_over_there_has_the_icon_of_what_it_is_there() -> None:
    icons = [guest_icon(of, THERE)[0] for of in (handed(), handed(picked=True), handed("web", HOME))]
    assert icons == ["‼️", "🔥", "✅"]


def said(number: int, text: str, kind: ContentKind = ContentKind.TEXT, minutes: int = 0) -> tuple[Message, str]:
    at = NOW + timedelta(minutes=minutes)
    content = Content(kind, text, file_name="payment.log" if kind is ContentKind.DOCUMENT else None)
    return Message(number, 7, Side.CUSTOMER, 7, number, content, at, ticket=17), HOSTILE


@pytest.mark.parametrize("language", READERS, ids=lambda one: one.language)
@pytest.mark.parametrize("size", [1, 4000])
def test_a_briefing_of_any_length_is_one_message_that_ends_with_the_newest_words(language: Reader, size: int) -> None:
    talk = [said(number, f"{number}:" + HOSTILE * size, minutes=number) for number in range(45)]
    of = handed(transfer=Transfer("backend", THERE, HOSTILE * 200, NOW))
    words = seen(briefing(language, of, talk, [(number, HOSTILE * 9) for number in range(30)]))
    assert "44:" in words
    assert "0:<b>" not in words.replace("10:<b>", "").replace("20:<b>", "").replace("30:<b>", "").replace("40:<b>", "")


def test_the_words_of_the_request_stand_on_the_card_and_not_in_the_briefing() -> None:
    of = handed(created_at=NOW)
    before = [said(1, "Error 500 since the morning."), said(2, "", ContentKind.DOCUMENT)]
    words = seen(briefing(EN, of, [*before, said(3, "Error 500 since the morning.", minutes=1)], []))
    assert words.count("Error 500") == 1
    assert "payment.log" in words
    assert "Nothing has been said yet" in seen(briefing(EN, of, before[:1], []))


@pytest.mark.parametrize("language", READERS, ids=lambda one: one.language)
def test_the_longest_description_is_one_message(language: Reader) -> None:
    seen(description(language, handed(description="word " * 799)))
