"""What assignment asks of the database: hands, turns, the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.lifecycle import Status
from bot.domain.people import Standing
from bot.domain.statements import Notice, Thread
from bot.domain.team import Service
from bot.domain.ticket import Kind, Ticket
from bot.ports import Tickets
from bot.usecases.left_behind import pass_on
from storage.repositories.tickets import QUEUED_AT_ONCE
from storage.unit_of_work import SqlUnit
from tests.storage.builders import ANNA, BORIS, DESK, NOW, SUPPORT, filled_draft

WEB = Service("web", {}, DESK)


def file(unit: SqlUnit, kind: Kind = Kind.WRONG, service: Service = SUPPORT, minutes: int = 0) -> Ticket:
    return unit.tickets.add(filled_draft(unit, kind=kind), service, NOW + timedelta(minutes=minutes))


def stand(tickets: Tickets, ticket: Ticket, status: Status, executor: int | None = None) -> None:
    tickets.save(replace(ticket, status=status, executor_id=executor))


def numbers(unit: SqlUnit, service: Service = SUPPORT, skipped: int = 0) -> list[int]:
    return [ticket.number for ticket in unit.tickets.queue_of(service.key, skipped)]


@pytest.mark.parametrize("status", Status)
def test_only_what_somebody_works_on_is_in_their_hands(unit: SqlUnit, status: Status) -> None:
    stand(unit.tickets, file(unit), status, BORIS.id)
    active = status in {Status.ASSIGNED, Status.IN_PROGRESS, Status.TRANSFERRED}
    assert unit.tickets.active_with([ANNA.id, BORIS.id]) == ({BORIS.id: 1} if active else {})
    assert unit.tickets.active_with([ANNA.id]) == {}


def test_the_queue_begins_with_stopped_work_then_the_oldest(unit: SqlUnit) -> None:
    later, sooner = file(unit, minutes=5), file(unit, minutes=1)
    stopped, web = file(unit, Kind.STOPPED, minutes=9), file(unit, service=WEB)
    stand(unit.tickets, file(unit), Status.ASSIGNED, BORIS.id)
    assert numbers(unit) == [stopped.number, sooner.number, later.number]
    assert numbers(unit, skipped=2) == [later.number]
    assert numbers(unit, WEB) == [web.number]


def test_a_long_queue_comes_piece_by_piece(unit: SqlUnit) -> None:
    filed = [file(unit).number for _ in range(QUEUED_AT_ONCE + 3)]
    assert numbers(unit) == filed[:QUEUED_AT_ONCE]
    assert numbers(unit, skipped=QUEUED_AT_ONCE) == filed[QUEUED_AT_ONCE:]


def test_a_service_in_which_nothing_waits_is_not_named(unit: SqlUnit) -> None:
    file(unit, service=WEB)
    stand(unit.tickets, file(unit), Status.IN_PROGRESS, BORIS.id)
    assert unit.tickets.queued_in(["support", "web"]) == ["web"]
    assert unit.tickets.queued_in(["support"]) == []


def test_of_a_ticket_that_waits_the_leads_are_told_once_as_long_as_it_waits(unit: SqlUnit) -> None:
    one, other = file(unit), file(unit)
    stand(unit.tickets, other, Status.ASSIGNED, BORIS.id)
    file(unit, service=WEB)
    assert unit.tickets.stranded_in("support") == [one.number]
    assert unit.tickets.stranded_in("support") == []
    stand(unit.tickets, unit.tickets.get(other.number), Status.RECEIVED)
    assert unit.tickets.stranded_in("support") == [other.number]


def test_of_who_leaves_a_group_only_its_tickets_are_named_there(unit: SqlUnit) -> None:
    here, there = file(unit), file(unit, service=Service("far", {}, DESK - 1))
    for ticket in (here, there):
        stand(unit.tickets, ticket, Status.IN_PROGRESS, BORIS.id)
    pass_on(unit, BORIS, DESK, "staff-executor-left")
    (row,) = unit.outgoing.queued().rows
    assert row.to == Thread(DESK, None)
    assert isinstance(row.payload, Notice)
    assert row.payload.values["numbers"] == [here.number]


def test_turns_are_kept_by_service(unit: SqlUnit) -> None:
    for person in (ANNA, BORIS):
        unit.members.seen(DESK, person, Standing.MEMBER)
    unit.team.had_turn("web", ANNA.id, 1)
    unit.team.had_turn("web", BORIS.id, 2)
    unit.team.had_turn("web", ANNA.id, 3)
    unit.team.had_turn("support", BORIS.id, 1)
    assert unit.team.turns("web") == {ANNA.id: 3, BORIS.id: 2}
    assert unit.team.turns("support") == {BORIS.id: 1}
