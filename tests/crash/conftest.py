"""Crashes happen on the local Telegram, on a loop that knows when it is idle."""

from __future__ import annotations

from tests.journeys.conftest import _reads_count_as_work, desk, pytest_asyncio_loop_factories, telegram, warm

__all__ = ["_reads_count_as_work", "desk", "pytest_asyncio_loop_factories", "telegram", "warm"]
