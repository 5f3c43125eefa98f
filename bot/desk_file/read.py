"""Reading the desk file, and naming what is wrong in it: the line, the key, the remedy."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_settings import TomlConfigSettingsSource

from bot.desk_file.lines import depth, line_of
from bot.desk_file.tables import DeskTables
from bot.ports import Misset, Mistake

PLACE = re.compile(r"at line (\d+), column (\d+)")
LONGEST_VALUE = 60
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What stands at `path` will not do; `remedy` is the key of what completes "set it to …", `than` what it needs."""

    path: Place
    remedy: str
    than: str = ""


class Source(TomlConfigSettingsSource):
    """The file as it was in one moment: its tables, and its text for naming lines. Without a file both are empty."""

    text = ""

    def _read_file(self, file_path: Any) -> dict[str, Any]:
        self.text = file_path.read_text("utf-8-sig")
        return tomllib.loads(self.text)


@dataclass(frozen=True, slots=True)
class Written:
    """The tables of a file that are well-formed, and its text; `name` is what people call the file."""

    name: str
    text: str
    tables: DeskTables

    def misset(self, faults: list[Fault]) -> Misset:
        raw = tomllib.loads(self.text)
        return Misset([_wrong(self.name, self.text, raw, fault) for fault in faults])


def read(path: Path) -> Written:
    """Raises Misset, with one mistake for each wrong value; a file that is not there says nothing at all."""
    try:
        source = Source(DeskTables, path)
    except tomllib.TOMLDecodeError as broken:
        raise Misset([_syntax(path.name, str(broken))]) from None
    except (OSError, UnicodeDecodeError):
        raise Misset([Mistake("desk-file-unreadable", {"file": path.name})]) from None
    try:
        return Written(path.name, source.text, DeskTables(**source()))
    except ValidationError as error:
        raise Misset(list(_mistakes(path.name, source.text, error))) from None


def _syntax(name: str, error: str) -> Mistake:
    """The TOML reader tells the place within its sentence only; at the end of the file it tells none."""
    found = PLACE.search(error)
    if found is None:
        return Mistake("desk-file-unfinished", {"file": name})
    return Mistake("desk-file-syntax", {"file": name, "line": int(found[1]), "column": int(found[2])})


def _mistakes(name: str, text: str, error: ValidationError) -> Iterator[Mistake]:
    """One for each statement, in the order of the file, however many faults it has."""
    raw, seen = tomllib.loads(text), set()
    for fault in error.errors(include_url=False):
        path = fault["loc"]
        known = path[: depth(raw, path)]
        if known in seen:
            continue
        seen.add(known)
        match fault["type"]:
            case "extra_forbidden":
                values = {"name": _dotted(path), "known": ", ".join(_fields(path))}
                yield Mistake("desk-file-unknown", {"file": name, "line": line_of(text, path), **values})
            case "missing":
                values = {"name": _dotted(path), "remedy": _remedy(path)}
                yield Mistake("desk-file-missing", {"file": name, "line": line_of(text, path), **values})
            case _:
                yield _wrong(name, text, raw, Fault(known, _remedy(path)))


def _wrong(name: str, text: str, raw: Mapping[str, Any], fault: Fault) -> Mistake:
    """The value is shown much as it is written; a table would be too much."""
    value: Any = raw
    for part in fault.path[: depth(raw, fault.path)]:
        value = value[part]
    shown = "…" if isinstance(value, dict) else json.dumps(value, ensure_ascii=False, default=str)
    if len(shown) > LONGEST_VALUE:
        shown = f"{shown[:LONGEST_VALUE]}…"
    values = {"name": _dotted(fault.path), "value": shown, "remedy": fault.remedy, "than": fault.than}
    return Mistake("desk-file-wrong", {"file": name, "line": line_of(text, fault.path), **values})


def _dotted(path: Place) -> str:
    return ".".join(map(str, path))


def _remedy(path: Place) -> str:
    """The description of the innermost field on the way."""
    kind: Any = DeskTables
    remedy = "table"
    for part in path:
        fields = _fields_of(kind)
        if part in fields:
            field = fields[str(part)]
            remedy, kind = field.description or remedy, field.annotation
        elif get_origin(kind) is dict:
            kind, remedy = get_args(kind)[1], remedy if not _fields_of(get_args(kind)[1]) else "table"
        else:
            break
    return remedy


def _fields(path: Place) -> tuple[str, ...]:
    """What may be written in the table to which the last part of the path belongs."""
    kind: Any = DeskTables
    for part in path[:-1]:
        fields = _fields_of(kind)
        kind = fields[str(part)].annotation if part in fields else get_args(kind)[1]
    return tuple(_fields_of(kind))


def _fields_of(kind: Any) -> Mapping[str, Any]:
    return kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}
