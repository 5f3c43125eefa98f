"""Send what did not arrive once more."""

from __future__ import annotations

from bot.domain.content import Message, Side
from bot.domain.errors import NotCurrent
from bot.domain.people import Actor, Standing
from bot.domain.statements import Mark, Priority, Private, Retire, Thread
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.carrier import carrier
from bot.usecases.owned import staff_ticket
from bot.usecases.relay import send
from bot.usecases.topics import here, topic_in


def retry(uow: UnitOfWork, actor: Actor, message_id: int, pressed: int, topic_id: int | None) -> None:
    """`message_id` is the desk's id of the message, `pressed` the message with the button.

    What waits or could not arrive is queued anew; what is gone or on its way is never said twice. 💔 goes: it would be
    false when the words have arrived.
    """
    message = uow.messages.find(message_id)
    if message is None or message.ticket is None or message.side is not Side.REPLY:
        raise NotCurrent
    ticket = _ticket(uow, actor, message)
    if not ticket.open or not uow.speech.cancel(Private(ticket.customer_id), carrier(message, ticket)):
        raise NotCurrent
    send(uow, message, ticket)
    uow.speech.say(topic_in(ticket, message.chat_id), Mark(message.message_id, None), Priority.LIVE)
    uow.speech.say(Thread(here(actor, ticket), topic_id), Retire(pressed))


def _ticket(uow: UnitOfWork, actor: Actor, message: Message) -> Ticket:
    """Also for the members of the group in which it was written: what it had to say while the ticket was there is not
    lost when that is over.
    """
    assert message.ticket is not None, "a reply is of a ticket"  # noqa: S101 (an invariant)
    if actor.standing >= Standing.MEMBER and actor.chat_id == message.chat_id:
        return uow.tickets.get(message.ticket)
    return staff_ticket(uow, actor, message.ticket)
