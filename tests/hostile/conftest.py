"""The journeys' stage."""

from __future__ import annotations

from tests.journeys.conftest import _reads_count_as_work, anna, pytest_asyncio_loop_factories, talk, telegram, warm

__all__ = ["_reads_count_as_work", "anna", "pytest_asyncio_loop_factories", "talk", "telegram", "warm"]
