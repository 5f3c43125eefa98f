"""What every desk needs at its start, and is the same for all of them: made once for the process."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import Engine, NullPool, create_engine
from sqlalchemy.engine import URL, make_url

from storage import engine, migrate

_certificates = cache(ssl.create_default_context)
_upgrade = migrate.upgrade


def upgrade(url: str) -> None:
    """A new database is a copy of one that was brought up to date; one that is there is brought up to date."""
    database = Path(make_url(url).database or "")
    if database.exists():
        _upgrade(url)
    else:
        database.write_bytes(_tables())


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    """Imported by the conftest of those whose claims are neither about a start nor about the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", _certificates)
        patch.setattr(migrate, "upgrade", upgrade)
        patch.setattr(engine, "create_engine", _engine)
        patch.setattr(engine, "WRITING", tuple(pragma.replace("FULL", "OFF") for pragma in engine.WRITING))
        yield


@cache
def _tables() -> bytes:
    with TemporaryDirectory() as folder:
        database = Path(folder) / "desk.sqlite3"
        _upgrade(f"sqlite:///{database}")
        return database.read_bytes()


@cache
def _model() -> Engine:
    made = create_engine("sqlite://", poolclass=NullPool, json_serializer=engine.compact)
    made.connect().close()
    return made


def _engine(url: URL, **more: Any) -> Engine:
    """All engines share one dialect, and so what has been compiled for it."""
    made = create_engine(url, **more)
    made.dialect, made._compiled_cache = _model().dialect, _model()._compiled_cache
    return made
