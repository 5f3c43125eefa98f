from __future__ import annotations

from dataclasses import fields, replace

import pytest
from sqlalchemy import Connection, update

from bot.domain.statements import AlbumRelay, CardView, Notice, Private, Relay, TicketTopic, TopicView, View
from bot.ports import Row, RowState, Shown
from storage.repositories.outbox import ROW
from storage.tables import outbox
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, DESK, LATER, NOW, RULES

TOPIC = TicketTopic(DESK, 17)
CHAT = Private(ANNA.id)


def said(unit: SqlUnit) -> Row:
    unit.speech.say(CHAT, Notice("welcome"))
    return unit.outbox.waiting()[-1]


def test_a_row_is_read_field_by_field() -> None:
    assert [column.name for column in ROW] == [field.name for field in fields(Row)]


def test_a_former_process_leaves_its_rows_in_doubt(unit: SqlUnit) -> None:
    row = said(unit)
    assert unit.outbox.sending([row.id]) == [row.id]
    assert unit.outbox.waiting() == [replace(row, in_doubt=True)]


def test_only_what_is_still_there_is_sent(unit: SqlUnit) -> None:
    kept, cancelled, dead = said(unit), said(unit), said(unit)
    unit.outbox.sent(cancelled.id)
    unit.outbox.dead(dead.id, "blocked")
    assert unit.outbox.unsent([kept.id, cancelled.id, dead.id]) == [kept.id]
    assert unit.outbox.sending([kept.id, cancelled.id, dead.id]) == [kept.id]
    assert unit.outbox.unsent([kept.id]) == [kept.id], "one in doubt is said again"


def test_what_is_sent_is_gone(unit: SqlUnit) -> None:
    row, other = said(unit), said(unit)
    unit.outbox.sent(row.id)
    assert unit.outbox.waiting() == [other]


def test_what_is_dead_is_not_sent_again(unit: SqlUnit) -> None:
    unit.outbox.dead(said(unit).id, "chat not found")
    assert unit.outbox.waiting() == []


def test_a_failed_row_waits_at_its_place(unit: SqlUnit) -> None:
    row, other = said(unit), said(unit)
    unit.outbox.sending([row.id])
    unit.outbox.again(row.id, LATER)
    assert unit.outbox.waiting() == [replace(row, not_before=LATER, attempts=1), other]


def test_a_row_goes_on_with_its_next_part(unit: SqlUnit) -> None:
    row = said(unit)
    unit.outbox.sending([row.id])
    unit.outbox.again(row.id, LATER)
    unit.outbox.advance(row.id)
    assert unit.outbox.waiting() == [replace(row, part=1)]


def test_an_id_is_never_used_again(unit: SqlUnit) -> None:
    row = said(unit)
    unit.outbox.sent(row.id)
    assert said(unit).id > row.id


@pytest.fixture
def later_unit(unit: SqlUnit, connection: Connection) -> SqlUnit:
    return SqlUnit(connection, LATER, RULES)


def fail_while_a_newer_one_waits(unit: SqlUnit, later_unit: SqlUnit, view: View) -> tuple[Row, Row]:
    unit.speech.show(TOPIC, view)
    old = unit.outbox.waiting()[0]
    unit.outbox.sending([old.id])
    unit.speech.show(TOPIC, view)
    new = unit.outbox.waiting()[1]
    later_unit.outbox.again(old.id, LATER)
    return old, new


def test_a_failed_first_showing_keeps_its_place_before_a_newer_one(unit: SqlUnit, later_unit: SqlUnit) -> None:
    old, new = fail_while_a_newer_one_waits(unit, later_unit, TopicView(17))
    assert [row.id for row in unit.outbox.waiting()] == [old.id]
    assert later_unit.outgoing.queued().replaced == (new.id,)


def test_a_failed_change_gives_way_to_a_newer_one(unit: SqlUnit, later_unit: SqlUnit) -> None:
    unit.speech.show(TOPIC, CardView(17))
    unit.outbox.put(CardView(17), Shown(DESK, 80, "digest", NOW))
    unit.outbox.sent(unit.outbox.waiting()[0].id)
    old, new = fail_while_a_newer_one_waits(unit, later_unit, CardView(17))
    assert unit.outbox.waiting() == [new]
    assert later_unit.outgoing.queued().replaced == (old.id,)


def test_a_failed_album_takes_its_late_parts_along(unit: SqlUnit, later_unit: SqlUnit) -> None:
    unit.speech.say(TOPIC, AlbumRelay("A", 17))
    old = unit.outbox.waiting()[0]
    unit.outbox.sending([old.id])
    unit.speech.say(TOPIC, AlbumRelay("A", 17))
    later_unit.outbox.again(old.id, LATER)
    assert [row.id for row in unit.outbox.waiting()] == [old.id]


def test_a_view_is_put_on_the_screen_again_and_again(unit: SqlUnit) -> None:
    unit.speech.show(TOPIC, CardView(17))
    for shown in (Shown(DESK, 80, "one", NOW), Shown(DESK, 81, "two", LATER)):
        unit.outbox.put(CardView(17), shown)
        assert unit.speech.shown(CardView(17)) == shown


def test_statements_do_not_disturb_each_other(unit: SqlUnit) -> None:
    unit.speech.say(CHAT, Relay(5))
    old = unit.outbox.waiting()[0]
    unit.outbox.sending([old.id])
    unit.speech.say(CHAT, Relay(5))
    unit.outbox.again(old.id, None)
    assert len(unit.outbox.waiting()) == 2


def test_a_row_is_the_first_of_its_line_when_nothing_before_it_is_to_be_sent(unit: SqlUnit) -> None:
    one, two = said(unit), said(unit)
    assert (unit.outbox.first(one), unit.outbox.first(two)) == (True, False)
    unit.outbox.sending([one.id])
    assert not unit.outbox.first(two), "it is on its way"
    unit.outbox.dead(one.id, "chat not found")
    assert unit.outbox.first(two)


def asked_for(unit: SqlUnit, row: Row) -> None:
    unit.outbox.dead(row.id, "chat not found")
    unit.connection.execute(update(outbox).where(outbox.c.id == row.id).values(state=RowState.AGAIN))


def test_what_is_asked_for_once_more_waits_like_new(unit: SqlUnit) -> None:
    row, other = said(unit), said(unit)
    unit.outbox.again(row.id, LATER)
    asked_for(unit, row)
    unit.outgoing.rows.clear()
    assert unit.outbox.waiting() == [other]
    assert unit.outbox.revive() == [row]
    assert unit.outbox.waiting() == [row, other]
    assert unit.outgoing.queued().rows == (row,)


def test_what_a_newer_row_says_already_is_not_said_once_more(unit: SqlUnit) -> None:
    unit.speech.show(TOPIC, CardView(17))
    asked_for(unit, unit.outbox.waiting()[-1])
    unit.speech.show(TOPIC, CardView(17))
    (newer,) = unit.outbox.waiting()
    assert unit.outbox.revive() == []
    assert unit.outbox.waiting() == [newer]
