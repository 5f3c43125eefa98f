"""The executor completes a ticket, by cause, with an answer (11); and takes that back (11a)."""

from __future__ import annotations

from bot.domain.content import Side
from bot.domain.errors import NotCurrent, UnknownChoice
from bot.domain.lifecycle import GIVEN_CAUSES, Cause, Move
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.outcome import settle, show
from bot.usecases.owned import movable_ticket, staff_ticket


def choose_cause(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    show(uow, movable_ticket(uow, actor, number, turn, Move.COMPLETE), Face("causes"))


def ask_answer(uow: UnitOfWork, actor: Actor, number: int, turn: int, cause: str) -> None:
    """The next message of the actor in the topic is the closing answer; or the last reply serves."""
    if cause not in GIVEN_CAUSES:
        raise UnknownChoice
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    values = {"cause": cause, "has_reply": _last_reply(uow, ticket) is not None, "name": actor.name}
    show(uow, ticket, Face("completing", values))
    uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.COMPLETING, {"cause": cause}, turn))


def complete_with_last_reply(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Only who was asked for the answer may let the last reply serve."""
    ticket = movable_ticket(uow, actor, number, turn, Move.COMPLETE)
    prompt = uow.prompts.pending(ticket.chat_id, actor.id, number)
    if prompt is None or prompt.purpose is not Purpose.COMPLETING:
        raise NotCurrent
    complete(uow, actor, ticket, Cause(prompt.data["cause"]), _last_reply(uow, ticket))


def complete(uow: UnitOfWork, actor: Actor, ticket: Ticket, cause: Cause, answer: int | None) -> None:
    settle(uow, *ticket.complete(cause, answer=answer, by=actor, at=uow.now))


def ask_why_taken_back(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = movable_ticket(uow, actor, number, turn, Move.TAKE_BACK)
    show(uow, ticket, Face("taking_back", {"name": actor.name}))
    uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.TAKING_BACK, {}, turn))


def turn_to_main(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Back on a card: its buttons come up again."""
    show(uow, staff_ticket(uow, actor, number, turn))


def _last_reply(uow: UnitOfWork, ticket: Ticket) -> int | None:
    """None also when it was taken back."""
    reply = None if ticket.last_reply is None else uow.messages.get(ticket.last_reply)
    return reply.id if reply and reply.side is Side.REPLY else None
