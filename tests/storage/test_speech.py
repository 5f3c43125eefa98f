from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from bot.domain.statements import (
    MAIN,
    AlbumRelay,
    CardView,
    Face,
    Mark,
    Notice,
    Priority,
    Private,
    QuestionView,
    Relay,
    Thread,
    TicketTopic,
    TopicView,
    View,
    WindowView,
)
from bot.ports import Queued, Row, Shown
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, DESK, LATER, NOW, RULES

TOPIC = TicketTopic(DESK, 17)
CHAT = Private(ANNA.id)
CARD = CardView(17)
ALBUM = AlbumRelay("A", 17)
LATEST = LATER + timedelta(minutes=1)


def put_on_screen(unit: SqlUnit, view: View = CARD, message_id: int = 80) -> None:
    unit.speech.show(TOPIC, view)
    (row,) = unit.outbox.waiting()
    unit.outbox.put(view, Shown(DESK, message_id, "digest", NOW))
    unit.outbox.sent(row.id)


@pytest.fixture
def next_unit(unit: SqlUnit, connection: Connection) -> SqlUnit:
    """A second unit, a minute later: it reports only what it did itself."""
    return SqlUnit(connection, LATER, RULES)


def test_what_is_said_waits_in_the_order_in_which_it_was_said(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Notice("welcome"))
    unit.speech.say(TOPIC, Relay(5), Priority.LIVE, not_before=LATER)
    unit.speech.say(Thread(DESK, None), Mark(7, None), Priority.COURTESY)
    one, two, three = unit.outbox.waiting()
    assert one == Row(one.id, "p11", CHAT, Notice("welcome"), Priority.NOTICE, NOW)
    assert two == Row(two.id, "t17", TOPIC, Relay(5), Priority.LIVE, NOW, LATER)
    assert three == Row(three.id, f"g{DESK}.0.mark", Thread(DESK, None), Mark(7, None), Priority.COURTESY, NOW)
    assert one.id < two.id < three.id


def test_what_was_queued_is_reported_as_it_will_be_read(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Notice("welcome"))
    unit.speech.say(TOPIC, ALBUM, not_before=LATER)
    unit.speech.show(TOPIC, CARD)
    assert unit.outgoing.queued() == Queued(tuple(unit.outbox.waiting()))


def test_the_same_thing_said_twice_is_said_twice(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Relay(5))
    unit.speech.say(CHAT, Relay(5))
    assert len(unit.outbox.waiting()) == 2


def test_a_later_part_of_an_album_puts_it_off(unit: SqlUnit, next_unit: SqlUnit) -> None:
    unit.speech.say(TOPIC, ALBUM, Priority.LIVE, not_before=LATER)
    (row,) = unit.outbox.waiting()
    next_unit.speech.say(TOPIC, ALBUM, Priority.LIVE, not_before=LATEST)
    put_off = Row(row.id, "t17", TOPIC, ALBUM, Priority.LIVE, NOW, LATEST)
    assert next_unit.outgoing.queued() == Queued((put_off,))
    assert unit.outbox.waiting() == [put_off]


def test_other_albums_and_other_chats_have_rows_of_their_own(unit: SqlUnit) -> None:
    unit.speech.say(TOPIC, ALBUM)
    unit.speech.say(TOPIC, AlbumRelay("B", 17))
    unit.speech.say(CHAT, ALBUM)
    assert len(unit.outbox.waiting()) == 3


def test_an_album_that_is_being_sent_takes_no_more_parts(unit: SqlUnit) -> None:
    unit.speech.say(TOPIC, ALBUM)
    unit.outbox.sending([unit.outbox.waiting()[0].id])
    unit.speech.say(TOPIC, ALBUM)
    assert [row.in_doubt for row in unit.outbox.waiting()] == [True, False]


@pytest.mark.parametrize(
    ("view", "first", "then"),
    [
        (TopicView(17), Priority.NOTICE, Priority.COURTESY),
        (CARD, Priority.NOTICE, Priority.REMINDER),
        (WindowView(11, 3), Priority.LIVE, Priority.LIVE),
        (QuestionView(11), Priority.LIVE, Priority.LIVE),
    ],
)
def test_what_is_on_the_screen_already_is_less_urgent(
    unit: SqlUnit, view: View, first: Priority, then: Priority
) -> None:
    unit.speech.show(TOPIC, view)
    assert unit.outbox.waiting()[0].priority is first
    unit.outbox.put(view, Shown(DESK, 80, "digest", NOW))
    unit.speech.show(TOPIC, view)
    assert unit.outbox.waiting()[0].priority is then


def test_a_view_that_was_never_shown_keeps_its_place(unit: SqlUnit, next_unit: SqlUnit) -> None:
    unit.speech.show(TOPIC, TopicView(17))
    unit.speech.say(TOPIC, Relay(5))
    before = unit.outbox.waiting()
    next_unit.speech.show(TOPIC, TopicView(17))
    assert unit.outbox.waiting() == before
    assert next_unit.outgoing.queued() == Queued()


def test_a_view_that_was_shown_moves_behind_what_was_said_meanwhile(unit: SqlUnit, next_unit: SqlUnit) -> None:
    window = WindowView(11, 3)
    put_on_screen(unit, window)
    unit.speech.show(CHAT, window)
    unit.speech.say(CHAT, Relay(5))
    old = unit.outbox.waiting()[0]
    next_unit.speech.show(CHAT, window, not_before=LATER)
    *_, new = unit.outbox.waiting()
    assert [row.payload for row in unit.outbox.waiting()] == [Relay(5), window]
    assert new.not_before == LATER
    assert next_unit.outgoing.queued() == Queued((new,), (old.id,))


def test_what_one_unit_queued_and_replaced_is_not_reported_as_added(unit: SqlUnit) -> None:
    put_on_screen(unit)
    unit.outgoing.rows.clear()
    unit.speech.show(TOPIC, CARD)
    unit.speech.show(TOPIC, CARD)
    assert unit.outgoing.queued().rows == tuple(unit.outbox.waiting())


def test_decoration_never_stands_in_the_line_of_the_conversation(unit: SqlUnit) -> None:
    put_on_screen(unit)
    unit.speech.show(TOPIC, CARD)
    assert unit.outbox.waiting()[0].order_key == "t17.card:17"


def test_a_view_that_is_being_sent_may_change_meanwhile(unit: SqlUnit) -> None:
    unit.speech.show(TOPIC, CARD)
    unit.outbox.sending([unit.outbox.waiting()[0].id])
    unit.speech.show(TOPIC, CARD)
    assert [row.in_doubt for row in unit.outbox.waiting()] == [True, False]


def test_the_newest_face_is_up(unit: SqlUnit) -> None:
    assert unit.outbox.face(CARD) == MAIN
    unit.speech.show(TOPIC, CARD, Face("causes"))
    assert unit.outbox.face(CARD) == Face("causes")
    unit.speech.show(TOPIC, CARD, Face("people", {"page": 2}))
    assert unit.outbox.face(CARD) == Face("people", {"page": 2})
    unit.speech.show(TOPIC, CARD)
    assert unit.outbox.face(CARD) == MAIN
    assert unit.outbox.face(CardView(18)) == MAIN


def test_it_is_known_where_a_view_stands(unit: SqlUnit) -> None:
    assert unit.speech.shown(CARD) is None
    unit.speech.show(TOPIC, CARD)
    assert unit.speech.shown(CARD) is None, "it only waits"
    unit.outbox.put(CARD, Shown(DESK, 80, "digest", NOW))
    assert unit.speech.shown(CARD) == Shown(DESK, 80, "digest", NOW)
    assert unit.speech.shown(TopicView(17)) is None


def test_a_forgotten_view_is_shown_anew_with_the_face_it_had(unit: SqlUnit) -> None:
    put_on_screen(unit)
    unit.speech.show(TOPIC, CARD, Face("causes"))
    unit.outbox.sent(unit.outbox.waiting()[0].id)
    unit.outbox.forget(CARD)
    assert unit.speech.shown(CARD) is None
    assert unit.outbox.face(CARD) == Face("causes")
    unit.speech.show(TOPIC, CARD)
    assert unit.outbox.waiting()[0].order_key == "t17"


def test_what_has_not_gone_yet_can_be_taken_back(unit: SqlUnit, next_unit: SqlUnit) -> None:
    for to, statement in ((CHAT, Relay(5)), (CHAT, Relay(6)), (TOPIC, Relay(5))):
        unit.speech.say(to, statement)
    first, *others = unit.outbox.waiting()
    assert next_unit.speech.cancel(CHAT, Relay(5))
    assert unit.outbox.waiting() == others
    assert next_unit.outgoing.queued() == Queued((), (first.id,))


def test_what_is_going_or_gone_cannot_be_taken_back(unit: SqlUnit) -> None:
    assert not unit.speech.cancel(CHAT, Relay(5))
    unit.speech.say(CHAT, Relay(5))
    unit.outbox.sending([unit.outbox.waiting()[0].id])
    assert not unit.speech.cancel(CHAT, Relay(5))
    assert len(unit.outbox.waiting()) == 1


def test_what_has_gone_in_part_cannot_be_taken_back(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Relay(5))
    unit.outbox.advance(unit.outbox.waiting()[0].id)
    assert not unit.speech.cancel(CHAT, Relay(5))


def test_what_could_not_be_delivered_can_be_taken_back(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Relay(5))
    unit.outbox.dead(unit.outbox.waiting()[0].id, "blocked")
    assert unit.speech.cancel(CHAT, Relay(5))
    assert not unit.speech.cancel(CHAT, Relay(5))


def test_only_what_is_still_to_go_waits(unit: SqlUnit) -> None:
    assert not unit.speech.waits(CHAT, Relay(5))
    unit.speech.say(CHAT, Relay(5))
    (row,) = unit.outbox.waiting()
    assert unit.speech.waits(CHAT, Relay(5))
    assert not unit.speech.waits(CHAT, Relay(6))
    unit.outbox.sending([row.id])
    assert not unit.speech.waits(CHAT, Relay(5))
    unit.outbox.again(row.id, LATER)
    assert unit.speech.waits(CHAT, Relay(5))
    unit.outbox.dead(row.id, "blocked")
    assert not unit.speech.waits(CHAT, Relay(5))


def test_what_waits_can_be_told_from_what_is_gone_going_or_dead(unit: SqlUnit) -> None:
    assert not unit.speech.waits(CHAT, Relay(5))
    unit.speech.say(CHAT, Relay(5))
    unit.speech.say(CHAT, Relay(6))
    five, six = unit.outbox.waiting()
    assert unit.speech.waits(CHAT, Relay(5))
    unit.outbox.sending([five.id])
    unit.outbox.dead(six.id, "blocked")
    assert not unit.speech.waits(CHAT, Relay(5))
    assert not unit.speech.waits(CHAT, Relay(6))


def test_what_could_not_be_delivered_can_be_taken_back_once(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Relay(5))
    (row,) = unit.outbox.waiting()
    unit.outbox.dead(row.id, "blocked")
    assert unit.speech.cancel(CHAT, Relay(5))
    assert not unit.speech.cancel(CHAT, Relay(5))
