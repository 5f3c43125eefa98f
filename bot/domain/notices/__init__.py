"""Fact → who is told what. The one place where the desk decides to speak of a move."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from bot.domain.facts import (
    AskingFact,
    CustomerReminded,
    EndingFact,
    Fact,
    HandingFact,
    LevelFact,
    PromisingFact,
    RelatingFact,
    WorkingFact,
)
from bot.domain.notices.asking import told_of_asking
from bot.domain.notices.ending import told_of_ending
from bot.domain.notices.handing import told_of_handing
from bot.domain.notices.keeping import told_of_level
from bot.domain.notices.promising import told_of_promising
from bot.domain.notices.relating import told_of_relating
from bot.domain.notices.told import Told
from bot.domain.notices.working import told_of_working
from bot.domain.ticket import Ticket


def told_of(fact: Fact, ticket: Ticket) -> Told:
    """The notices of a fact; `ticket` is the ticket after it. The card says the rest to the staff, for nothing."""
    if isinstance(fact, WorkingFact):
        return told_of_working(fact, ticket)
    if isinstance(fact, AskingFact):
        told = told_of_asking(fact, ticket)
        return _reminding(told) if isinstance(fact, CustomerReminded) else told
    if isinstance(fact, HandingFact):
        return told_of_handing(fact, ticket)
    if isinstance(fact, PromisingFact):
        return told_of_promising(fact, ticket)
    if isinstance(fact, EndingFact):
        return told_of_ending(fact, ticket)
    if isinstance(fact, RelatingFact):
        return told_of_relating(fact, ticket)
    if isinstance(fact, LevelFact):
        return told_of_level(fact, ticket)
    assert_never(fact)


def _reminding(told: Told) -> Told:
    """Reminders are known at their delivery: only those that have arrived count."""
    return replace(told, customer=tuple(replace(notice, reminds=True) for notice in told.customer))


__all__ = ["Told", "told_of"]
