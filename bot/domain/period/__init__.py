"""When the problem occurred: a start, and an end or *still happening*, or *unknown*.

A typed phrase goes through four rooms: `scanner` (text → words of `syntax`, by the vocabulary in `words`),
`grammar` (words → a phrase) and `meaning` (a phrase, the present and a zone → `model.Period`).
"""

from __future__ import annotations

from bot.domain.period.ahead import parse_day_ahead
from bot.domain.period.meaning import parse_period
from bot.domain.period.model import (
    Period,
    Shape,
    last_hour,
    still_happening,
    today,
    unknown,
    yesterday,
)
from bot.domain.period.refusals import PeriodEndsBeforeStart, PeriodInFuture, PeriodNotUnderstood

__all__ = [
    "Period",
    "PeriodEndsBeforeStart",
    "PeriodInFuture",
    "PeriodNotUnderstood",
    "Shape",
    "last_hour",
    "parse_day_ahead",
    "parse_period",
    "still_happening",
    "today",
    "unknown",
    "yesterday",
]
