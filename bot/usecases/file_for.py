"""The staff file a ticket for a customer: `/file`, and `/move new`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.content import FILES, Incoming, Message
from bot.domain.errors import (
    DescriptionTooLong,
    DescriptionTooShort,
    NeverStarted,
    NobodyToFileFor,
    Refusal,
    StaffOnly,
)
from bot.domain.facts import Who
from bot.domain.intake import DESCRIPTION_MAX, DESCRIPTION_MIN, Draft, Piece, Step
from bot.domain.people import Actor, Person, Standing
from bot.domain.statements import Listing, Notice, Priority, Relay, Thread, TopicView
from bot.domain.ticket import Kind, Ticket
from bot.ports import UnitOfWork
from bot.usecases.filed_files import keep_command, shown_files
from bot.usecases.levels import received
from bot.usecases.outcome import serve_queues, show, tell
from bot.usecases.owned import staff_ticket
from bot.usecases.relay import withhold
from bot.usecases.reply import tell_writer
from bot.usecases.staff_says import staff_says
from bot.usecases.topics import topic_of


def file_for(
    uow: UnitOfWork, actor: Actor, incoming: Incoming, number: int | None, words: str, shown: Incoming | None = None
) -> None:
    """`/file 17 words` for the customer of #17, `/file @username words`, or `/file words` in a ticket's topic; as the
    caption of a file, or as a reply to one (`shown`), with that.
    """
    if actor.standing < Standing.MEMBER:
        raise StaffOnly
    like, customer, text = _for_whom(uow, actor, incoming, number, words)
    if not (customer.reachable and customer.last_message_id):
        raise NeverStarted(name=customer.name)
    if len(text) < DESCRIPTION_MIN:
        raise DescriptionTooShort(limit=DESCRIPTION_MIN)
    if len(text) > DESCRIPTION_MAX:
        raise DescriptionTooLong(limit=DESCRIPTION_MAX, length=len(text))
    command = keep_command(uow, actor, incoming)
    own, others = shown_files(uow, actor, shown)
    pieces = [Piece(command.id, Step.DESCRIPTION, command.content.kind, text)]
    pieces += [Piece(one.id, Step.DESCRIPTION, one.content.kind, "") for one in own]
    ticket = file_ticket(uow, actor, command, customer.id, pieces, like)
    if ticket.long:
        uow.speech.say(topic_of(ticket), Listing("description", {"number": ticket.number}))
    for one in (command, *own, *others):
        if one.content.kind in FILES:
            uow.speech.say(topic_of(ticket), Relay(one.id), Priority.LIVE)
    tell_writer(uow, incoming, "staff-filed", number=ticket.number)


def file_captioned(uow: UnitOfWork, actor: Actor, incoming: Incoming, number: int | None, words: str) -> None:
    """As the caption of a file, maybe of an album, which follows part by part. Refused, it is a note as every caption
    is that begins so: nothing of the album goes to a customer.
    """
    ticket = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
    if ticket is not None and incoming.album is not None:
        for part in uow.messages.parts(ticket.number, incoming.album)[:1]:
            withhold(uow, part, ticket)
    try:
        file_for(uow, actor, incoming, number, words)
    except Refusal as refusal:
        staff_says(uow, actor, incoming)
        told = Notice(refusal.key, refusal.values, reply_to=incoming.message_id)
        uow.speech.say(Thread(incoming.chat_id, incoming.topic_id), told, Priority.LIVE)


def file_ticket(
    uow: UnitOfWork, actor: Actor, command: Message, customer_id: int, pieces: Sequence[Piece], like: Ticket | None
) -> Ticket:
    """Received, with what is known from the ticket that it is `like`; the staff correct the rest.

    The stored `command` makes it unique: one command files one ticket. Its number, below zero, stands for the draft
    that there never was.
    """
    draft = Draft(
        -command.id, customer_id, uow.now, step=Step.SUMMARY, kind=like.kind if like else Kind.WRONG,
        pieces=tuple(pieces), described=True, stand=like.stand if like else None,
        component=like.component if like else None, no_log=True,
    )  # fmt: skip
    if like is not None and not draft.subject:
        draft = replace(draft, own_subject=like.subject)
    service = uow.rules.services.get(like.service, uow.rules.default_service) if like else uow.rules.default_service
    ticket = uow.tickets.add(draft, service, uow.now, filed_by=actor.name)
    uow.messages.file([command.id, *(piece.message for piece in pieces)], ticket=ticket.number)
    fact = received(uow, ticket, Who(actor.id, actor.name), filed=True)
    uow.history.record(fact)
    tell(uow, ticket, fact)
    uow.speech.show(topic_of(ticket), TopicView(ticket.number))
    show(uow, ticket)
    uow.afterwards(serve_queues)
    return ticket


def _for_whom(
    uow: UnitOfWork, actor: Actor, incoming: Incoming, number: int | None, words: str
) -> tuple[Ticket | None, Person, str]:
    """The ticket that tells of the customer, if one does; the customer; the words for the new one."""
    name, _, text = words.partition(" ")
    if number is None and name.startswith("@"):
        named = uow.people.called(name.removeprefix("@"))
        if named is None:
            raise NeverStarted(name=name)
        return None, named, text.strip()
    if number is None:
        found = uow.tickets.in_topic(incoming.chat_id, incoming.topic_id)
        if found is None:
            raise NobodyToFileFor
        number = found.number
    like = staff_ticket(uow, actor, number)
    customer = uow.people.get(like.customer_id)
    assert customer is not None, "a ticket has a customer"  # noqa: S101 (an invariant)
    return like, customer, words
