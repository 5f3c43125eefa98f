"""Until when somebody is away: a phrase typed in English or Russian → a moment ahead."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from bot.domain.errors import UntilIsPast, UntilNotUnderstood
from bot.domain.period.ahead import moment_ahead
from bot.domain.period.present import Present

FARTHEST = timedelta(days=731)
LITTLE = re.compile(r"^\s*(?:until|till|to|on|до|по|в|к|с)\s+", re.IGNORECASE)


def parse_until(text: str, *, now: datetime, zone: tzinfo) -> datetime:
    """`now` is aware, `zone` is where the person's clock stands; the answer is aware, UTC, and ahead.

    Raises UntilNotUnderstood or UntilIsPast, and nothing else whatever the text.
    """
    until = moment_ahead(LITTLE.sub("", text), Present(now.astimezone(UTC), zone))
    if until is None:
        raise UntilNotUnderstood
    if until <= now:
        raise UntilIsPast
    if until - now > FARTHEST:
        raise UntilNotUnderstood
    return until
