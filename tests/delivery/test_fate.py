"""What is done after a refusal: repeated, said more plainly, made anew, told to the staff, or let go."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from aiogram.methods import SendMessage

from bot.delivery.calls import Spot
from bot.delivery.fate import Fate, fate_of
from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.parcel import Effect, Parcel
from bot.domain.statements import (
    Address,
    AlbumRelay,
    Amend,
    CardView,
    Mark,
    Notice,
    Priority,
    Private,
    Relay,
    Remove,
    Retract,
    Statement,
    Thread,
    TicketTopic,
    View,
)
from bot.ports import Row
from bot.screens.context import Reader
from locales.catalog import Catalog

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
READER = Reader(Catalog(), "en", ZoneInfo("UTC"), NOW)
TOPIC, ANNA = TicketTopic(-100, 1), Private(7)
EFFECTS: dict[type[Statement | View], Effect] = {
    Amend: Effect.EDITED, Mark: Effect.EDITED, Remove: Effect.REMOVED, Retract: Effect.REMOVED,
    CardView: Effect.VIEW_EDITED,
}  # fmt: skip


def fate(
    verdict: Verdict, payload: Statement | View, to: Address = ANNA, fallback: int = 0, *, chat_id: int = 7
) -> Fate:
    row = Row(1, "x", to, payload, Priority.LIVE, NOW)
    effect = EFFECTS.get(type(payload), Effect.SAID)
    parcel = Parcel(row, SendMessage(chat_id=7, text="x"), Spot(chat_id), effect, READER)
    return fate_of(parcel, Outcome(verdict, "because"), fallback)


REPEATED = (
    Verdict.FLOOD, Verdict.NOT_SENT, Verdict.IN_DOUBT, Verdict.MISCONFIGURED,
)  # fmt: skip


@pytest.mark.parametrize("verdict", REPEATED)
def test_what_may_still_succeed_is_repeated(verdict: Verdict) -> None:
    assert fate(verdict, Relay(1)) is Fate.AGAIN


def test_a_trouble_of_the_group_is_waited_for_and_a_private_chat_has_none() -> None:
    assert fate(Verdict.GROUP_PROBLEM, Relay(1), TOPIC, chat_id=-100) is Fate.AGAIN
    assert fate(Verdict.GROUP_PROBLEM, Relay(1)) is Fate.UNDELIVERED


def test_a_closed_topic_is_opened_and_a_moved_chat_followed() -> None:
    assert fate(Verdict.TOPIC_CLOSED, Relay(1), TOPIC) is Fate.REOPEN
    assert fate(Verdict.MIGRATED, Relay(1), TOPIC) is Fate.MOVED


def test_an_album_that_came_in_part_is_not_said_again() -> None:
    assert fate(Verdict.PARTLY, AlbumRelay("a", 1)) is Fate.UNDELIVERED


def test_what_is_so_already_is_done() -> None:
    assert fate(Verdict.ALREADY_DONE, CardView(1), TOPIC) is Fate.DONE


def test_a_deleted_topic_of_a_ticket_is_made_anew_and_any_other_is_let_go() -> None:
    assert fate(Verdict.TOPIC_GONE, Relay(1), TOPIC) is Fate.NEW_TOPIC
    assert fate(Verdict.TOPIC_GONE, Notice("help-staff"), Thread(-100, 5)) is Fate.DROPPED


def test_a_deleted_message_is_made_anew_where_it_matters() -> None:
    assert fate(Verdict.EDIT_TARGET_GONE, CardView(1), TOPIC) is Fate.NEW_VIEW
    assert fate(Verdict.EDIT_TARGET_GONE, Amend(1), TOPIC) is Fate.NEW_VIEW
    assert fate(Verdict.EDIT_TARGET_GONE, Notice("close-kept", edits=5)) is Fate.DROPPED


@pytest.mark.parametrize("verdict", [Verdict.REFUSED, Verdict.REPLY_TARGET_GONE])
def test_what_is_refused_is_said_more_plainly_and_then_told_to_the_staff(verdict: Verdict) -> None:
    fates = [fate(verdict, Relay(1), fallback=fallback) for fallback in range(3)]
    assert fates == [Fate.PLAINER, Fate.PLAINER, Fate.UNDELIVERED]


def test_texts_that_are_refused_as_one_message_go_one_by_one() -> None:
    first, second = (Row(number, "x", TOPIC, Relay(number), Priority.LIVE, NOW) for number in (1, 2))
    call = SendMessage(chat_id=-100, text="x")
    parcel = Parcel(first, call, Spot(-100), Effect.SAID, READER, along=(second,))
    assert fate_of(parcel, Outcome(Verdict.REFUSED, "because"), 0) is Fate.APART
    assert fate_of(parcel, Outcome(Verdict.FLOOD, "because"), 0) is Fate.AGAIN


def test_a_nicety_that_is_refused_is_let_go() -> None:
    assert fate(Verdict.REFUSED, Mark(5, "👌")) is Fate.DROPPED
    assert fate(Verdict.REFUSED, Remove(5)) is Fate.DROPPED


def test_a_refused_taking_back_is_told() -> None:
    assert fate(Verdict.REFUSED, Retract(1)) is Fate.UNDELIVERED


def test_a_customer_who_is_gone_is_told_to_the_staff() -> None:
    assert fate(Verdict.RECIPIENT_GONE, Relay(1)) is Fate.UNDELIVERED
