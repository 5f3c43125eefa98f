"""The system's time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

LONGEST = 3600.0


class SystemClock:
    """The port `Clock` on the machine's own; a step of the machine's time is noticed within the hour."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep_until(self, at: datetime) -> None:
        while (left := (at - self.now()).total_seconds()) > 0:  # noqa: ASYNC110 (it waits for time itself)
            await asyncio.sleep(min(left, LONGEST))
