"""The customer answers what the staff have asked (6): by a button, or in a message of any kind."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import Message
from bot.domain.errors import NotCurrent
from bot.domain.lifecycle import Ask, Status
from bot.domain.people import Actor
from bot.domain.statements import Notice, Priority, Private, Rekey
from bot.domain.ticket import Question, Ticket
from bot.ports import Purpose, UnitOfWork
from bot.usecases.asked import ask_customer
from bot.usecases.outcome import settle
from bot.usecases.owned import own_ticket


def choose(uow: UnitOfWork, actor: Actor, number: int, message: int, variant: int) -> None:
    """`message` is the question that the button belonged to, `variant` counts from 0."""
    ticket, _ = _asked(uow, actor, number, message)
    settle(uow, *ticket.choose(variant, by=actor, at=uow.now))


def done(uow: UnitOfWork, actor: Actor, number: int, message: int) -> None:
    ticket, _ = _asked(uow, actor, number, message)
    settle(uow, *ticket.do(by=actor, at=uow.now))


def commit(uow: UnitOfWork, actor: Actor, number: int, message: int) -> None:
    """The other two buttons stay."""
    ticket, question = _asked(uow, actor, number, message)
    settle(uow, *ticket.commit(by=actor, at=uow.now))
    for shown in question.shown:
        uow.speech.say(Private(actor.id), Rekey(shown, number), Priority.LIVE)


def ask_reason(uow: UnitOfWork, actor: Actor, number: int, message: int) -> None:
    """It cannot be done: the next message says why."""
    ticket, question = _asked(uow, actor, number, message)
    if question.ask is not Ask.ACTION:
        raise NotCurrent
    _ask_for(uow, actor, ticket, Purpose.CANNOT, "question-why-not")


def ask_words(uow: UnitOfWork, actor: Actor, number: int, message: int) -> None:
    """The next message is the answer, whatever else is being written."""
    ticket, _ = _asked(uow, actor, number, message)
    _ask_for(uow, actor, ticket, Purpose.ANSWERING, "question-your-words")


def answer_with(uow: UnitOfWork, actor: Actor, ticket: Ticket, said: Sequence[Message]) -> None:
    """Words or a file of the customer, which are with the staff already, answer the question if it had arrived
    before them; after "I can't" they are the reason.
    """
    question = ticket.question
    if ticket.status is not Status.WAITING_CUSTOMER or question is None:
        return
    delivered = question.delivered_at
    answer = next((one for one in said if delivered is not None and one.at >= delivered), None)
    if answer is None:
        return
    if _says_why_not(uow, actor, ticket):
        settle(uow, *ticket.cannot(answer.content.text, answer.id, by=actor, at=uow.now))
    else:
        settle(uow, *ticket.answer(answer.id, by=actor, at=uow.now))


def _says_why_not(uow: UnitOfWork, actor: Actor, ticket: Ticket) -> bool:
    prompt = uow.prompts.pending(actor.id, actor.id, ticket.number)
    if prompt is None:
        return False
    uow.prompts.answered(prompt)
    return prompt.purpose is Purpose.CANNOT and prompt.turn == ticket.turn


def _asked(uow: UnitOfWork, actor: Actor, number: int, message: int) -> tuple[Ticket, Question]:
    """The open question, if it is the one that the button belonged to."""
    ticket = own_ticket(uow, actor, number)
    if ticket.question is None or ticket.question.message != message:
        raise NotCurrent
    return ticket, ticket.question


def _ask_for(uow: UnitOfWork, actor: Actor, ticket: Ticket, purpose: Purpose, key: str) -> None:
    notice = Notice(key, {"number": ticket.number}, number=ticket.number, turn=ticket.turn)
    uow.speech.say(Private(actor.id), notice, Priority.LIVE)
    ask_customer(uow, ticket, purpose)
