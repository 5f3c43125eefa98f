"""Files that the staff send with a request they file for a customer: they are the request's from then on.

No word of a colleague goes with them: what the request says is said in the command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.content import FILES, Content, Incoming, Message, Side
from bot.domain.people import Actor, Standing
from bot.domain.statements import Priority, Relay, TicketTopic
from bot.ports import UnitOfWork


def keep_command(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> Message:
    """A note; as the caption of a file, that file."""
    if incoming.content.kind not in FILES:
        return uow.messages.add(incoming, actor, Side.NOTE, uow.now)
    return _keep(uow, actor, incoming)


def shown_files(uow: UnitOfWork, actor: Actor, shown: Incoming | None) -> tuple[Sequence[Message], Sequence[Message]]:
    """Of the message that the command answers: those that become the request's; and those that stay what they are, in
    another ticket's conversation, and are shown once more.
    """
    if shown is None or shown.content.kind not in FILES:
        return (), ()
    place = uow.messages.place(shown.chat_id, shown.message_id)
    if place is None:
        return [_keep(uow, actor, replace(shown, album=None))], ()
    if place.source is None:
        return (), ()
    stored = uow.messages.get(place.source)
    parts = [stored]
    if stored.album is not None and stored.ticket is not None:
        parts = list(uow.messages.parts(stored.ticket, stored.album))
    if stored.side is not Side.NOTE:
        return (), parts
    return [_taken(uow, part) for part in parts], ()


def joins_filed(uow: UnitOfWork, actor: Actor, incoming: Incoming) -> bool:
    """Whether it is a further part of an album whose caption has filed a ticket; then it follows the first one. The
    parts of an album have consecutive ids.
    """
    before = None
    if incoming.album is not None and actor.standing >= Standing.MEMBER:
        before = uow.messages.written(incoming.chat_id, incoming.message_id - 1)
    if before is None or before.album != incoming.album or before.side is not Side.CUSTOMER or before.ticket is None:
        return False
    part = _keep(uow, actor, incoming, before.ticket)
    ticket = uow.tickets.get(before.ticket)
    uow.tickets.save(replace(ticket, media=ticket.media + 1))
    to = TicketTopic(ticket.chat_id, ticket.number)
    uow.speech.say(to, Relay(part.id), Priority.LIVE)
    uow.speech.renew(to, to.card, not_before=uow.now)
    return True


def _keep(uow: UnitOfWork, actor: Actor, incoming: Incoming, ticket: int | None = None) -> Message:
    wordless = replace(incoming, content=_wordless(incoming.content))
    return uow.messages.add(wordless, actor, Side.CUSTOMER, uow.now, ticket=ticket)


def _taken(uow: UnitOfWork, note: Message) -> Message:
    """What a colleague has sent as a note."""
    uow.messages.become(note.id, Side.CUSTOMER)
    uow.messages.amend(note.id, _wordless(note.content))
    return note


def _wordless(content: Content) -> Content:
    return replace(content, text="", entities=())
