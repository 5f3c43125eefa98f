"""What has become of a question on its way to the customer: the clocks wait from its delivery on."""

from __future__ import annotations

from bot.domain.content import Message
from bot.domain.statements import Priority, Private, Rekey
from bot.ports import UnitOfWork
from bot.usecases.levels import renew_card, timed
from bot.usecases.outcome import show


def question_shown(uow: UnitOfWork, number: int, message: int, message_id: int) -> None:
    """The question `message` stands in the customer's chat at `message_id`, with its buttons.

    One that was over before it arrived loses them.
    """
    ticket = uow.tickets.get(number)
    if ticket.question is None or ticket.question.message != message:
        return uow.speech.say(Private(ticket.customer_id), Rekey(message_id, number), Priority.LIVE)
    seen, fact = ticket.question_shown(message_id, at=uow.now)
    after = timed(uow.rules, seen, fact) if fact else seen
    uow.tickets.save(after)
    if fact is not None:
        uow.history.record(fact)
        renew_card(uow, ticket, after)
    if ticket.question.undelivered:
        show(uow, seen)
    return None


def question_failed(uow: UnitOfWork, message: Message) -> None:
    """If the message was the open question, the card says so."""
    ticket = uow.tickets.get(message.ticket or 0)
    if ticket.question is None or ticket.question.message != message.id:
        return
    failed = ticket.question_failed()
    uow.tickets.save(failed)
    show(uow, failed)
