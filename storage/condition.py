"""What state a database is in, for the people who run the desk; looking changes no data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from storage import migrate


class Schema(Enum):
    """Against what this code expects. MISSING: there is no file yet. NEWER: made by a later version of the code."""

    MISSING = auto()
    BEHIND = auto()
    CURRENT = auto()
    NEWER = auto()
    UNUSABLE = auto()


@dataclass(frozen=True, slots=True)
class Condition:
    """`revision` is None where there is none; `trouble` says why an UNUSABLE database is."""

    file: Path
    schema: Schema
    revision: str | None = None
    trouble: str = ""


def condition(url: str) -> Condition:
    file = Path(make_url(url).database or "")
    if not file.exists():
        return _future(file)
    try:
        revision = migrate.current(url)
    except DBAPIError as error:
        return Condition(file, Schema.UNUSABLE, trouble=str(error.orig))
    return Condition(file, _schema(revision), revision)


def _future(file: Path) -> Condition:
    """Whether a file could be made there."""
    folder = file.absolute().parent
    if not folder.is_dir():
        return Condition(file, Schema.UNUSABLE, trouble=f"there is no folder {folder}")
    if not os.access(folder, os.W_OK):
        return Condition(file, Schema.UNUSABLE, trouble=f"nothing can be written in {folder}")
    return Condition(file, Schema.MISSING)


def _schema(revision: str | None) -> Schema:
    if revision == migrate.head():
        return Schema.CURRENT
    return Schema.BEHIND if revision is None or revision in migrate.revisions() else Schema.NEWER
