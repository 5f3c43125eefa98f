"""A message in a ticket's topic: a reply to the customer, a note, or the text that the desk had asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import Incoming, Message, Place, Side
from bot.domain.errors import AnonymousSender
from bot.domain.lifecycle import Role
from bot.domain.people import Actor, Standing
from bot.domain.questions import kind_of, sign_of
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.ask import ask
from bot.usecases.filed_files import joins_filed
from bot.usecases.relay import replied_place
from bot.usecases.reply import keep_note, reply, tell_writer
from bot.usecases.staff_answers import staff_answers
from bot.usecases.topics import topic_in

NOTE_SIGN = "/"


def staff_says(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """What the executor or the assignee writes, and any member's swipe-reply to the card or to a customer's message,
    is a reply; one that begins with `? ` asks. Everything else is a note, and so is what begins with `/`.
    """
    if joins_filed(uow, actor, incoming):
        return None
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
    if ticket is None or actor.standing < Standing.MEMBER:
        return None
    uow.members.seen(incoming.chat_id, actor, actor.standing)
    album = _album_so_far(uow, ticket, incoming)
    if is_note(incoming.content.text) or any(part.side is Side.NOTE for part in album):
        return keep_note(uow, ticket, actor, incoming)
    if incoming.forwarded:
        return _forward(uow, ticket, actor, incoming)
    if staff_answers(uow, actor, ticket, incoming):
        return None
    swiped = _swiped(uow, ticket, incoming)
    said = bool(album) or ticket.speaks_to_customer(actor)
    if not (said or _towards_customer(uow, ticket, incoming, swiped)):
        return keep_note(uow, ticket, actor, incoming)
    if Role.MEMBER not in ticket.roles(actor):  # of a group that has it no more
        return keep_note(uow, ticket, actor, incoming)
    message = reply(uow, ticket, actor, incoming, answers=swiped.source if swiped else None)
    if sign_of(incoming.content.text) and not album:
        ask(uow, actor, uow.tickets.get(ticket.number), kind_of(incoming.content.text), message)
    return None


def anonymous_says(uow: UnitOfWork, incoming: Incoming) -> None:
    """Nobody can be held to account for it: it stays where it was written. Who wanted to answer is told why."""
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
    if ticket is None or is_note(incoming.content.text):
        return
    if _towards_customer(uow, ticket, incoming, _swiped(uow, ticket, incoming)):
        raise AnonymousSender


def unknown_command(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """`/tkae` is a note; the writer may have meant a command, and is told."""
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
    if ticket is not None and actor.standing >= Standing.MEMBER:
        uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
        tell_writer(uow, incoming, "staff-unknown-command")


def is_note(text: str) -> bool:
    return text.startswith(NOTE_SIGN)


def _album_so_far(uow: UnitOfWork, ticket: Ticket, incoming: Incoming) -> Sequence[Message]:
    """What has come of the album that the message is part of: as the first one went, so go the others."""
    return uow.messages.parts(ticket.number, incoming.album) if incoming.album is not None else ()


def _forward(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """What somebody else has written, perhaps as a note, is nobody's reply; the executor is told."""
    keep_note(uow, ticket, actor, incoming)
    if ticket.speaks_to_customer(actor):
        tell_writer(uow, incoming, "staff-forward-kept")


def _swiped(uow: UnitOfWork, ticket: Ticket, incoming: Incoming) -> Place | None:
    """What was answered, if it is of this ticket."""
    if incoming.reply_to is None or incoming.reply_to == incoming.topic_id:
        return None
    place = replied_place(uow, incoming)
    return place if place and place.ticket == ticket.number else None


def _towards_customer(uow: UnitOfWork, ticket: Ticket, incoming: Incoming, swiped: Place | None) -> bool:
    """The card, or what the customer wrote; an answer to a colleague is no reply."""
    if swiped is not None and swiped.source is not None:
        return uow.messages.get(swiped.source).side is Side.CUSTOMER
    card = uow.speech.shown(topic_in(ticket, incoming.chat_id).card) if incoming.reply_to else None
    return card is not None and card.message_id == incoming.reply_to
