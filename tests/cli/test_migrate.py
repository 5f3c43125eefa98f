from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.check_database import database_findings
from bot.cli.commands import app
from bot.cli.findings import Level
from storage import migrate
from storage.condition import Schema, condition


def url(database: Path) -> str:
    return f"sqlite:///{database}"


def stamp(database: Path, revision: str) -> None:
    migrate.upgrade(url(database))
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def test_an_empty_database_is_brought_up_to_date_and_told_from_where_to_where(cli: CliRunner, database: Path) -> None:
    result = cli.invoke(app, ["migrate"])
    assert (result.exit_code, result.stdout) == (0, f"The database was brought up to date: empty → {migrate.head()}.\n")
    assert condition(url(database)).schema is Schema.CURRENT
    assert cli.invoke(app, ["migrate"]).stdout == f"The database is up to date: {migrate.head()}.\n"


def test_a_mere_look_changes_nothing_and_tells_by_its_exit_code(cli: CliRunner, database: Path) -> None:
    behind = cli.invoke(app, ["migrate", "--check"])
    assert (behind.exit_code, database.exists()) == (1, False)
    assert "empty →" in behind.stderr
    migrate.upgrade(url(database))
    assert cli.invoke(app, ["migrate", "--check"]).exit_code == 0


@pytest.mark.parametrize("command", [["migrate"], ["migrate", "--check"], ["run"]])
def test_a_database_of_a_newer_program_is_left_alone(cli: CliRunner, database: Path, command: list[str]) -> None:
    stamp(database, "9999")
    result = cli.invoke(app, command)
    assert result.exit_code == 1
    assert "newer than the program: 9999" in result.stderr
    assert migrate.current(url(database)) == "9999"


def test_a_file_that_is_no_database_is_refused_in_words(cli: CliRunner, database: Path) -> None:
    database.write_text("Dear diary, " * 100)
    result = cli.invoke(app, ["run"])
    assert result.exit_code == 1
    assert result.stderr.startswith(f"The database {database} cannot be used: file is not a database.")


def found(database: Path) -> list[tuple[Level, str]]:
    return [(finding.level, finding.text) for finding in database_findings(condition(url(database)))]


def test_the_check_knows_a_database_that_is_not_there_yet(database: Path) -> None:
    assert found(database) == [(Level.DOUBTFUL, f"The database {database} is not there yet.")]
    assert not database.exists()


def test_the_check_knows_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    database = tmp_path / "nowhere" / "desk.sqlite3"
    assert found(database) == [
        (Level.WRONG, f"The database {database} cannot be used: there is no folder {database.parent}."),
    ]


def test_the_check_knows_a_schema_that_is_behind_and_one_that_is_current(database: Path) -> None:
    database.touch()
    head = migrate.head()
    writable = (Level.RIGHT, f"The database {database} can be written.")
    behind = (Level.WRONG, f"The database schema is behind: empty, and the program expects {head}.")
    assert found(database) == [writable, behind]
    migrate.upgrade(url(database))
    assert found(database) == [writable, (Level.RIGHT, f"The database schema is current: {head}.")]
