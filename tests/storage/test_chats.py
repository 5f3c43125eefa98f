"""What happens to the books when a staff chat gets another id, and what is known of its troubles."""

from __future__ import annotations

from typing import Any

from bot.domain.content import Place, Side
from bot.domain.people import Standing
from bot.domain.statements import (
    Address,
    CardView,
    Listing,
    Mark,
    Notice,
    Priority,
    Private,
    Relay,
    Remove,
    Retire,
    Thread,
    TicketTopic,
    order_key,
)
from bot.ports import Prompt, Purpose, Shown
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, DESK, NOW, ticket, written

NEW = -1002
ELSEWHERE = -1003


def queued(unit: SqlUnit) -> list[tuple[Address, Any]]:
    return [(row.to, row.payload) for row in unit.outbox.waiting()]


def test_tickets_views_places_and_members_follow_and_old_ids_mean_nothing(unit: SqlUnit) -> None:
    made = ticket(unit)
    unit.tickets.in_place(made.number, 7)
    unit.speech.show(TicketTopic(DESK, made.number), CardView(made.number))
    unit.outbox.put(CardView(made.number), Shown(DESK, 8, "x", NOW))
    reply = written(unit, 9, BORIS, Side.REPLY, chat_id=DESK, ticket=made.number)
    asked, more = (written(unit, at, ticket=made.number) for at in (5, 6))
    unit.messages.shown(Place(DESK, 10, made.number, more, NOW), [asked, more])
    unit.messages.shown(Place(ANNA.id, 3, made.number, reply, NOW))
    unit.people.meet(BORIS)
    unit.members.seen(DESK, BORIS, Standing.MEMBER)
    unit.members.seen(NEW, BORIS, Standing.MEMBER)
    unit.prompts.ask(Prompt(DESK, BORIS.id, made.number, Purpose.COMPLETING, {}, 0))
    assert unit.chats.move(DESK, NEW) == [TicketTopic(NEW, made.number)]
    moved = unit.tickets.get(made.number)
    assert (moved.chat_id, moved.topic_id) == (NEW, None)
    assert unit.speech.shown(CardView(made.number)) is None
    assert unit.messages.place(NEW, 9) is None
    assert unit.messages.place(NEW, 10) is None
    assert unit.messages.place(DESK, 10) is None
    assert unit.messages.copies(asked) == []
    assert unit.messages.get(reply).chat_id == NEW
    assert unit.messages.place(ANNA.id, 3) is not None, "private chats keep their ids"
    assert [person.id for person in unit.members.present(NEW)] == [BORIS.id]
    assert not unit.members.present(DESK)
    assert unit.prompts.pending(NEW, BORIS.id) is None
    assert unit.prompts.pending(DESK, BORIS.id) is None


def test_what_waits_goes_to_the_new_chat_and_points_at_nothing_there(unit: SqlUnit) -> None:
    topic, talk = TicketTopic(DESK, 17), Thread(DESK, 7)
    unit.speech.say(topic, Relay(5), Priority.LIVE)
    unit.speech.say(topic, Notice("undelivered", {"reason": "gone"}, reply_to=9))
    unit.speech.say(topic, Mark(9, "👌"))
    unit.speech.say(talk, Retire(9))
    unit.speech.say(talk, Remove(9))
    unit.speech.say(talk, Listing("queue", {"page": 0}))
    unit.speech.say(talk, Listing("queue", {"page": 1}, edits=9))
    unit.speech.say(talk, Notice("close-kept", edits=9))
    unit.speech.say(Thread(ELSEWHERE, 7), Retire(9))
    unit.speech.say(Private(ANNA.id), Notice("welcome", reply_to=9))
    unit.chats.move(DESK, NEW)
    assert queued(unit) == [
        (TicketTopic(NEW, 17), Relay(5)),
        (TicketTopic(NEW, 17), Notice("undelivered", {"reason": "gone"})),
        (Thread(NEW, None), Listing("queue", {"page": 0})),
        (Thread(ELSEWHERE, 7), Retire(9)),
        (Private(ANNA.id), Notice("welcome", reply_to=9)),
    ]
    assert all(row.order_key == order_key(row.to, row.payload) for row in unit.outbox.waiting())


def test_a_chat_that_has_moved_is_found_by_its_old_id_also_after_another_move(unit: SqlUnit) -> None:
    assert unit.chats.present(DESK) == DESK
    assert unit.chats.move(DESK, NEW) is not None
    assert unit.chats.present(DESK) == NEW
    assert unit.chats.move(NEW, ELSEWHERE) is not None
    assert unit.chats.present(DESK) == ELSEWHERE
    assert unit.chats.present(NEW) == ELSEWHERE


def test_a_move_that_is_known_is_no_news_but_takes_along_what_came_since(unit: SqlUnit) -> None:
    unit.chats.move(DESK, NEW)
    late = ticket(unit)
    assert unit.chats.move(DESK, NEW) is None
    assert unit.tickets.get(late.number).chat_id == NEW


def test_a_trouble_is_news_once_for_each_reason(unit: SqlUnit) -> None:
    assert unit.chats.begin_trouble(DESK, "kicked")
    assert not unit.chats.begin_trouble(DESK, "kicked")
    assert unit.chats.begin_trouble(DESK, "rights")
    assert unit.chats.trouble(DESK) == "rights"
    assert unit.chats.in_trouble() == [DESK]
    assert unit.chats.end_trouble(DESK)
    assert not unit.chats.end_trouble(DESK)
    assert unit.chats.trouble(DESK) is None
