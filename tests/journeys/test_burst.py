"""A hundred tickets in a minute: the group's budget is one, and nobody is forgotten."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.compose import Composer
from bot.domain.intake import Step
from bot.domain.ticket import Kind
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import RunningDesk

MANY = 100


async def everybody_files(telegram: LocalTelegram, people: list[Person]) -> None:
    """All of them at each step at the same time; the dialog is as short as it can be, for it is not what is claimed."""
    for person in people:
        await person.say("Payment fails with error 500.")
    await telegram.settle(quiet=1)
    for label in ("Something is wrong", "Next", "Send"):
        for person in people:
            await person.tap(label)
        await telegram.settle(quiet=1)


@pytest.fixture
async def desk(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[RunningDesk]:
    short = {Kind.WRONG: frozenset({Step.STAND, Step.COMPONENT, Step.PERIOD, Step.LOG})}
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3", skip_steps=short) as running:
        yield running


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The private chats for which something was composed."""
    chats: list[int] = []
    compose = Composer.compose

    def noted(self: Composer, ledger: Any, row: Any, *args: Any, **more: Any) -> Any:
        chats.extend([row.chat_id] if row.chat_id > 0 else [])
        return compose(self, ledger, row, *args, **more)

    monkeypatch.setattr(Composer, "compose", noted)
    return chats


async def test_a_hundred_tickets_drain_without_a_flood_and_customers_hear_at_once(
    telegram: LocalTelegram, desk: RunningDesk, composed: list[int]
) -> None:
    people = [telegram.customer(f"Customer {number}", language="en") for number in range(MANY)]
    await everybody_files(telegram, people)
    begun = telegram.clock.now()
    await telegram.clock.advance(30)
    told = [call for call in telegram.calls if "received" in str(call.params.get("text"))]
    assert len({call.chat_id for call in told}) == MANY, "the group is full, the customers are told all the same"
    assert len(telegram.staff.topics) < MANY
    await telegram.clock.advance(12 * 60)
    assert [call.error for call in telegram.calls if not call.ok] == []
    assert len(telegram.staff.topics) == MANY
    assert all("Payment fails" in topic.transcript() for topic in telegram.staff.topics.values())
    drained = max(call.at for call in telegram.calls if call.chat_id == telegram.staff.chat_id) - begun
    assert drained < timedelta(minutes=11), "two units a ticket, twenty a minute"
    sent = [call for call in telegram.calls if (call.chat_id or 0) > 0]
    assert len(composed) == len(sent), "nothing is composed that cannot go yet"
