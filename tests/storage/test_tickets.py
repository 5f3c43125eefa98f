from __future__ import annotations

from dataclasses import fields, replace
from sqlite3 import IntegrityError

import pytest

from bot.domain.content import Content, ContentKind
from bot.domain.errors import DraftIncomplete, NoSuchTicket
from bot.domain.intake import Draft, Step
from bot.domain.lifecycle import Cause, Closing, Status
from bot.domain.period import Period
from bot.domain.ticket import Kind, Ticket
from bot.ports import VersionConflict
from storage.tables import tickets
from storage.unit_of_work import SqlUnit
from tests.storage.builders import (
    ANNA,
    BORIS,
    DESK,
    LATER,
    NOW,
    SUPPORT,
    filled_draft,
    text,
    ticket,
    with_piece,
    written,
)


def test_the_table_has_the_fields_of_a_ticket_and_what_promises_are_found_by() -> None:
    assert set(tickets.columns.keys()) == {field.name for field in fields(Ticket)} | {"promised", "due_at"}


def test_a_new_draft_is_empty(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    started = unit.drafts.start(ANNA.id, NOW)
    assert started == Draft(started.id, ANNA.id, NOW)
    assert unit.drafts.of(ANNA.id) == started
    assert unit.drafts.of(BORIS.id) is None


def test_a_draft_is_kept_with_everything_in_it(unit: SqlUnit) -> None:
    draft = with_piece(unit, filled_draft(unit), 5, text())
    draft = replace(draft, period=Period(NOW, LATER), own_subject="Payments", version=7)
    unit.drafts.save(draft, LATER)
    assert unit.drafts.of(ANNA.id) == draft


def test_a_customer_has_one_draft(unit: SqlUnit) -> None:
    filled_draft(unit)
    with pytest.raises(IntegrityError):
        unit.drafts.start(ANNA.id, NOW)


def test_a_discarded_draft_takes_its_messages_along(unit: SqlUnit) -> None:
    held = written(unit, 4)
    draft = with_piece(unit, filled_draft(unit), 5, text())
    unit.drafts.discard(draft)
    assert unit.drafts.of(ANNA.id) is None
    assert unit.messages.written(ANNA.id, 5) is None
    assert [message.id for message in unit.messages.held(ANNA.id)] == [held]


def test_a_draft_id_is_never_used_again(unit: SqlUnit) -> None:
    draft = filled_draft(unit)
    unit.drafts.discard(draft)
    assert filled_draft(unit).id > draft.id


def test_a_ticket_takes_over_what_the_draft_says(unit: SqlUnit) -> None:
    period = Period(NOW, LATER)
    draft = with_piece(unit, filled_draft(unit, kind=Kind.STOPPED), 5, text("Nothing works\nsince noon"))
    draft = replace(draft, component="pay", period=period, no_log=True)
    made = unit.tickets.add(draft, SUPPORT, LATER)
    assert made == Ticket(
        made.number, ANNA.id, DESK, Kind.STOPPED, "Nothing works", "Nothing works\nsince noon", LATER, draft.id,
        Status.RECEIVED, "PROD", "pay", period, no_log=True, since=LATER,
    )  # fmt: skip
    assert unit.tickets.get(made.number) == made
    assert unit.tickets.of_draft(draft.id) == made
    assert unit.drafts.of(ANNA.id) is None


def test_the_drafts_messages_become_the_tickets(unit: SqlUnit) -> None:
    draft = with_piece(unit, filled_draft(unit), 5, text())
    held, dropped = written(unit, 6), written(unit, 7, draft=draft.id)
    made = unit.tickets.add(draft, SUPPORT, NOW)
    message = unit.messages.get(draft.pieces[0].message)
    assert (message.ticket, message.draft) == (made.number, None)
    assert [kept.id for kept in unit.messages.held(ANNA.id)] == [held]
    assert unit.messages.find(dropped) is None, "the customer had taken it out of the request"


def test_a_ticket_without_messages_is_possible(unit: SqlUnit) -> None:
    assert ticket(unit).description == ""


def test_a_draft_without_a_kind_makes_no_ticket(unit: SqlUnit) -> None:
    unit.people.meet(ANNA)
    with pytest.raises(DraftIncomplete):
        unit.tickets.add(unit.drafts.start(ANNA.id, NOW), SUPPORT, NOW)


def test_one_draft_makes_one_ticket(unit: SqlUnit) -> None:
    draft = filled_draft(unit)
    unit.tickets.add(draft, SUPPORT, NOW)
    with pytest.raises(IntegrityError):
        unit.tickets.add(draft, SUPPORT, NOW)


def test_an_unknown_number_is_refused_by_name(unit: SqlUnit) -> None:
    with pytest.raises(NoSuchTicket):
        unit.tickets.get(17)
    assert unit.tickets.of_draft(17) is None


def test_a_save_keeps_every_field(unit: SqlUnit) -> None:
    changed = replace(
        ticket(unit), kind=Kind.QUESTION, subject="S", description="D", status=Status.CLOSED, stand="TEST",
        component="C", period=Period(ongoing=True), no_log=True, executor_id=12, executor_name="Борис",
        closing=Closing.CONFIRMED, cause=Cause.OTHER, rating=4, disagreements=2, closed_at=LATER, turn=3,
    )  # fmt: skip
    unit.tickets.save(changed)
    assert unit.tickets.get(changed.number) == replace(changed, version=1)


def test_who_saves_second_is_told(unit: SqlUnit) -> None:
    seen = ticket(unit)
    unit.tickets.save(replace(seen, subject="first"))
    with pytest.raises(VersionConflict):
        unit.tickets.save(replace(seen, subject="second"))
    assert unit.tickets.get(seen.number).subject == "first"


def test_the_topic_and_the_last_reply_do_not_depend_on_who_saves_when(unit: SqlUnit) -> None:
    seen = ticket(unit)
    unit.tickets.in_place(seen.number, 77)
    unit.tickets.replied(seen.number, 5, LATER)
    unit.tickets.save(replace(seen, subject="moved"))
    kept = unit.tickets.get(seen.number)
    assert (kept.topic_id, kept.last_reply, kept.replied_at, kept.subject) == (77, 5, LATER, "moved")
    unit.tickets.in_place(seen.number, None)
    assert unit.tickets.get(seen.number).topic_id is None


def test_a_ticket_is_found_by_its_topic(unit: SqlUnit) -> None:
    made = ticket(unit)
    unit.tickets.in_place(made.number, 77)
    found = unit.tickets.in_topic(DESK, 77)
    assert found is not None
    assert found.number == made.number
    assert unit.tickets.in_topic(DESK - 1, 77) is None
    assert unit.tickets.in_topic(DESK, 78) is None


def test_a_found_topic_is_adopted_only_by_a_ticket_of_that_chat_without_one(unit: SqlUnit) -> None:
    number = ticket(unit).number
    unit.tickets.adopt_topic(DESK - 1, number, 77)
    unit.tickets.adopt_topic(DESK, number + 1, 77)
    assert unit.tickets.get(number).topic_id is None
    unit.tickets.adopt_topic(DESK, number, 77)
    unit.tickets.adopt_topic(DESK, number, 78)
    assert unit.tickets.get(number).topic_id == 77


def test_two_tickets_cannot_share_a_topic(unit: SqlUnit) -> None:
    first, second = ticket(unit), ticket(unit)
    unit.tickets.in_place(first.number, 77)
    with pytest.raises(IntegrityError):
        unit.tickets.in_place(second.number, 77)


def test_open_tickets_come_in_ascending_number_and_closed_ones_do_not(unit: SqlUnit) -> None:
    one, two, three = ticket(unit), ticket(unit), ticket(unit)
    ticket(unit, BORIS)
    unit.tickets.save(replace(two, status=Status.CLOSED))
    assert [found.number for found in unit.tickets.open_of(ANNA.id)] == [one.number, three.number]


def test_an_executors_open_tickets_are_known(unit: SqlUnit) -> None:
    one, two, _ = ticket(unit), ticket(unit), ticket(unit)
    unit.tickets.save(replace(one, executor_id=12, status=Status.IN_PROGRESS))
    unit.tickets.save(replace(two, executor_id=12, status=Status.CLOSED))
    assert [found.number for found in unit.tickets.open_with(12)] == [one.number]


def test_a_log_of_the_draft_becomes_the_tickets(unit: SqlUnit) -> None:
    draft = replace(filled_draft(unit), step=Step.LOG)
    draft = with_piece(unit, draft, 5, Content(ContentKind.DOCUMENT, file_id="F", file_name="app.log"))
    made = unit.tickets.add(draft, SUPPORT, NOW)
    assert unit.messages.get(draft.pieces[0].message).ticket == made.number
