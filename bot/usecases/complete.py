"""The executor completes a ticket, by cause, with an answer (11); and takes that back (11a)."""

from __future__ import annotations

from bot.domain.content import Side
from bot.domain.errors import NotCurrent, NotYourTicket, TextMissing, UnknownChoice
from bot.domain.lifecycle import OWNERS, Cause, Move, moves_from
from bot.domain.people import Actor
from bot.domain.statements import Face
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.outcome import settle, show
from bot.usecases.owned import staff_ticket


def choose_cause(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    show(uow, _owned(uow, actor, number, turn, Move.COMPLETE), Face("causes"))


def ask_answer(uow: UnitOfWork, actor: Actor, number: int, turn: int, cause: str) -> None:
    """The next message of the actor in the topic is the closing answer; or the last reply serves."""
    if cause not in set(Cause):
        raise UnknownChoice
    ticket = _owned(uow, actor, number, turn, Move.COMPLETE)
    uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.COMPLETING, {"cause": cause}, turn))
    values = {"cause": cause, "has_reply": ticket.last_reply is not None, "name": actor.name}
    show(uow, ticket, Face("completing", values))


def complete_with_last_reply(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Only who was asked for the answer may let the last reply serve."""
    ticket = _owned(uow, actor, number, turn, Move.COMPLETE)
    prompt = uow.prompts.pending(ticket.chat_id, actor.id, number)
    if prompt is None or prompt.purpose is not Purpose.COMPLETING:
        raise NotCurrent
    if ticket.last_reply is None or uow.messages.get(ticket.last_reply).side is not Side.REPLY:
        raise TextMissing(number=number)  # there is none, or it was taken back
    uow.prompts.answered(prompt)
    complete(uow, actor, ticket, Cause(prompt.data["cause"]), ticket.last_reply)


def complete(uow: UnitOfWork, actor: Actor, ticket: Ticket, cause: Cause, answer: int) -> None:
    settle(uow, *ticket.complete(cause, answer=answer, by=actor, at=uow.now))


def ask_why_taken_back(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    ticket = _owned(uow, actor, number, turn, Move.TAKE_BACK)
    uow.prompts.ask(Prompt(ticket.chat_id, actor.id, number, Purpose.TAKING_BACK, {}, turn))
    show(uow, ticket, Face("taking_back", {"name": actor.name}))


def turn_to_main(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """Back on a card: its buttons come up again, and what was asked for is asked no more."""
    ticket = staff_ticket(uow, actor, number, turn)
    if prompt := uow.prompts.pending(ticket.chat_id, actor.id, number):
        uow.prompts.answered(prompt)
    show(uow, ticket)


def _owned(uow: UnitOfWork, actor: Actor, number: int, turn: int, move: Move) -> Ticket:
    """A ticket that the actor may move that way, before anything is asked."""
    ticket = staff_ticket(uow, actor, number, turn)
    if move not in moves_from(ticket.status):
        raise NotCurrent
    if not ticket.roles(actor) & OWNERS:
        raise NotYourTicket(number=number)
    return ticket
