"""A statement of Core says the same through the pen as through SQLAlchemy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, SelectBase, bindparam, insert, select, update

from bot.domain.statements import Notice, Priority, Private
from bot.ports import RowState, StoreTrouble
from storage.columns import among
from storage.pen import Pen, Prepared
from storage.repositories import (
    chats,
    drafts,
    history,
    inbox,
    lease,
    messages,
    outbox,
    people,
    prompts,
    speech,
    tickets,
)
from storage.tables import outbox as rows
from storage.tables import people as persons
from tests.storage.builders import NOW

ADD = insert(rows).returning(rows.c.id)
ALL = select(rows).order_by(rows.c.id)
STATE = update(rows).where(among(rows.c.id, "these")).values(state=RowState.DEAD)
REPOSITORIES = (chats, drafts, history, inbox, lease, messages, outbox, people, prompts, speech, tickets)
QUESTIONS = {
    f"{module.__name__}.{name}": statement
    for module in REPOSITORIES
    for name, statement in vars(module).items()
    if isinstance(statement, SelectBase)
}


@pytest.fixture
def pen(connection: Connection) -> Pen:
    return Pen(connection)


def row(number: int, **other: Any) -> dict[str, Any]:
    return {
        "id": number, "order_key": "p7", "to": Private(7), "payload": Notice("welcome", {"name": "Anna"}),
        "priority": Priority.LIVE, "created_at": NOW, "not_before": None, "state": RowState.WAITING,
    } | other  # fmt: skip


def test_every_kind_of_value_comes_back_as_it_was(pen: Pen, connection: Connection) -> None:
    later = NOW + timedelta(microseconds=1)
    assert pen.execute(ADD, row(1, not_before=later)).value() == 1
    pen.execute(ADD, row(2))
    found = pen.execute(ALL)
    assert found == [tuple(line) for line in connection.execute(ALL)]
    assert found[0][:7] == (1, "p7", Private(7), Notice("welcome", {"name": "Anna"}), Priority.LIVE, NOW, later)
    assert found[1][6] is None


def test_a_yes_is_a_yes(pen: Pen) -> None:
    pen.execute(insert(persons), {"id": 7, "name": "Anna", "reachable": False})
    assert pen.execute(select(persons.c.reachable)).value() is False


def test_what_has_changed_is_counted(pen: Pen) -> None:
    for number in (1, 2, 3):
        assert pen.execute(ADD, row(number)).changed == 1
    assert pen.execute(STATE, {"these": [1, 3, 9]}).changed == 2
    assert pen.execute(STATE, {"these": []}).changed == 0
    states = pen.execute(select(rows.c.state).order_by(rows.c.id)).values()
    assert states == [RowState.DEAD, RowState.WAITING, RowState.DEAD]


def test_one_and_none(pen: Pen) -> None:
    assert (pen.execute(ALL).first(), pen.execute(ALL).value(), pen.execute(ALL).values()) == (None, None, [])
    with pytest.raises(ValueError):
        pen.execute(ALL).one()


def test_a_value_that_is_written_in_a_statement_can_be_given_anew(pen: Pen) -> None:
    named = select(rows.c.id).where(rows.c.order_key == bindparam("key", "p7"))
    pen.execute(ADD, row(1))
    assert pen.execute(named).value() == 1
    assert pen.execute(named, {"key": "p8"}).value() is None


def test_a_trouble_of_the_database_has_its_name(pen: Pen, connection: Connection) -> None:
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreTrouble, match="full"):
        pen.execute(ADD, row(1, error="x" * 100_000))


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_each_question_has_a_converter_for_each_of_its_columns(connection: Connection, name: str) -> None:
    question = QUESTIONS[name]
    prepared = Prepared(question, ())
    driver = connection.connection.driver_connection
    assert driver is not None
    asked = driver.execute(prepared.sql, dict.fromkeys(question.compile().params, None) | prepared.bound({}))
    assert len(asked.description) == len(question.exported_columns)
