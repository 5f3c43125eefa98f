"""`/unsend`: take back what a reply has put into the customer's chat."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.content import Side
from bot.domain.errors import NothingToUnsend, NotYourTicket, StaffOnly, TooLateToUnsend
from bot.domain.lifecycle import OWNERS
from bot.domain.people import Actor, Standing
from bot.domain.statements import Notice, Priority, Private, Retract, Thread
from bot.ports import UnitOfWork
from bot.usecases.ask import withdraw_with
from bot.usecases.relay import hide, note, withhold

DELETABLE = timedelta(hours=48)


def unsend(uow: UnitOfWork, actor: Actor, chat_id: int, topic_id: int | None, reply_to: int | None) -> None:
    """By the author, the executor or a lead, as a swipe-reply to the message; for 48 hours, as Telegram has it.

    What has arrived is a note from now on; that it is taken back is said when Telegram has done so.
    """
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    message = uow.messages.written(chat_id, reply_to) if reply_to else None
    if message is None or message.ticket is None or message.side is not Side.REPLY:
        raise NothingToUnsend
    ticket = uow.tickets.get(message.ticket)
    if message.author_id != actor.id and not ticket.roles(actor) & OWNERS:
        raise NotYourTicket(number=ticket.number)
    if uow.now - message.at > DELETABLE:
        raise TooLateToUnsend
    stopped = withhold(uow, message, ticket)
    if stopped:
        uow.speech.say(Thread(chat_id, topic_id), Notice("staff-unsent", reply_to=reply_to))
    else:
        note(uow, message, ticket)
        uow.speech.say(Private(ticket.customer_id), Retract(message.id), Priority.LIVE)
        hide(uow, message, ticket)
    withdraw_with(uow, actor, ticket, message, seen=not stopped)
