"""A local Telegram for each test, on a loop that knows when it is idle."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import pytest

from bot.sandbox.loop import IdleLoop
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, Callable[[], Any]]:
    return {"idle": IdleLoop}


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    """Standing clock, no budgets."""
    async with LocalTelegram(budgets=False) as telegram:
        yield telegram


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Client]:
    """A bare client of the telegram's bot."""
    async with Client(telegram) as client:
        yield client
