"""People, and which of them are staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, bindparam, case, func, select, update
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.sqlite import insert

from bot.domain.people import Actor, Person, Standing
from storage.pen import Pen
from storage.tables import members, people

PERSON = (
    people.c.id,
    people.c.name,
    people.c.username,
    func.coalesce(people.c.chosen, people.c.spoken).label("language"),
    people.c.zone,
    people.c.reachable,
    people.c.last_message_id,
    people.c.ticket_spoke_id,
    people.c.unreachable_since,
)


def _newest(column: Column[int], candidate: ColumnElement[int]) -> ColumnElement[int]:
    return case((column < candidate, candidate), else_=column)


_met = insert(people)
MEET = _met.on_conflict_do_update(
    index_elements=[people.c.id],
    set_={
        "name": _met.excluded.name,
        "username": _met.excluded.username,
        "spoken": func.coalesce(_met.excluded.spoken, people.c.spoken),
        "last_message_id": _newest(people.c.last_message_id, _met.excluded.last_message_id),
    },
).returning(*PERSON)
GET = select(*PERSON).where(people.c.id == bindparam("person"))
CALLED = select(*PERSON).where(func.lower(people.c.username) == bindparam("wanted")).limit(2)
THIS = update(people).where(people.c.id == bindparam("person"))
MESSAGE = bindparam("message", type_=people.c.last_message_id.type)
HEARD = THIS.values(last_message_id=_newest(people.c.last_message_id, MESSAGE))
SPOKE = HEARD.values(ticket_spoke_id=_newest(people.c.ticket_spoke_id, MESSAGE))
LANGUAGE = THIS.values(chosen=bindparam("language"))
ZONE = THIS.values(zone=bindparam("new_zone"))
REACHABLE = THIS.where(people.c.reachable != bindparam("now")).values(
    reachable=bindparam("now"), unreachable_since=bindparam("since")
)

_seen = insert(members)
SEEN = _seen.on_conflict_do_update(
    index_elements=[members.c.chat_id, members.c.person_id], set_={"standing": _seen.excluded.standing}
)
LEFT = delete_from(members).where(members.c.chat_id == bindparam("chat"), members.c.person_id == bindparam("person"))
PRESENT = (
    select(*PERSON)
    .join(members, members.c.person_id == people.c.id)
    .where(members.c.chat_id == bindparam("chat"))
    .order_by(people.c.name, people.c.id)
)
LEADS = PRESENT.where(members.c.standing == Standing.LEAD)


class SqlPeople:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def meet(self, actor: Actor, message_id: int | None = None) -> Person:
        return Person(*self._pen.execute(MEET, _told(actor) | {"last_message_id": message_id or 0}).one())

    def get(self, person_id: int) -> Person | None:
        found = self._pen.execute(GET, {"person": person_id}).first()
        return Person(*found) if found else None

    def called(self, username: str) -> Person | None:
        found = [Person(*row) for row in self._pen.execute(CALLED, {"wanted": username.lower()})]
        return found[0] if len(found) == 1 else None

    def heard(self, person_id: int, message_id: int, *, of_ticket: bool = False) -> None:
        values = {"person": person_id, "message": message_id}
        self._pen.execute(SPOKE if of_ticket else HEARD, values)

    def set_language(self, person_id: int, language: str) -> None:
        self._pen.execute(LANGUAGE, {"person": person_id, "language": _primary(language)})

    def set_zone(self, person_id: int, zone: str) -> None:
        self._pen.execute(ZONE, {"person": person_id, "new_zone": zone})

    def set_reachable(self, person_id: int, reachable: bool, at: datetime) -> bool:
        values = {"person": person_id, "now": reachable, "since": None if reachable else at}
        return self._pen.execute(REACHABLE, values).changed > 0


class SqlMembers:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def seen(self, chat_id: int, person: Actor, standing: Standing) -> None:
        if standing is Standing.OUTSIDER:
            return self.left(chat_id, person.id)
        self._pen.execute(MEET, _told(person))
        row = {"chat_id": chat_id, "person_id": person.id, "standing": standing}
        self._pen.execute(SEEN, row)
        return None

    def left(self, chat_id: int, person_id: int) -> None:
        self._pen.execute(LEFT, {"chat": chat_id, "person": person_id})

    def present(self, chat_id: int) -> Sequence[Person]:
        return [Person(*row) for row in self._pen.execute(PRESENT, {"chat": chat_id})]

    def leads(self, chat_id: int) -> Sequence[Person]:
        return [Person(*row) for row in self._pen.execute(LEADS, {"chat": chat_id})]

    def find(self, chat_id: int, name_or_username: str) -> Person | None:
        """In any letter case. None also where two people bear the name: nobody is chosen by chance."""
        wanted = name_or_username.strip().removeprefix("@").casefold()
        present = self.present(chat_id)
        by_username = [person for person in present if (person.username or "").casefold() == wanted]
        by_name = [person for person in present if person.name.casefold() == wanted]
        found = by_username or by_name
        return found[0] if wanted and len(found) == 1 else None


def _told(actor: Actor) -> dict[str, int | str | None]:
    spoken = _primary(actor.language) if actor.language else None
    return {"id": actor.id, "name": actor.name, "username": actor.username, "spoken": spoken}


def _primary(language: str) -> str:
    """`ru-RU` → `ru`: texts are kept by language, not by country."""
    return language.replace("_", "-").partition("-")[0].lower()
