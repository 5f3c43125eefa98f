"""Every move, as it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import bindparam, insert, select

from bot.domain.facts import Fact, Step
from bot.ports import HistoryRow
from storage.pen import Pen
from storage.tables import history

FACT = tuple(history.c[field.name] for field in fields(HistoryRow))
HISTORY = select(*FACT).where(history.c.number == bindparam("wanted")).order_by(history.c.id)
RECORD = insert(history).inline()
SHARED = frozenset(field.name for field in fields(Step))


class SqlHistory:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def record(self, fact: Fact) -> None:
        own = (field.name for field in fields(fact) if field.name not in SHARED)
        row = {
            "number": fact.number,
            "at": fact.at,
            "actor_id": fact.by.id,
            "actor_name": fact.by.name,
            "fact": type(fact).__name__,
            "source": fact.source,
            "to": fact.to,
            "details": {name: getattr(fact, name) for name in own},
        }
        self._pen.execute(RECORD, row)

    def of(self, number: int) -> Sequence[HistoryRow]:
        return [HistoryRow(*row) for row in self._pen.execute(HISTORY, {"wanted": number})]
