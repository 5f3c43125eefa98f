"""Bringing a database to the version that this code expects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage import engine


def upgrade(url: str, to: str = "head") -> None:
    """All or nothing, and nothing where nothing is to be done: safe at every start, also of two processes at once."""
    with _altering(url) as connection:
        command.upgrade(_config(connection), to)


def downgrade(url: str, to: str) -> None:
    """`to`: a revision, `-1` or `base`."""
    with _altering(url) as connection:
        command.downgrade(_config(connection), to)


def current(url: str) -> str | None:
    """The database's revision; None for an empty one."""
    with _connection(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The revision that this code expects."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def revisions() -> frozenset[str]:
    """All that this code knows the way from."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config(None)).walk_revisions())


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    migrator = engine.migrator(url)
    try:
        with migrator.begin() as connection:
            yield connection
    finally:
        migrator.dispose()


@contextmanager
def _altering(url: str) -> Iterator[Connection]:
    with _connection(url) as connection:
        yield connection
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"the migration would leave rows without their parent: {broken[:5]}")


def _config(connection: Connection | None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
