"""Which tickets have to do with each other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.domain.ticket import Ticket
from storage.pen import Pen
from storage.repositories.tickets import TICKET
from storage.tables import links, tickets

ADD = insert(links).on_conflict_do_nothing()
REMOVE = delete(links).where(links.c.one == bindparam("less"), links.c.other == bindparam("more"))
RELATED = (
    select(links.c.other)
    .where(links.c.one == bindparam("of"))
    .union_all(select(links.c.one).where(links.c.other == bindparam("of")))
)
OF = select(*TICKET).where(tickets.c.number.in_(RELATED)).order_by(tickets.c.number)


class SqlLinks:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def add(self, one: int, other: int) -> bool:
        less, more = sorted((one, other))
        return self._pen.execute(ADD, {"one": less, "other": more}).changed > 0

    def remove(self, one: int, other: int) -> bool:
        less, more = sorted((one, other))
        return self._pen.execute(REMOVE, {"less": less, "more": more}).changed > 0

    def of(self, number: int) -> Sequence[Ticket]:
        return [Ticket(*row) for row in self._pen.execute(OF, {"of": number})]
