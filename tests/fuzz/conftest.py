"""A loop that knows when it is idle."""

from __future__ import annotations

from tests.journeys.conftest import pytest_asyncio_loop_factories, warm

__all__ = ["pytest_asyncio_loop_factories", "warm"]
