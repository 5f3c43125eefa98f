from __future__ import annotations

import time
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, String, inspect

from storage import engine, migrate
from storage.store import SqlStore
from storage.tables import metadata
from tests.storage.builders import ANNA, RULES, StillClock, ticket

REVISIONS = [
    script.revision for script in ScriptDirectory(str(Path(migrate.__file__).parent / "migrations")).walk_revisions()
]


@pytest.fixture
def empty(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'empty.db'}"


def tables(url: str) -> set[str]:
    migrator = engine.migrator(url)
    with migrator.connect() as connection:
        names = set(inspect(connection).get_table_names())
    migrator.dispose()
    return names


def indexes(url: str) -> dict[str, str]:
    migrator = engine.migrator(url)
    with migrator.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql > ''")
        found = {name: " ".join(sql.split()) for name, sql in rows}
    migrator.dispose()
    return found


def test_an_empty_file_becomes_a_desk_within_seconds(empty: str) -> None:
    assert migrate.current(empty) is None
    begun = time.process_time()
    migrate.upgrade(empty)
    assert time.process_time() - begun < 3, "half a second, and more where others use the processor's caches"
    assert migrate.current(empty) == migrate.head()
    assert tables(empty) == {*metadata.tables, "alembic_version"}


# Indexes on expressions cannot be read back; the next test compares them.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrations_make_exactly_the_tables_of_the_code(url: str) -> None:
    migrator = engine.migrator(url)
    with migrator.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    migrator.dispose()


def test_the_migrations_make_the_same_indexes_as_the_code(url: str, empty: str) -> None:
    """Alembic's comparison does not look at the conditions of partial indexes."""
    fresh = engine.migrator(empty)
    with fresh.begin() as connection:
        metadata.create_all(connection)
    fresh.dispose()
    assert indexes(url) == indexes(empty)


def test_upgrading_what_is_new_changes_nothing(url: str) -> None:
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()


@pytest.mark.parametrize("revision", REVISIONS[::-1])
def test_every_step_can_be_taken_up_down_and_up_again(empty: str, revision: str) -> None:
    migrate.upgrade(empty, revision)
    migrate.downgrade(empty, "-1")
    migrate.upgrade(empty, revision)
    assert migrate.current(empty) == revision


def test_all_the_way_down_nothing_is_left(url: str) -> None:
    migrate.downgrade(url, "base")
    assert tables(url) == {"alembic_version"}


async def test_an_upgrade_keeps_what_is_stored(url: str, clock: StillClock) -> None:
    store = SqlStore(url, clock, RULES)
    made = await store.unit(ticket)
    await store.close()
    migrate.upgrade(url)
    store = SqlStore(url, clock, RULES)
    assert await store.unit(lambda unit: unit.tickets.open_of(ANNA.id)) == [made]
    await store.close()


def test_a_migration_that_leaves_orphans_is_undone(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate.upgrade(empty)

    def orphan(config: Config, _: str) -> None:
        config.attributes["connection"].exec_driver_sql(
            "INSERT INTO drafts (customer_id, started_at, saved_at) VALUES (1, 0, 0)"
        )

    monkeypatch.setattr(command, "upgrade", orphan)
    with pytest.raises(RuntimeError, match="without their parent"):
        migrate.upgrade(empty)
    migrator = engine.migrator(empty)
    with migrator.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one() == 0
    migrator.dispose()


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_altering_a_parent_table_keeps_its_children(url: str) -> None:
    """SQLite alters a table by copying, dropping and renaming it; with foreign keys on, the drop is refused at best."""
    migrator = engine.migrator(url)
    with migrator.begin() as connection:
        connection.exec_driver_sql("INSERT INTO people (id, name) VALUES (1, 'Anna')")
        connection.exec_driver_sql("INSERT INTO members (chat_id, person_id, standing) VALUES (1, 1, 1)")
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("people", recreate="always") as people:
            people.add_column(Column("colour", String))
    with migrator.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM members").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
    migrator.dispose()
