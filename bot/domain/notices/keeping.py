"""The service level: who works on it is warned, the leads hear of a breach."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import LevelBreached, LevelFact, LevelWarned
from bot.domain.notices.told import Told, to_assignee
from bot.domain.statements import Notice
from bot.domain.ticket import Ticket


def told_of_level(fact: LevelFact, ticket: Ticket) -> Told:
    """What nobody works on yet is the leads' to give to somebody. The other service hears of what lies with it."""
    match fact:
        case LevelWarned():
            told = _about(fact, ticket, "staff-level-warned")
            nobody = ticket.assignee_id is None
            return Told(staff=(told,), leads=nobody, instead_of=ticket.assignee_id)
        case LevelBreached():
            told = _about(fact, ticket, "staff-level-breached")
            return Told(staff=(told,), leads=True)
        case _:
            assert_never(fact)


def _about(fact: LevelFact, ticket: Ticket, key: str) -> Notice:
    return to_assignee(ticket, key, goal=fact.goal, due=fact.due_at, taken=int(ticket.assignee_id is not None))
