"""Service levels: how long an answer may take, and how long it has taken.

`clocks` is folded from a ticket's history and knows moments only; `terms` say what was agreed; `due` brings the two
together. So a corrected kind or stand, or another calendar, counts for the whole life of the ticket at once.
"""

from __future__ import annotations

from bot.domain.sla.clocks import Clocks, Expected, Goal
from bot.domain.sla.due import Due, due, next_due, running
from bot.domain.sla.stopwatch import Stopwatch
from bot.domain.sla.terms import Level, Targets, Terms

__all__ = [
    "Clocks",
    "Due",
    "Expected",
    "Goal",
    "Level",
    "Stopwatch",
    "Targets",
    "Terms",
    "due",
    "next_due",
    "running",
]
