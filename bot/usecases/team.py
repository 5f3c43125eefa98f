"""Who works in which service: joining, leaving, and the list of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.assignment import Colleague
from bot.domain.errors import NoSuchService, NotInService, ServiceElsewhere, StaffOnly
from bot.domain.people import Actor, Standing
from bot.domain.statements import Notice, Thread
from bot.domain.team import Absence, Service
from bot.ports import UnitOfWork
from bot.usecases.assign import roster_of
from bot.usecases.outcome import serve_queues

MOST_NAMED = 20
Line = tuple[str, dict[str, Any]]


def join(uow: UnitOfWork, actor: Actor, where: Thread, wanted: str, reply_to: int) -> None:
    service = _service(uow, actor, where, wanted)
    uow.team.join(service.key, actor.id)
    _say_services(uow, actor, where, "team-joined", service, reply_to)
    uow.afterwards(serve_queues)


def leave(uow: UnitOfWork, actor: Actor, where: Thread, wanted: str, reply_to: int) -> None:
    service = _service(uow, actor, where, wanted)
    if not uow.team.leave(service.key, actor.id):
        raise NotInService(name=service.name(uow.rules.staff_language))
    _say_services(uow, actor, where, "team-left", service, reply_to)


def team(uow: UnitOfWork, actor: Actor, where: Thread) -> None:
    """All services of the desk, each with its members: how many tickets are in their hands, whether they are there."""
    staff_only(uow, actor, where)
    absences = uow.presence.absences()
    lines: list[Line] = []
    for service in uow.rules.services.values():
        lines.append(("team-service", {"service": service.name(uow.rules.staff_language)}))
        lines.extend(_members(roster_of(uow, service).members, absences))
    uow.speech.say(where, Notice("team", {"lines": lines}))


def staff_only(uow: UnitOfWork, actor: Actor, where: Thread) -> None:
    """For a present member of that group, who is known by name from now on."""
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    uow.members.seen(where.chat_id, actor, actor.standing)


def _service(uow: UnitOfWork, actor: Actor, where: Thread, wanted: str) -> Service:
    """One of this group, by its key or its name."""
    staff_only(uow, actor, where)
    meant = [service for service in uow.rules.services.values() if service.called(wanted.strip())]
    here = next((service for service in meant if service.chat_id == where.chat_id), None)
    if here is not None:
        return here
    if meant:
        raise ServiceElsewhere(name=meant[0].name(uow.rules.staff_language))
    raise NoSuchService(services=", ".join(service.key for service in uow.rules.services_in(where.chat_id)))


def _say_services(uow: UnitOfWork, actor: Actor, where: Thread, key: str, service: Service, reply_to: int) -> None:
    language = uow.rules.staff_language
    joined = set(uow.team.services_of(actor.id))
    names = [one.name(language) for one in uow.rules.services.values() if one.key in joined]
    values = {"service": service.name(language), "count": len(names), "services": ", ".join(names)}
    uow.speech.say(where, Notice(key, values, reply_to=reply_to))


def _members(people: Sequence[Colleague], absences: Mapping[int, Absence]) -> list[Line]:
    if not people:
        return [("team-nobody", {})]
    lines = [_member(one, absences.get(one.person.id)) for one in people[:MOST_NAMED]]
    more = len(people) - MOST_NAMED
    return [*lines, ("team-more", {"count": more})] if more > 0 else lines


def _member(one: Colleague, absence: Absence | None) -> Line:
    values = {"name": one.person.name, "count": one.active}
    if absence is None:
        return "team-member", values
    if absence.until is None:
        return "team-member-away", values
    return "team-member-away-until", {**values, "until": absence.until}
