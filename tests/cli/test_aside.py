"""What is set aside or stuck, looked at and moved on from the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.cli.table import ago
from bot.clock import SystemClock
from bot.domain.statements import Notice, Priority, Private, Relay, Thread, TicketTopic
from bot.ports import RowState, UpdateState
from storage import engine, migrate
from storage.tables import inbox, outbox

NEVER_SHOWN = "The secret of the day"
HUGE = str(10**30)


@pytest.fixture
def url(database: Path) -> str:
    """The database of a desk that knows nothing yet."""
    migrate.upgrade(f"sqlite:///{database}")
    return f"sqlite:///{database}"


def put(url: str, statement: Any, rows: list[dict[str, Any]]) -> None:
    writer = engine.writer(url)
    with writer.begin() as connection:
        connection.execute(statement, rows)
    writer.dispose()


def update(number: int, state: UpdateState = UpdateState.PARKED, **more: Any) -> dict[str, Any]:
    return {
        "update_id": number, "lane": "c7", "raw": f'{{"text":"{NEVER_SHOWN}"}}', "state": state, "attempts": 5,
        "error": "KeyError", "stored_at": SystemClock().now() - timedelta(minutes=5, seconds=10),
    } | more  # fmt: skip


def row(number: int, state: RowState = RowState.DEAD, **more: Any) -> dict[str, Any]:
    return {
        "id": number, "order_key": "p7", "to": Private(7), "payload": Notice("welcome", {"name": NEVER_SHOWN}),
        "priority": Priority.LIVE, "created_at": SystemClock().now() - timedelta(hours=2, seconds=10), "state": state,
        "attempts": 1, "error": "blocked",
    } | more  # fmt: skip


def states(url: str, table: Any) -> list[Any]:
    reader = engine.glance(url)
    with reader.begin() as connection:
        found = list(connection.execute(select(table.c.state).order_by(table.c.id)).scalars())
    reader.dispose()
    return found


@pytest.fixture
def updates(url: str) -> str:
    put(url, insert(inbox), [update(101), update(102, UpdateState.DONE), update(103, UpdateState.PENDING), update(104)])
    return url


@pytest.fixture
def rows(url: str) -> str:
    to = [Private(7), TicketTopic(-1001, 17), Thread(-1001, 5), Thread(-1001, None)]
    states = [RowState.DEAD, RowState.WAITING, RowState.SENDING, RowState.DEAD]
    payloads = [Notice("welcome", {"name": NEVER_SHOWN}), *(Relay(number) for number in (2, 3, 4))]
    made = zip(to, states, payloads, strict=True)
    put(url, insert(outbox), [
        row(number, state, to=where, payload=payload) for number, (where, state, payload) in enumerate(made, 1)
    ])  # fmt: skip
    return url


@pytest.mark.usefixtures("updates")
def test_what_is_set_aside_is_listed_without_anybodys_words(cli: CliRunner) -> None:
    result = cli.invoke(app, ["inbox", "list"])
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["ID", "LANE", "AGE", "ATTEMPTS", "ERROR"],
        ["101", "c7", "5min", "5", "KeyError"],
        ["104", "c7", "5min", "5", "KeyError"],
    ]


@pytest.mark.usefixtures("rows")
def test_what_is_not_said_yet_is_listed_without_anybodys_words(cli: CliRunner) -> None:
    result = cli.invoke(app, ["outbox", "list"])
    assert result.exit_code == 0
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == ["ID", "1", "2", "3", "4"]
    cells = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]
    assert cells[1:3] == [
        ["1", "7", "welcome", "dead", "2h", "1", "blocked"],
        ["2", "-1001 #17", "Relay", "waiting", "2h", "1", "blocked"],
    ]
    assert [line[1] for line in cells[3:]] == ["-1001.5", "-1001"]
    assert NEVER_SHOWN not in result.stdout


@pytest.mark.usefixtures("url")
def test_nothing_is_said_to_be_nothing(cli: CliRunner) -> None:
    assert cli.invoke(app, ["inbox", "list"]).stdout == "Nothing is set aside.\n"
    assert cli.invoke(app, ["outbox", "list"]).stdout == "Everything has been said.\n"
    assert cli.invoke(app, ["inbox", "replay", "--all"]).stdout == "Nothing is set aside.\n"
    assert cli.invoke(app, ["outbox", "retry", "--all"]).stdout == "Nothing is dead.\n"


def test_one_update_is_asked_for_once_more(cli: CliRunner, updates: str) -> None:
    result = cli.invoke(app, ["inbox", "replay", "104"])
    assert (result.exit_code, result.stdout) == (0, "Update 104 will be handled once more.\n")
    assert states(updates, inbox) == ["parked", "done", "pending", "again"]


def test_all_updates_that_are_set_aside_are_asked_for_once_more(cli: CliRunner, updates: str) -> None:
    assert cli.invoke(app, ["inbox", "replay", "--all"]).stdout == "To be handled once more: 2.\n"
    assert states(updates, inbox) == ["again", "done", "pending", "again"]


def test_one_row_or_all_dead_ones_are_asked_for_once_more(cli: CliRunner, rows: str) -> None:
    assert cli.invoke(app, ["outbox", "retry", "1"]).stdout == "Row 1 will be said once more.\n"
    assert states(rows, outbox) == ["again", "waiting", "sending", "dead"]
    assert cli.invoke(app, ["outbox", "retry", "--all"]).stdout == "To be said once more: 1.\n"
    assert states(rows, outbox) == ["again", "waiting", "sending", "again"]


def test_a_row_is_dropped_unless_it_is_on_its_way(cli: CliRunner, rows: str) -> None:
    for number in ("1", "2"):
        assert cli.invoke(app, ["outbox", "drop", number]).stdout == f"Row {number} is dropped.\n"
    refused = cli.invoke(app, ["outbox", "drop", "3"])
    assert (refused.exit_code, refused.stderr) == (1, "Row 3 is on its way to Telegram.\n")
    assert states(rows, outbox) == ["sending", "dead"]


@pytest.mark.usefixtures("updates", "rows")
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["inbox", "replay", "5"], "There is no update 5."),
        (["inbox", "replay", HUGE], f"There is no update {HUGE}."),
        (["inbox", "replay", "102"], "102 is not set aside: it is done."),
        (["inbox", "replay", "103"], "103 is not set aside: it waits to be handled."),
        (["outbox", "retry", "99"], "There is no row 99: it has been said, or dropped."),
        (["outbox", "retry", "2"], "Row 2 is not dead: it is going to be said."),
        (["outbox", "drop", "99"], "There is no row 99: it has been said, or dropped."),
        (["outbox", "drop", HUGE], f"There is no row {HUGE}: it has been said, or dropped."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_exit_code_1(
    cli: CliRunner, command: list[str], sentence: str
) -> None:
    result = cli.invoke(app, command)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{sentence}\n")


@pytest.mark.usefixtures("url")
@pytest.mark.parametrize("command", [["inbox", "replay"], ["outbox", "retry"]])
def test_one_id_or_all_has_to_be_named(cli: CliRunner, command: list[str]) -> None:
    for arguments in ([], ["5", "--all"]):
        result = cli.invoke(app, [*command, *arguments])
        assert (result.exit_code, result.stderr) == (2, "Name one id, or --all.\n")


@pytest.mark.parametrize("command", [["inbox", "list"], ["outbox", "retry", "--all"]])
def test_where_no_desk_has_been_yet_nothing_is_made(cli: CliRunner, database: Path, command: list[str]) -> None:
    result = cli.invoke(app, command)
    assert result.exit_code == 1
    assert result.stderr == f"The database {database} is not there yet. `deskgram run` makes it.\n"
    assert not database.exists()


def test_a_list_does_not_wait_for_the_writer_and_a_wish_waits_a_moment(updates: str) -> None:
    """A running desk writes; the look goes by what was committed."""
    from storage import aside

    writer = engine.writer(updates)
    with writer.connect() as connection, connection.begin():
        busy(connection)
        assert len(aside.set_aside(updates)) == 2
    writer.dispose()
    assert aside.replay_all(updates) == 2


def busy(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE inbox SET attempts = 0 WHERE update_id = 102")


def test_an_age_is_told_in_the_greatest_unit_that_fits() -> None:
    now = datetime.now(UTC)
    ages = [timedelta(seconds=-5), timedelta(seconds=59), timedelta(minutes=59), timedelta(hours=23), timedelta(days=9)]
    assert [ago(now - age) for age in ages] == ["0s", "59s", "59min", "23h", "9d"]
