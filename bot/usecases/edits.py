"""Somebody changed a message after it was written."""

from __future__ import annotations

from bot.domain.content import Incoming, Message, Side
from bot.domain.intake import amend_piece
from bot.domain.people import Actor
from bot.domain.statements import Amend, Priority, Private
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.ask import withdraw_with
from bot.usecases.carrier import carrier
from bot.usecases.draft_says import save
from bot.usecases.owned import surviving
from bot.usecases.relay import onlookers, other_side, withhold
from bot.usecases.reply import tell_writer
from bot.usecases.staff_says import is_note
from bot.usecases.topics import topics_of


def customer_edits(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """The draft, or what the staff see, follows."""
    message = uow.messages.written(incoming.chat_id, incoming.message_id)
    if message is None or message.content == incoming.content:
        return
    uow.messages.amend(message.id, incoming.content)
    draft = uow.drafts.of(actor.id) if message.draft else None
    if draft is not None and draft.id == message.draft:
        save(uow, amend_piece(draft, message.id, incoming.content))
    elif message.ticket is not None:
        _follow(uow, message, uow.tickets.get(message.ticket))


def staff_edits(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """A note stays a note whatever becomes of it; `//` put before a reply stops one that has not gone yet."""
    message = uow.messages.written(incoming.chat_id, incoming.message_id)
    if message is None or message.author_id != actor.id or message.content == incoming.content:
        return None
    if message.side is Side.REPLY and message.ticket is not None:
        ticket = uow.tickets.get(message.ticket)
        if is_note(incoming.content.text):
            return _stop(uow, actor, message, ticket, incoming)
        uow.messages.amend(message.id, incoming.content)
        return _follow(uow, message, ticket)
    return uow.messages.amend(message.id, incoming.content)


def _follow(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """What has not gone yet will go as it is now; else one waiting amendment carries the newest state. Old words of a
    merged ticket are read where it goes on.
    """
    places = {place.chat_id for place in uow.messages.copies(message.id)}
    merged = message.side is Side.CUSTOMER and ticket.merged_into is not None
    goes_on = topics_of(surviving(uow, ticket)) if merged else ()
    for to in (other_side(message, ticket), *onlookers(message, ticket), *goes_on):
        chat_id = to.person_id if isinstance(to, Private) else to.chat_id
        if chat_id not in places and uow.speech.waits(to, carrier(message, ticket)):
            continue
        uow.speech.cancel(to, Amend(message.id))
        uow.speech.say(to, Amend(message.id), Priority.LIVE)


def _stop(uow: UnitOfWork, actor: Actor, message: Message, ticket: Ticket, incoming: Incoming) -> None:
    stopped = withhold(uow, message, ticket)
    if stopped:
        uow.messages.amend(message.id, incoming.content)
        withdraw_with(uow, actor, ticket, message, seen=False)
    key = "staff-reply-stopped" if stopped else "staff-edit-too-late"
    tell_writer(uow, incoming, key)
