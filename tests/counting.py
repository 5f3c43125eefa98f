"""How many statements something costs the database: each one is a price that every message pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from storage.pen import NOTHING, Pen, Rows, Statement

CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of this process, as they come; those that only steer a transaction are left out."""
    statements: list[str] = []
    execute = Pen.execute

    def note(_: Connection, __: Any, statement: str, *___: Any) -> None:
        if not statement.startswith(CONTROL):
            statements.append(statement)

    def written(pen: Pen, statement: Statement, values: Mapping[str, Any] = NOTHING) -> Rows:
        statements.append(str(statement))
        return execute(pen, statement, values)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Pen, "execute", written)
            yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)
