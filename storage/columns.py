"""Column types: what the database cannot keep as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Dialect,
    Integer,
    String,
    TypeDecorator,
    bindparam,
    func,
    select,
)
from sqlalchemy.types import TypeEngine

from storage import codec

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Id = BigInteger().with_variant(Integer, "sqlite")
"""The desk's own numbers; SQLite counts only an INTEGER by itself."""


def among(column: Column[Any], these: str) -> ColumnElement[bool]:
    """Whether the column is one of a list that is bound as `these`: the same text for any number of them."""
    return column.in_(select(func.json_each(bindparam(these, type_=JSON)).table_valued("value").c.value))


class Moment(TypeDecorator[datetime]):
    """An aware moment as whole microseconds since 1970, UTC: exact, sorted, and cheap to read."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Named(TypeDecorator[Enum]):
    """A member of `names`, kept as its value."""

    impl: type[TypeEngine[Any]] = String
    cache_ok = True

    def __init__(self, names: type[Enum]) -> None:
        super().__init__()
        self.names = names

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else self.names(value)


class Ranked(Named):
    """As `Named`, for whole numbers."""

    impl = Integer
    cache_ok = True


class Coded(TypeDecorator[Any]):
    """Values of the domain as JSON."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's
        return codec.dump(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's
        return codec.load(value)
