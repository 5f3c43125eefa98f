from __future__ import annotations

from dataclasses import fields

import pytest

from bot.domain.content import Content, ContentKind, Message, Place, Side
from bot.domain.facts import Who
from bot.ports import Prompt, Purpose, WrittenBefore
from storage.tables import messages, places
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, DESK, LATER, NOW, filled_draft, incoming, text, ticket, written

PHOTO = Content(
    ContentKind.PHOTO, "Снимок", ({"type": "bold", "offset": 0, "length": 2},), "FILE", "a.png", {"spoiler": True}
)


def test_the_tables_have_the_fields_of_what_they_keep() -> None:
    assert set(messages.columns.keys()) == {field.name for field in fields(Message)}
    assert set(places.columns.keys()) == {field.name for field in fields(Place)}


def test_a_message_is_kept_as_it_came(unit: SqlUnit) -> None:
    number = ticket(unit).number
    came = incoming(5, content=PHOTO, album="A", reply_to=3, quote="why")
    kept = unit.messages.add(came, ANNA, Side.CUSTOMER, LATER, ticket=number, reply_to=1)
    assert kept == Message(
        kept.id, ANNA.id, Side.CUSTOMER, ANNA.id, 5, PHOTO, LATER, number, None, "A", reply_to=1, quote="why"
    )
    assert unit.messages.get(kept.id) == unit.messages.find(kept.id) == unit.messages.written(ANNA.id, 5) == kept


def test_what_was_never_written_is_not_found(unit: SqlUnit) -> None:
    assert unit.messages.written(ANNA.id, 5) is None
    assert unit.messages.place(ANNA.id, 5) is None
    assert unit.messages.find(5) is None


def test_one_message_is_stored_once(unit: SqlUnit) -> None:
    written(unit, 5)
    with pytest.raises(WrittenBefore):
        written(unit, 5)


def test_a_message_stands_where_it_was_written(unit: SqlUnit) -> None:
    number = ticket(unit).number
    message = written(unit, 5, ticket=number)
    assert unit.messages.place(ANNA.id, 5) == Place(ANNA.id, 5, number, message, NOW)


def test_a_copy_stands_where_the_bot_put_it_until_it_is_gone(unit: SqlUnit) -> None:
    number = ticket(unit).number
    message = written(unit, 5, ticket=number)
    first, second = Place(DESK, 80, number, message, LATER), Place(DESK, 81, number, message, LATER)
    unit.messages.shown(second)
    unit.messages.shown(first)
    unit.messages.shown(Place(DESK, 82, number, None, LATER))
    assert unit.messages.place(DESK, 80) == first
    assert unit.messages.copies(message) == [first, second]
    unit.messages.gone(first)
    assert unit.messages.place(DESK, 80) is None
    assert unit.messages.copies(message) == [second]


def test_several_texts_may_stand_at_one_place_until_it_is_gone(unit: SqlUnit) -> None:
    number = ticket(unit).number
    first, second, alone = (written(unit, at, ticket=number) for at in (5, 6, 7))
    shared, single = Place(DESK, 80, number, first, LATER), Place(DESK, 81, number, alone, LATER)
    unit.messages.shown(shared, [second, first])
    unit.messages.shown(single)
    assert [message.id for message in unit.messages.joined(shared)] == [second, first]
    assert unit.messages.joined(single) == []
    assert unit.messages.copies(first) == unit.messages.copies(second) == [shared]
    assert unit.messages.copies(alone) == [single]
    own = Place(DESK, 82, number, second, LATER)
    unit.messages.shown(own)
    assert unit.messages.copies(second) == [shared, own]
    unit.messages.gone(shared)
    assert (unit.messages.copies(first), unit.messages.copies(second)) == ([], [own])
    assert unit.messages.joined(shared) == []


def test_a_notice_stands_somewhere_without_a_source(unit: SqlUnit) -> None:
    notice = Place(ANNA.id, 6, None, None, NOW)
    unit.messages.shown(notice)
    assert unit.messages.place(ANNA.id, 6) == notice
    assert unit.messages.written(ANNA.id, 6) is None


def test_what_replaces_something_stands_in_its_place(unit: SqlUnit) -> None:
    number = ticket(unit).number
    unit.messages.shown(Place(ANNA.id, 6, None, None, NOW))
    unit.messages.shown(Place(ANNA.id, 6, number, None, LATER))
    assert unit.messages.place(ANNA.id, 6) == Place(ANNA.id, 6, number, None, LATER)


def test_an_edit_changes_the_content_only(unit: SqlUnit) -> None:
    one, other = written(unit, 5), written(unit, 6)
    unit.messages.amend(one, PHOTO)
    unit.messages.become(one, Side.NOTE)
    changed = unit.messages.get(one)
    assert (changed.content, changed.side, changed.message_id) == (PHOTO, Side.NOTE, 5)
    untouched = unit.messages.get(other)
    assert (untouched.content, untouched.side) == (text(), Side.CUSTOMER)


def test_a_message_without_ticket_and_draft_is_held(unit: SqlUnit) -> None:
    number, draft = ticket(unit).number, filled_draft(unit).id
    first, second = written(unit, 5), written(unit, 6)
    written(unit, 7, ticket=number)
    written(unit, 8, draft=draft)
    written(unit, 9, BORIS)
    assert [message.id for message in unit.messages.held(ANNA.id)] == [first, second]


def test_held_messages_find_their_ticket_or_draft(unit: SqlUnit) -> None:
    number, draft = ticket(unit).number, filled_draft(unit).id
    first, second, third = written(unit, 5), written(unit, 6), written(unit, 7)
    unit.messages.file([first, second], ticket=number)
    unit.messages.file([third], draft=draft)
    assert [unit.messages.get(message).ticket for message in (first, second, third)] == [number, number, None]
    assert unit.messages.get(third).draft == draft
    assert unit.messages.held(ANNA.id) == []


def test_filing_nothing_changes_nothing(unit: SqlUnit) -> None:
    held = written(unit, 5)
    unit.messages.file([], ticket=ticket(unit).number)
    assert [message.id for message in unit.messages.held(ANNA.id)] == [held]


def test_of_an_album_only_what_has_no_copy_yet_is_to_be_said(unit: SqlUnit) -> None:
    number, other = ticket(unit).number, ticket(unit).number
    said, first, second = (written(unit, at, ticket=number, album="A") for at in (5, 6, 7))
    written(unit, 8, ticket=other, album="A")
    written(unit, 9, ticket=number, album="B")
    unit.messages.shown(Place(DESK, 80, number, said, NOW))
    assert [message.id for message in unit.messages.album(number, "A", DESK)] == [first, second]


def test_a_note_is_never_part_of_an_album_that_is_to_be_said(unit: SqlUnit) -> None:
    number = ticket(unit).number
    reply = written(unit, 5, BORIS, Side.REPLY, chat_id=DESK, ticket=number, album="A")
    written(unit, 6, BORIS, Side.NOTE, chat_id=DESK, ticket=number, album="A")
    assert [message.id for message in unit.messages.album(number, "A", ANNA.id)] == [reply]
    assert [message.side for message in unit.messages.parts(number, "A")] == [Side.REPLY, Side.NOTE]


def prompt(number: int, purpose: Purpose = Purpose.RATING, person: Who | None = None, chat: int = DESK) -> Prompt:
    return Prompt(chat, person.id if person else ANNA.id, number, purpose, {"cause": "other"}, 3)


def test_a_question_waits_until_it_is_answered(unit: SqlUnit) -> None:
    asked = prompt(ticket(unit).number)
    unit.prompts.ask(asked)
    assert unit.prompts.pending(DESK, ANNA.id) == asked
    unit.prompts.answered(asked)
    assert unit.prompts.pending(DESK, ANNA.id) is None


def test_the_newest_question_is_the_one_that_waits(unit: SqlUnit) -> None:
    one, two = prompt(ticket(unit).number), prompt(ticket(unit).number)
    unit.prompts.ask(one)
    unit.prompts.ask(two)
    assert unit.prompts.pending(DESK, ANNA.id) == two
    assert unit.prompts.pending(DESK, ANNA.id, one.number) == one
    unit.prompts.ask(one)
    assert unit.prompts.pending(DESK, ANNA.id) == one


def test_a_new_question_about_a_ticket_replaces_the_old_one(unit: SqlUnit) -> None:
    number = ticket(unit).number
    unit.prompts.ask(prompt(number))
    unit.prompts.ask(prompt(number, Purpose.DISAGREEING))
    unit.prompts.answered(prompt(number))
    assert unit.prompts.pending(DESK, ANNA.id) is None


def test_a_question_is_put_to_one_person_in_one_place(unit: SqlUnit) -> None:
    unit.prompts.ask(prompt(ticket(unit).number))
    assert unit.prompts.pending(DESK, BORIS.id) is None
    assert unit.prompts.pending(ANNA.id, ANNA.id) is None
