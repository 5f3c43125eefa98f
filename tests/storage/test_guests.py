"""A ticket in other groups than its own."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.content import Place, Side
from bot.domain.lifecycle import Status
from bot.domain.statements import CardView, Face, Mark, Relay, TicketTopic, TopicView, order_key, view_key
from bot.domain.ticket import Ticket, Transfer
from bot.ports import Prompt, Purpose, Shown
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, DESK, NOW, ticket, written

THERE, NEW = -2001, -2002


def handed(unit: SqlUnit) -> Ticket:
    """With the backend, whose group is THERE."""
    made = ticket(unit)
    transfer = Transfer("backend", THERE, "look", NOW, BORIS.id, BORIS.name)
    unit.tickets.save(replace(made, status=Status.TRANSFERRED, transfer=transfer))
    return unit.tickets.get(made.number)


def test_home_keeps_its_keys_and_each_group_has_keys_of_its_own() -> None:
    home, guest, other = TicketTopic(DESK, 17), TicketTopic(THERE, 17, guest=True), TicketTopic(NEW, 17, guest=True)
    assert (order_key(home, Relay(5)), view_key(home.card), view_key(home.board)) == ("t17", "card:17", "topic:17")
    keys = {key for to in (home, guest, other) for key in (order_key(to, Relay(5)), view_key(to.card))}
    assert len(keys) == 6
    assert order_key(guest, Mark(5, None)) != order_key(home, Mark(5, None))


def test_a_ticket_is_found_by_each_of_its_topics(unit: SqlUnit) -> None:
    made = handed(unit)
    unit.tickets.in_place(made.number, 7)
    unit.tickets.guest_in_place(made.number, THERE, 9)
    for chat_id, topic_id in ((DESK, 7), (THERE, 9)):
        found = unit.tickets.in_topic(chat_id, topic_id)
        assert found is not None
        assert (found.number, found.chat_id, found.topic_id) == (made.number, DESK, 7)
    assert unit.tickets.in_topic(THERE, 7) is None
    unit.tickets.guest_in_place(made.number, THERE, None)
    assert unit.tickets.guest_topic(made.number, THERE) is None
    assert unit.tickets.in_topic(THERE, 9) is None


def test_an_echo_gives_a_topic_only_to_a_guest_that_has_none(unit: SqlUnit) -> None:
    made = handed(unit)
    unit.tickets.adopt_guest(NEW, made.number, 9)
    assert unit.tickets.guest_topic(made.number, NEW) is None, "it is not with them"
    unit.tickets.adopt_guest(DESK, made.number, 9)
    assert unit.tickets.guest_topic(made.number, DESK) is None, "that is its home"
    for topic_id in (9, 10):
        unit.tickets.adopt_guest(THERE, made.number, topic_id)
    assert unit.tickets.guest_topic(made.number, THERE) == 9


def test_what_is_shown_without_having_been_asked_for_is_remembered(unit: SqlUnit) -> None:
    """Else a card that no move has asked for would be sent again and again."""
    shown = Shown(THERE, 80, "digest", NOW)
    unit.outbox.put(CardView(17, THERE), shown)
    assert unit.speech.shown(CardView(17, THERE)) == shown
    assert unit.speech.shown(CardView(17)) is None


def test_an_album_is_to_be_said_in_each_chat_on_its_own(unit: SqlUnit) -> None:
    made = handed(unit)
    part = written(unit, 5, ticket=made.number, album="A")
    unit.messages.shown(Place(DESK, 80, made.number, part, NOW))
    assert not unit.messages.album(made.number, "A", DESK)
    assert [one.id for one in unit.messages.album(made.number, "A", THERE)] == [part]


def test_who_may_be_writing_for_colleagues_is_remembered_whatever_others_do(unit: SqlUnit) -> None:
    made = handed(unit)
    for person, purpose in ((1, Purpose.TRANSFERRING), (2, Purpose.VERDICT), (3, Purpose.COMPLETING)):
        unit.prompts.ask(Prompt(DESK, person, made.number, purpose, {}, 0))
    unit.prompts.forget(DESK, made.number)
    unit.prompts.forget(DESK, made.number, by=2)
    left = [person for person in (1, 2, 3) if unit.prompts.pending(DESK, person, made.number)]
    assert left == [1]


def test_a_group_with_another_id_keeps_its_guests_and_what_waits_for_them(unit: SqlUnit) -> None:
    made = handed(unit)
    to = TicketTopic(THERE, made.number, guest=True)
    unit.tickets.guest_in_place(made.number, THERE, 9)
    unit.speech.show(to, to.card, Face("services"))
    unit.speech.show(to, to.board)
    reply = written(unit, 6, BORIS, Side.REPLY, chat_id=THERE, ticket=made.number)
    unit.speech.say(to, Relay(reply))
    moved = TicketTopic(NEW, made.number, guest=True)
    assert unit.chats.move(THERE, NEW) == [moved]
    now = unit.tickets.get(made.number)
    assert (now.chat_id, now.guest_chat) == (DESK, NEW)
    assert now.assignee_id == BORIS.id
    assert unit.tickets.guest_topic(made.number, THERE) is None
    rows = unit.outbox.waiting()
    assert [row.to for row in rows] == [moved] * 3
    assert [row.payload for row in rows] == [CardView(made.number, NEW), TopicView(made.number, NEW), Relay(reply)]
    assert all(row.order_key == order_key(row.to, row.payload) for row in rows)
    unit.speech.show(moved, moved.card)
    assert len(unit.outbox.waiting()) == 3, "a view waits once, also after the move"
    assert ANNA.id == now.customer_id
