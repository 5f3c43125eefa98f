"""The assignee does not want it (move 4): the next one is looked for at once."""

from __future__ import annotations

from bot.domain.lifecycle import Move
from bot.domain.people import Actor
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.assign import next_team
from bot.usecases.outcome import settle
from bot.usecases.owned import movable_ticket, staff_ticket, topic_ticket


def decline(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """One tap; no reason is owed."""
    _decline(uow, movable_ticket(uow, actor, number, turn, Move.DECLINE), actor, "")


def decline_because(uow: UnitOfWork, actor: Actor, chat_id: int, topic_id: int | None, reason: str) -> None:
    """`/decline` in the topic, with a word why if one likes."""
    _decline(uow, staff_ticket(uow, actor, topic_ticket(uow, chat_id, topic_id).number), actor, reason)


def _decline(uow: UnitOfWork, ticket: Ticket, actor: Actor, reason: str) -> None:
    settle(uow, *ticket.decline(reason, by=actor, at=uow.now, team=next_team(uow, ticket)))
