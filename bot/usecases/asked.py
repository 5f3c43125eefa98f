"""What the desk asks somebody to write: their next message there is that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.domain.errors import NotCurrent
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.outcome import turn_card
from bot.usecases.topics import here


def ask_words(
    uow: UnitOfWork, actor: Actor, ticket: Ticket, face: Face, purpose: Purpose, data: dict[str, Any] | None = None
) -> None:
    """Of one of the staff, in the topic: the card says so, and names them. `data` comes back with the words."""
    turn_card(uow, actor, ticket, replace(face, values={**face.values, "name": actor.name}))
    uow.prompts.ask(Prompt(here(actor, ticket), actor.id, ticket.number, purpose, data or {}, ticket.turn))


def asked_words(uow: UnitOfWork, actor: Actor, ticket: Ticket, purpose: Purpose) -> Prompt:
    """For a button that stands for the words: only who was asked for them may press it."""
    prompt = uow.prompts.pending(here(actor, ticket), actor.id, ticket.number)
    if prompt is None or prompt.purpose is not purpose:
        raise NotCurrent
    return prompt


def ask_customer(uow: UnitOfWork, ticket: Ticket, purpose: Purpose) -> None:
    uow.prompts.ask(Prompt(ticket.customer_id, ticket.customer_id, ticket.number, purpose, {}, ticket.turn))
