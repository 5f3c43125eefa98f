"""Values of the domain to JSON and back, exactly.

Whatever JSON lacks becomes an object with a tag: `{"$": "Relay", "message": 5}`. Fields with their default are left
out, those that are not known any more are passed over: so old rows stay readable when a class changes.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, get_args

from bot.domain import content, intake, lifecycle, people, period, sla, statements, ticket

TAG = "$"
PLAIN = frozenset({str, int, float, bool, type(None)})
CLASSES: dict[str, type] = {
    known.__name__: known
    for known in (
        *get_args(statements.Statement),
        *get_args(statements.View),
        *get_args(statements.Address),
        *(statements.Face, statements.Buttons, statements.Priority),
        *(content.Content, content.ContentKind, content.Side),
        *(intake.Draft, intake.Piece, intake.Step),
        *(period.Period, period.Shape),
        *(ticket.Kind, ticket.Field, people.Standing),
        *(ticket.Question, ticket.Transfer, ticket.Verdict, ticket.Promise, ticket.Acceptance, lifecycle.Ask),
        *(sla.Clocks, sla.Stopwatch, sla.Expected, sla.Goal, ticket.Alarmed),
        *(lifecycle.Status, lifecycle.Closing, lifecycle.Cause, lifecycle.Role, lifecycle.Move),
    )
}


def dump(value: Any) -> Any:
    """TypeError for a class that is not listed above, ValueError for a moment without a zone."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is dict:
        return _dump_dict(value)
    if kind is list:
        return [dump(item) for item in value]
    if kind is tuple:
        return {TAG: "tuple", "items": [dump(item) for item in value]}
    if kind is datetime:
        return {TAG: "datetime", "at": _utc(value).isoformat()}
    if kind is date:
        return {TAG: "date", "on": value.isoformat()}
    tag = kind.__name__
    if CLASSES.get(tag) is not kind:
        raise TypeError(f"{kind.__qualname__} has no stored form")
    if isinstance(value, Enum):
        return {TAG: tag, "value": value.value}
    return {TAG: tag} | {
        name: dump(item) for name, default in FIELDS[tag] if not _same(item := getattr(value, name), default)
    }


def load(stored: Any) -> Any:
    kind = type(stored)
    if kind is list:
        return [load(item) for item in stored]
    if kind is not dict:
        return stored
    tag = stored.get(TAG)
    if tag is None:
        return {key: load(item) for key, item in stored.items()}
    return _load_tagged(tag, stored)


def _dump_dict(value: dict[Any, Any]) -> dict[str, Any]:
    if TAG in value or not all(type(key) is str for key in value):
        return {TAG: "dict", "items": [[dump(key), dump(item)] for key, item in value.items()]}
    return {key: dump(item) for key, item in value.items()}


def _load_tagged(tag: str, stored: dict[str, Any]) -> Any:
    match tag:
        case "tuple":
            return tuple(load(item) for item in stored["items"])
        case "datetime":
            return datetime.fromisoformat(stored["at"]).astimezone(UTC)
        case "date":
            return date.fromisoformat(stored["on"])
        case "dict":
            return {load(key): load(item) for key, item in stored["items"]}
        case _ if tag in FIELDS:
            return CLASSES[tag](**{name: load(stored[name]) for name, _ in FIELDS[tag] if name in stored})
        case _:
            return CLASSES[tag](stored["value"])


def _default(field: Field[Any]) -> Any:
    """For what has none, a value that equals nothing."""
    return field.default_factory() if field.default_factory is not MISSING else field.default


FIELDS = {
    name: tuple((field.name, _default(field)) for field in fields(known))
    for name, known in CLASSES.items()
    if is_dataclass(known)
}


def _same(value: Any, default: Any) -> bool:
    """False is not 0 here."""
    return type(value) is type(default) and bool(value == default)


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(UTC)
