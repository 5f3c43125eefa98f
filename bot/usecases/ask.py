"""The staff ask the customer: a question, solutions to choose from, something to do (5); and withdraw that (6a)."""

from __future__ import annotations

from bot.domain.content import Incoming, Message
from bot.domain.errors import UnknownChoice, VariantsCount
from bot.domain.lifecycle import Ask, Move, moves_from
from bot.domain.people import Actor
from bot.domain.questions import has_words, variants_of
from bot.domain.statements import Buttons, Face, Notice, Priority, Private
from bot.domain.ticket import MOST_VARIANTS, Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.asked import ask_words
from bot.usecases.outcome import settle, turn_card
from bot.usecases.owned import movable_ticket, staff_ticket
from bot.usecases.relay import withhold
from bot.usecases.reply import reply


def choose_kind(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    turn_card(uow, actor, _askable(uow, actor, number, turn), Face("ask"))


def ask_for_question(uow: UnitOfWork, actor: Actor, number: int, turn: int, kind: str) -> None:
    """The next message of the actor in the topic is the question."""
    if kind not in tuple(Ask):
        raise UnknownChoice
    data = {"kind": kind}
    ask_words(uow, actor, _askable(uow, actor, number, turn), Face("asking", data), Purpose.ASKING, data)


def ask_with(uow: UnitOfWork, actor: Actor, ticket: Ticket, prompt: Prompt, incoming: Incoming) -> None:
    question = reply(uow, ticket, actor, incoming)
    ask(uow, actor, uow.tickets.get(ticket.number), Ask(prompt.data["kind"]), question)


def ask(uow: UnitOfWork, actor: Actor, ticket: Ticket, what: Ask, question: Message) -> None:
    """`question` is a reply on its way; its buttons stand under it, or, as an album has none, in a message after it."""
    variants = variants_of(question.content.text) if what is Ask.CHOICE else ()
    asked, fact = ticket.ask(what, question.id, by=actor, at=uow.now, variants=variants)
    if what is Ask.CHOICE and not has_words(question.content.text):
        raise VariantsCount(limit=MOST_VARIANTS)
    settle(uow, asked, fact)
    if question.album is not None:
        repeat_question(uow, asked)


def repeat_question(uow: UnitOfWork, ticket: Ticket) -> None:
    """Once more, with its buttons, pointing at the question itself."""
    notice = Notice("ticket-question", buttons=Buttons.QUESTION, number=ticket.number, turn=ticket.turn)
    uow.speech.say(Private(ticket.customer_id), notice, Priority.LIVE)


def withdraw_question(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> None:
    """By the card's button. What has not gone yet never goes."""
    ticket = movable_ticket(uow, actor, number, turn, Move.WITHDRAW_QUESTION)
    stopped = ticket.question is not None and withhold(uow, uow.messages.get(ticket.question.message), ticket)
    ticket = ticket if ticket.clocks is None else uow.tickets.get(number)
    settle(uow, *ticket.withdraw_question(by=actor, at=uow.now, seen=not stopped))


def withdraw_with(uow: UnitOfWork, actor: Actor, ticket: Ticket, message: Message, *, seen: bool) -> None:
    """The message is taken back; if it was the open question, so is that."""
    if ticket.question is not None and ticket.question.message in _whole(uow, message):
        present = ticket if ticket.clocks is None else uow.tickets.get(ticket.number)
        settle(uow, *present.withdraw_question(by=actor, at=uow.now, seen=seen))


def _whole(uow: UnitOfWork, message: Message) -> list[int]:
    if message.album is None or message.ticket is None:
        return [message.id]
    return [part.id for part in uow.messages.parts(message.ticket, message.album)]


def _askable(uow: UnitOfWork, actor: Actor, number: int, turn: int) -> Ticket:
    """Also one that nobody has taken yet: to ask takes it."""
    ticket = staff_ticket(uow, actor, number, turn)
    ticket.allow(Move.TAKE if Move.TAKE in moves_from(ticket.status) else Move.ASK, actor)
    return ticket
