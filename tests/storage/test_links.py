"""What tickets have to do with each other, and with what came before them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.content import Side
from bot.domain.lifecycle import Closing, Status
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, NOW, RULES, filled_draft, ticket, written


def test_a_link_is_there_once_and_from_both_sides(unit: SqlUnit) -> None:
    one, two, three = ticket(unit), ticket(unit, BORIS), ticket(unit)
    assert unit.links.add(two.number, one.number)
    assert not unit.links.add(one.number, two.number)
    assert unit.links.add(two.number, three.number)
    assert unit.links.of(one.number) == [two]
    assert unit.links.of(two.number) == [one, three]
    assert unit.links.remove(one.number, two.number)
    assert not unit.links.remove(two.number, one.number)
    assert unit.links.of(one.number) == []


def test_the_ticket_closed_last_is_found_unless_it_goes_on_in_another_one_or_is_long_closed(unit: SqlUnit) -> None:
    def closed(hours: int, closing: Closing = Closing.CONFIRMED) -> int:
        made = ticket(unit)
        at = NOW - timedelta(hours=hours)
        unit.tickets.save(replace(made, status=Status.CLOSED, closing=closing, closed_at=at))
        return made.number

    ticket(unit)
    closed(9)
    last = closed(5)
    closed(1, Closing.MERGED)
    found = unit.tickets.last_closed(ANNA.id, NOW - timedelta(hours=8))
    assert found is not None
    assert found.number == last
    assert unit.tickets.last_closed(ANNA.id, NOW - timedelta(hours=4)) is None
    assert unit.tickets.last_closed(BORIS.id, NOW - timedelta(hours=8)) is None


def test_a_conversation_is_all_that_was_written_about_a_ticket(unit: SqlUnit) -> None:
    one, two = ticket(unit), ticket(unit)
    said = [written(unit, 7, ticket=one.number), written(unit, 9, BORIS, Side.NOTE, ticket=one.number)]
    written(unit, 8, ticket=two.number)
    assert [message.id for message in unit.messages.conversation(one.number)] == said


def test_what_a_ticket_follows_and_who_filed_it_is_kept(unit: SqlUnit) -> None:
    draft = replace(filled_draft(unit), follow_up_of=1)
    made = unit.tickets.add(draft, RULES.default_service, NOW, filed_by="Olga")
    assert (made.follow_up_of, made.filed_by) == (1, "Olga")
    assert unit.tickets.get(made.number) == made


def test_somebody_is_found_by_a_username_that_one_person_has(unit: SqlUnit) -> None:
    anna = unit.people.meet(ANNA)
    assert unit.people.called("ANNA") == anna
    assert unit.people.called("nobody") is None
    unit.people.meet(replace(BORIS, username="Anna"))
    assert unit.people.called("anna") is None, "nobody is chosen by chance"
