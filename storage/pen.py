"""Core statements on the driver's own connection, each compiled once.

SQLAlchemy's way around one execution costs more than SQLite's work in it. Tables, statements and column types stay
SQLAlchemy's; of them only the text and the converters of values are used here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, SelectBase, UpdateBase
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from storage import engine

Row = tuple[Any, ...]
NOTHING: Mapping[str, Any] = {}
Statement = SelectBase | UpdateBase
DIALECT = sqlite.dialect(paramstyle="named", json_serializer=engine.compact)


class Rows(list[Row]):
    """What a statement gave. `changed`: how many rows it has written or deleted."""

    changed = 0

    def one(self) -> Row:
        """ValueError unless there is exactly one."""
        (row,) = self
        return row

    def first(self) -> Row | None:
        return self[0] if self else None

    def value(self) -> Any:
        """The first column of the first row; None where there is none."""
        return self[0][0] if self else None

    def values(self) -> list[Any]:
        """The first column."""
        return [row[0] for row in self]


class Prepared:
    """A statement for values of these names, each a single one; for a set there is `among`."""

    def __init__(self, statement: Statement, names: tuple[str, ...]) -> None:
        compiled = statement.compile(dialect=DIALECT, column_keys=names)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 (for the type checker)
        writers = {name: _type(bound).bind_processor(DIALECT) for bound, name in compiled.bind_names.items()}
        readers = [_type(column).result_processor(DIALECT, None) for column in statement.exported_columns]
        self.sql = compiled.string
        self._write = {name: convert for name, convert in writers.items() if convert}
        self._read = [(column, convert) for column, convert in enumerate(readers) if convert]
        self._fixed = self._written({name: value for name, value in compiled.params.items() if name not in names})

    def bound(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return self._fixed | self._written(values)

    def read(self, found: list[Row]) -> Rows:
        if not self._read:
            return Rows(found)
        rows = [list(row) for row in found]
        for row in rows:
            for column, convert in self._read:
                row[column] = convert(row[column])
        return Rows(map(tuple, rows))

    def _written(self, values: Mapping[str, Any]) -> dict[str, Any]:
        write = self._write
        return {name: write[name](value) if name in write else value for name, value in values.items()}


class Pen:
    """`execute` in the open transaction of a connection."""

    def __init__(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 (for the type checker)
        self._driver = driver

    def execute(self, statement: Statement, values: Mapping[str, Any] = NOTHING) -> Rows:
        """Raises StoreTrouble; a statement has to be a constant of its module, because it is kept."""
        prepared = _prepared(statement, tuple(values))
        try:
            cursor = self._driver.execute(prepared.sql, prepared.bound(values))
            rows = prepared.read(cursor.fetchall())
        except sqlite3.Error as error:
            engine.check(error)
            raise
        rows.changed = cursor.rowcount
        return rows


@cache
def _prepared(statement: Statement, names: tuple[str, ...]) -> Prepared:
    return Prepared(statement, names)


def _type(of: ColumnElement[Any]) -> TypeEngine[Any]:
    return of.type.dialect_impl(DIALECT)
