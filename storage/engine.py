"""Connections to the database file."""

from __future__ import annotations

import sqlite3
from json import JSONEncoder

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.ports import StoreTrouble

READERS = 2
WRITING = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000")
READING = ("query_only = ON", "busy_timeout = 5000")
TROUBLE = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)  # fmt: skip
"""What is no fault of the statement, and passes. The lowest byte of SQLite's extended codes."""
compact = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
MIGRATING = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = OFF", "busy_timeout = 5000")


compact = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def writer(url: str) -> Engine:
    """For the one writer: every transaction holds the lock from its beginning, and is on the disk at its end."""
    return _engine(url, WRITING, "BEGIN IMMEDIATE")


def reader(url: str) -> AsyncEngine:
    """For screens that only read, beside the writer; whatever writes fails."""
    made = create_async_engine(_checked(url).set(drivername="sqlite+aiosqlite"), pool_size=READERS, max_overflow=0)
    _prepare(made.sync_engine, READING, "BEGIN")
    return made


def glance(url: str) -> Engine:
    """For one look from another process, beside the writer; whatever writes fails."""
    return _engine(url, READING, "BEGIN")


def migrator(url: str) -> Engine:
    """Without foreign keys: altering a table is copying, dropping and renaming it, and the drop would cascade."""
    return _engine(url, MIGRATING, "BEGIN IMMEDIATE")


def check(met: BaseException) -> None:
    """Raises StoreTrouble for what passes."""
    if getattr(met, "sqlite_errorcode", 0) & 0xFF in TROUBLE:
        raise StoreTrouble(str(met)) from met


def _engine(url: str, pragmas: tuple[str, ...], begin: str) -> Engine:
    made = create_engine(_checked(url), json_serializer=compact)
    _prepare(made, pragmas, begin)
    return made


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver's own idea of when to begin loses updates
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "handle_error")
    def name(context: ExceptionContext) -> None:
        check(context.original_exception)


def _checked(url: str) -> URL:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        shown = parsed.render_as_string(hide_password=True)
        raise ValueError(f"Deskgram keeps its data in an SQLite file, like sqlite:///deskgram.db, not in {shown}")
    return parsed.set(drivername="sqlite")
