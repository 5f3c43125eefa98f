"""A message in a ticket's topic: a reply to the customer, a note, or the text that the desk had asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.content import ContentKind, Incoming, Message, Place, Side
from bot.domain.errors import AnonymousSender, MergedInto, NotRepeatable, TextExpected, TicketClosed
from bot.domain.lifecycle import Ask, Move, Role, moves_from
from bot.domain.people import Actor, Standing
from bot.domain.questions import kind_of, sign_of
from bot.domain.statements import Notice, Thread
from bot.domain.ticket import Ticket
from bot.ports import FOR_STAFF, Prompt, Purpose, UnitOfWork
from bot.usecases.ask import ask
from bot.usecases.complete import complete
from bot.usecases.correct import correct_subject
from bot.usecases.levels import replied
from bot.usecases.outcome import settle, topic_in
from bot.usecases.pick_up import hand_back
from bot.usecases.relay import relay, replied_place, withhold
from bot.usecases.reopen import bring_back
from bot.usecases.transfer import transfer
from bot.usecases.verdict import verdict_says, with_variants

NOTE_SIGN = "/"


def staff_says(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> None:
    """What the executor or the assignee writes, and any member's swipe-reply to the card or to a customer's message,
    is a reply; one that begins with `? ` asks. Everything else is a note, and so is what begins with `/`.
    """
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
    if ticket is None or actor.standing < Standing.MEMBER:
        return None
    uow.members.seen(incoming.chat_id, actor, actor.standing)
    album = _album_so_far(uow, ticket, incoming)
    if is_note(incoming.content.text) or any(part.side is Side.NOTE for part in album):
        return _note(uow, ticket, actor, incoming)
    if incoming.forwarded:
        return _forward(uow, ticket, actor, incoming)
    prompt = uow.prompts.pending(incoming.chat_id, actor.id, ticket.number)
    if prompt is not None and _asked_for(uow, ticket, prompt, actor, incoming):
        return None
    swiped = _swiped(uow, ticket, incoming)
    said = bool(album) or ticket.speaks_to_customer(actor)
    if not (said or _towards_customer(uow, ticket, incoming, swiped)):
        return _note(uow, ticket, actor, incoming)
    if Role.MEMBER not in ticket.roles(actor):  # of a group that has it no more
        return _note(uow, ticket, actor, incoming)
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
        uow.speech.say(
            Thread(incoming.chat_id, incoming.topic_id),
            Notice("staff-unknown-command", reply_to=incoming.message_id),
        )


def is_note(text: str) -> bool:
    return text.startswith(NOTE_SIGN)


def reply(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming, *, answers: int | None) -> Message:
    """Send it to the customer; the first reply is a take, but for a ticket that somebody else was given."""
    if ticket.merged_into is not None:
        raise MergedInto(number=ticket.number, other=ticket.merged_into)
    if not ticket.open:
        raise TicketClosed(number=ticket.number)
    if incoming.content.kind is ContentKind.OTHER:
        raise NotRepeatable
    if Move.TAKE in moves_from(ticket.status) and not ticket.with_another(actor):
        ticket, fact = ticket.take(by=actor, at=uow.now)
        settle(uow, ticket, fact)
        ticket = uow.tickets.get(ticket.number)
    message = uow.messages.add(incoming, actor, Side.REPLY, uow.now, ticket=ticket.number, reply_to=answers)
    uow.tickets.replied(ticket.number, message.id, uow.now)
    replied(uow, ticket)
    relay(uow, message, ticket)
    return message


def _note(uow: UnitOfWork, ticket: Ticket, actor: Actor, incoming: Incoming) -> None:
    """One caption speaks for its whole album, also for the parts that came before it."""
    message = uow.messages.add(incoming, actor, Side.NOTE, uow.now, ticket=ticket.number)
    if message.album is not None:
        withhold(uow, message, ticket)


def _album_so_far(uow: UnitOfWork, ticket: Ticket, incoming: Incoming) -> Sequence[Message]:
    """What has come of the album that the message is part of: as the first one went, so go the others."""
    return uow.messages.parts(ticket.number, incoming.album) if incoming.album is not None else ()


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
    card = uow.speech.shown(topic_in(ticket, incoming.chat_id).card) if incoming.reply_to else None
    return card is not None and card.message_id == incoming.reply_to


def _asked_for(uow: UnitOfWork, ticket: Ticket, prompt: Prompt, actor: Actor, incoming: Incoming) -> bool:
    """Whether the message was the text that a button had asked for; a question that life has overtaken is dropped."""
    uow.prompts.answered(prompt)
    if prompt.turn != ticket.turn:
        return _overtaken(uow, ticket, prompt, actor, incoming)
    text = incoming.content.text
    match prompt.purpose:
        case Purpose.COMPLETING:
            answer = reply(uow, ticket, actor, incoming, answers=None)
            complete(uow, actor, uow.tickets.get(ticket.number), prompt, answer.id)
        case Purpose.ASKING:
            question = reply(uow, ticket, actor, incoming, answers=None)
            ask(uow, actor, uow.tickets.get(ticket.number), Ask(prompt.data["kind"]), question)
        case _ if incoming.content.kind is not ContentKind.TEXT:
            raise TextExpected
        case Purpose.TAKING_BACK:
            _note(uow, ticket, actor, incoming)
            settle(uow, *ticket.take_back(text, by=actor, at=uow.now))
        case Purpose.REOPENING:
            _note(uow, ticket, actor, incoming)
            bring_back(uow, actor, ticket, text)
        case Purpose.REJECTING:
            _note(uow, ticket, actor, incoming)
            settle(uow, *ticket.reject(text, by=actor, at=uow.now))
        case Purpose.SUBJECT:
            _note(uow, ticket, actor, incoming)
            correct_subject(uow, actor, ticket, text)
        case Purpose.TRANSFERRING:
            _note(uow, ticket, actor, incoming)
            transfer(uow, actor, ticket, prompt.data["service"], text)
        case Purpose.HANDING_BACK:
            _note(uow, ticket, actor, incoming)
            hand_back(uow, actor, ticket, text)
        case Purpose.VERDICT:
            _note(uow, ticket, actor, incoming)
            verdict_says(uow, actor, ticket, prompt.data, text)
        case Purpose.OFFERING if ticket.verdict is not None:
            offer = reply(uow, ticket, actor, with_variants(incoming, ticket), answers=None)
            variants, ticket = ticket.verdict.variants, uow.tickets.get(ticket.number)
            settle(uow, *ticket.ask(Ask.CHOICE, offer.id, by=actor, at=uow.now, variants=variants))
        case _:
            return False
    return True


def _overtaken(uow: UnitOfWork, ticket: Ticket, prompt: Prompt, actor: Actor, incoming: Incoming) -> bool:
    """Whether it was for colleagues: then it stays a note, and its author is told that it is no more than that."""
    if prompt.purpose not in FOR_STAFF:
        return False
    _note(uow, ticket, actor, incoming)
    told = Notice("staff-overtaken", reply_to=incoming.message_id)
    uow.speech.say(Thread(incoming.chat_id, incoming.topic_id), told)
    return True
