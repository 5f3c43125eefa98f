"""A message in a ticket's topic: a reply to the customer, a note, or the text that the desk had asked for."""

from __future__ import annotations

from bot.domain.content import ContentKind, Incoming, Message, Place, Side
from bot.domain.errors import AnonymousSender, NotRepeatable, TextExpected, TicketClosed
from bot.domain.lifecycle import Move, moves_from
from bot.domain.people import Actor, Standing
from bot.domain.statements import CardView, Notice, Thread
from bot.domain.ticket import Ticket
from bot.ports import Prompt, Purpose, UnitOfWork
from bot.usecases.complete import complete
from bot.usecases.correct import correct_subject
from bot.usecases.outcome import settle
from bot.usecases.relay import relay, replied_place, withhold

NOTE_SIGN = "/"


def staff_says(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """What the executor or the assignee writes, and any member's swipe-reply to the card or to a customer's message,
    is a reply. Everything else is a note, and so is what begins with `/`.
    """
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id) if incoming.topic_id else None
    if ticket is None or actor.standing < Standing.MEMBER:
        return None
    uow.members.seen(incoming.chat_id, actor, actor.standing)
    if is_note(incoming.content.text) or _of_noted_album(uow, ticket, incoming):
        return _note(uow, ticket, actor, incoming)
    if incoming.forwarded:
        return _forward(uow, ticket, actor, incoming)
    prompt = uow.prompts.pending(incoming.chat_id, actor.id, ticket.number)
    if prompt is not None and _asked_for(uow, ticket, prompt, actor, incoming):
        return None
    swiped = _swiped(uow, ticket, incoming)
    if not (ticket.speaks_to_customer(actor) or _towards_customer(uow, ticket, incoming, swiped)):
        return _note(uow, ticket, actor, incoming)
    reply(uow, ticket, actor, incoming, answers=swiped.source if swiped else None)
    return None


def anonymous_says(uow: UnitOfWork, incoming: Incoming) -> None:
    """Nobody can be held to account for it: it stays where it was written. Who wanted to answer is told why."""
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id) if incoming.topic_id else None
    if ticket is None or is_note(incoming.content.text):
        return
    if _towards_customer(uow, ticket, incoming, _swiped(uow, ticket, incoming)):
        raise AnonymousSender


def unknown_command(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """`/tkae` is a note; the writer may have meant a command, and is told."""
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id) if incoming.topic_id else None
    if ticket is not None and actor.standing >= Standing.MEMBER:
        uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
        uow.speech.say(
            Thread(incoming.chat_id, incoming.topic_id),
            Notice("staff-unknown-command", reply_to=incoming.message_id),
        )


def is_note(text: str) -> bool:
    return text.startswith(NOTE_SIGN)


def reply(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming, *, answers: int | None) -> Message:
    """Send it to the customer; the first reply is a take."""
    if not ticket.open:
        raise TicketClosed(number=ticket.number)
    if incoming.content.kind is ContentKind.OTHER:
        raise NotRepeatable
    if Move.TAKE in moves_from(ticket.status):
        ticket, fact = ticket.take(by=actor, at=uow.now)
        settle(uow, ticket, fact)
        ticket = uow.tickets.get(ticket.number)
    message = uow.messages.add(incoming, actor, Side.REPLY, uow.now, ticket=ticket.number, reply_to=answers)
    uow.tickets.replied(ticket.number, message.id)
    relay(uow, message, ticket)
    return message


def _note(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """One caption speaks for its whole album, also for the parts that came before it."""
    message = uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
    if message.album is not None:
        withhold(uow, message, ticket)


def _of_noted_album(uow: UnitOfWork, ticket: Ticket, incoming: Incoming) -> bool:
    if incoming.album is None:
        return False
    return any(part.side is Side.NOTE for part in uow.messages.parts(ticket.number, incoming.album))


def _forward(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """What somebody else has written, perhaps as a note, is nobody's reply; the executor is told."""
    _note(uow, ticket, actor, incoming)
    if ticket.speaks_to_customer(actor):
        told = Notice("staff-forward-kept", reply_to=incoming.message_id)
        uow.speech.say(Thread(incoming.chat_id, incoming.topic_id), told)


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
    card = uow.speech.shown(CardView(ticket.number)) if incoming.reply_to else None
    return card is not None and card.message_id == incoming.reply_to


def _asked_for(uow: UnitOfWork, ticket: Ticket, prompt: Prompt, actor: Actor, incoming: Incoming) -> bool:
    """Whether the message was the text that a button had asked for; a question that life has overtaken is dropped."""
    uow.prompts.answered(prompt)
    if prompt.turn != ticket.turn:
        return False
    text = incoming.content.text
    match prompt.purpose:
        case Purpose.COMPLETING:
            answer = reply(uow, ticket, actor, incoming, answers=None)
            complete(uow, actor, uow.tickets.get(ticket.number), prompt, answer.id)
        case _ if incoming.content.kind is not ContentKind.TEXT:
            raise TextExpected
        case Purpose.TAKING_BACK:
            _note(uow, ticket, actor, incoming)
            settle(uow, *ticket.take_back(text, by=actor, at=uow.now))
        case Purpose.SUBJECT:
            _note(uow, ticket, actor, incoming)
            correct_subject(uow, actor, ticket, text)
        case _:
            return False
    return True
