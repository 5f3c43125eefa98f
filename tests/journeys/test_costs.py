"""What an update costs the database, and a ticket Telegram."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.delivery import rounds
from bot.delivery.desk import Desk
from bot.domain.ticket import Kind
from bot.ports import Ledger
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from storage.store import SqlStore
from tests.bench.calls_per_ticket import story, table
from tests.counting import counted
from tests.journeys.life import Life, Request, filed, living
from tests.journeys.stage import settings

MANY = 200
MOST = 15
"""Statements; a move with all that follows from it is the dearest."""


GIVEN_OUT = 15
"""Statements that a request costs more where the desk gives it to somebody: who is there, what they have in their
hands, whose turn it is, and the move.
"""
A_MESSAGE = 15
"""Statements from its coming in to its copy's being written down."""


@dataclass
class Price:
    """Of one update: its units of work, and the statements inside them."""

    units: int = 0
    statements: int = 0


@pytest.fixture(autouse=True)
def _no_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """They cost the same however much is going on, and belong to no update."""
    monkeypatch.setattr(rounds, "EVERY", 1e6)


@pytest.fixture
def bill(monkeypatch: pytest.MonkeyPatch) -> dict[int, Price]:
    """By update, as they come."""
    prices: dict[int, Price] = {}
    unit = Desk._unit

    def priced(desk: Desk, ledger: Ledger, job: Callable[[Ledger], Any]) -> Any:
        price = prices.setdefault(desk.update_id, Price())
        price.units += 1
        with counted() as statements:
            result = unit(desk, ledger, job)
        price.statements += len(statements)
        return result

    monkeypatch.setattr(Desk, "_unit", priced)
    return prices


@contextmanager
def units_noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Whose units of work there are; those of the lease come by time, whatever is going on."""
    units: list[str] = []
    unit = SqlStore.unit

    async def noted(store: SqlStore, job: Callable[[Ledger], Any]) -> Any:
        owner = job.__qualname__.partition(".")[0]
        units.extend([owner] if owner != "Lease" else [])
        return await unit(store, job)

    with monkeypatch.context() as patch:
        patch.setattr(SqlStore, "unit", noted)
        yield units


async def crowd(telegram: LocalTelegram, database: Path, tickets: int) -> None:
    """Tickets of one other customer, all but a few open and with Ivan; whatever they have to say is said."""
    boris = telegram.customer("Boris")
    requests = [Request(boris, f"The report {number} is empty.", Kind.STOPPED) for number in range(tickets)]
    await filed(telegram, settings(telegram, database), requests)
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM outbox")
        connection.execute("UPDATE tickets SET executor_id = 1, executor_name = 'Ivan', status = 'in_progress'")
        connection.execute("UPDATE tickets SET status = 'closed' WHERE number % 10 = 0")


async def lived(life: Life, carla: Person, bill: dict[int, Price]) -> dict[str, list[Price]]:
    """The prices of what is done, by what was done."""
    number = max(int(topic.name.split()[0][1:]) for topic in life.telegram.staff.topics.values())
    topic = life.topic_of(number)
    deeds: dict[str, Callable[[], Awaitable[object]]] = {
        "take": lambda: life.ivan.tap("Take", topic=topic),
        "customer": lambda: life.anna.say("It still fails"),
        "reply": lambda: life.ivan.say("Which card is it?", topic=topic),
        "note": lambda: life.olga.say("Looks like the bank", topic=topic),
        "turn the card": lambda: life.ivan.tap("Give to…", topic=topic),
        "correct": lambda: life.press(life.olga, f"c:{number}:1:set:kind.0", on=life.card_of(number)),
        "dialog begins": lambda: carla.say("/new"),
        "dialog step": lambda: carla.tap("Question"),
        "dialog text": lambda: carla.say("How do I export everything?"),
        "list": lambda: life.anna.say("/my"),
        "queue": lambda: life.olga.say("/queue", topic=topic),
        "refusal": lambda: life.press(carla, f"t:{number}:1:solved:0", on=carla.chat.last),
    }
    prices = {}
    for name, deed in deeds.items():
        bill.clear()
        await deed()
        await life.later()
        prices[name] = list(bill.values())
    return prices


async def test_an_update_costs_one_unit_of_work_and_as_many_statements_with_many_tickets_as_with_one(
    telegram: LocalTelegram, tmp_path: Path, bill: dict[int, Price]
) -> None:
    seen = []
    for number, others in enumerate((0, MANY)):
        carla = telegram.customer("Carla")
        folder = tmp_path / str(number)
        folder.mkdir()
        await crowd(telegram, folder / "desk.sqlite3", others)
        async with living(telegram, folder) as life:
            await life.later()
            seen.append(await lived(life, carla, bill))
    few, many = seen
    assert many == few
    (refused,) = few.pop("refusal")
    assert refused.units == 2, "one is undone, and another stores the refusal"
    for name, prices in few.items():
        assert [price.units for price in prices] == [1], name
        assert prices[0].statements <= MOST, name


async def test_giving_a_ticket_out_costs_as_much_on_a_big_desk(
    telegram: LocalTelegram, tmp_path: Path, bill: dict[int, Price]
) -> None:
    (tmp_path / "desk.toml").write_text("[services.support]\nassignment = 'round_robin'", "utf-8")
    prices: dict[tuple[int, bool], int] = {}
    for others, in_turn in ((0, False), (0, True), (MANY, True)):
        folder = tmp_path / str(len(prices))
        folder.mkdir()
        await crowd(telegram, folder / "desk.sqlite3", others)
        file: dict[str, Any] = {"desk_file": str(tmp_path / "desk.toml")} if in_turn else {}
        async with living(telegram, folder, support=("Ivan", "Olga"), **file) as life:
            bill.clear()
            await life.another_request()
            *_, sent = bill.values()
            prices[others, in_turn] = sent.statements
    assert prices[MANY, True] == prices[0, True] <= prices[0, False] + GIVEN_OUT, prices


async def test_delivering_it_costs_no_more_with_many_tickets_either(telegram: LocalTelegram, tmp_path: Path) -> None:
    spent = []
    for number, others in enumerate((0, MANY)):
        folder = tmp_path / str(number)
        folder.mkdir()
        await crowd(telegram, folder / "desk.sqlite3", others)
        async with living(telegram, folder) as life:
            await life.later()
            with counted() as statements:
                await life.anna_says("It still fails")
            spent.append(len(statements))
    assert spent[1] <= spent[0]


async def test_a_commit_is_paid_by_an_update_once_beside_the_batch_it_came_in(
    life: Life, monkeypatch: pytest.MonkeyPatch, bill: dict[int, Price]
) -> None:
    await life.tap(life.ivan, "Take")
    bill.clear()
    with units_noted(monkeypatch) as units:
        await life.olga_says("A note, which nobody is told")
    assert units == ["Inbox", "Desk"]
    assert [price.units for price in bill.values()] == [1]


async def test_words_set_out_with_the_commit_that_stores_them(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    await life.tap(life.ivan, "Take")
    await life.later()
    with units_noted(monkeypatch) as units, counted() as statements:
        words = await life.anna_says("It still fails")
    assert units == ["Inbox", "Desk", "Outbox"], "stored; handled and sent; written down"
    asked = [statement for statement in statements if "lease" not in statement]
    marked, *others = asked
    assert marked.startswith("UPDATE inbox"), "of an earlier update, which meant nothing"
    assert len(others) == A_MESSAGE, others
    assert words.reactions == ["👌"]


async def test_a_ticket_of_the_story_costs_the_group_fifteen_units(telegram: LocalTelegram, tmp_path: Path) -> None:
    prices = await story(telegram, tmp_path)
    assert sum(price.units for price in prices) <= 15, table(prices)
    assert sum(price.total for price in prices) <= 60, table(prices)
