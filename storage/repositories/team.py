"""Who works in which service, and who is away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from bot.domain.people import Person
from bot.domain.team import Absence, Service
from storage.pen import Pen
from storage.repositories.people import PRESENT
from storage.tables import absences, people, service_members, turns

SERVICE = service_members.c.service == bindparam("of_service")
JOINED = (service_members.c.person_id == people.c.id) & SERVICE
WORKING = PRESENT.join(service_members, JOINED)
JOIN = insert(service_members).on_conflict_do_nothing()
THIS_PERSON = service_members.c.person_id == bindparam("person")
LEAVE = delete(service_members).where(SERVICE, THIS_PERSON)
SERVICES = select(service_members.c.service).where(THIS_PERSON).order_by(service_members.c.service)
TURNS = select(turns.c.person_id, turns.c.turn).where(turns.c.service == bindparam("of_service"))

_turn = insert(turns)
HAD_TURN = _turn.on_conflict_do_update(
    index_elements=[turns.c.service, turns.c.person_id], set_={"turn": _turn.excluded.turn}
)
_away = insert(absences)
AWAY = _away.on_conflict_do_update(
    index_elements=[absences.c.person_id], set_={"since": _away.excluded.since, "until": _away.excluded.until}
)
HERE = delete(absences).where(absences.c.person_id == bindparam("person"))
NOW = bindparam("now", type_=absences.c.until.type)
ABSENT = select(absences.c.person_id, absences.c.until).where(or_(absences.c.until.is_(None), absences.c.until > NOW))


class SqlTeam:
    def __init__(self, pen: Pen, now: datetime) -> None:
        self._pen, self._now = pen, now

    def join(self, service: str, person_id: int) -> bool:
        row = {"service": service, "person_id": person_id, "joined_at": self._now}
        return self._pen.execute(JOIN, row).changed > 0

    def leave(self, service: str, person_id: int) -> bool:
        return self._pen.execute(LEAVE, {"of_service": service, "person": person_id}).changed > 0

    def members_of(self, service: Service) -> Sequence[Person]:
        wanted = {"of_service": service.key, "chat": service.chat_id}
        rows = self._pen.execute(WORKING, wanted) or self._pen.execute(PRESENT, {"chat": service.chat_id})
        return [Person(*row) for row in rows]

    def services_of(self, person_id: int) -> Sequence[str]:
        return self._pen.execute(SERVICES, {"person": person_id}).values()

    def turns(self, service: str) -> dict[int, int]:
        return dict(self._pen.execute(TURNS, {"of_service": service}))

    def had_turn(self, service: str, person_id: int, turn: int) -> None:
        self._pen.execute(HAD_TURN, {"service": service, "person_id": person_id, "turn": turn})


class SqlPresence:
    def __init__(self, pen: Pen, now: datetime) -> None:
        self._pen, self._now = pen, now

    def away(self, person_id: int, until: datetime | None) -> None:
        self._pen.execute(AWAY, {"person_id": person_id, "since": self._now, "until": until})

    def here(self, person_id: int) -> bool:
        return self._pen.execute(HERE, {"person": person_id}).changed > 0

    def absences(self) -> dict[int, Absence]:
        return {person: Absence(until) for person, until in self._pen.execute(ABSENT, {"now": self._now})}
