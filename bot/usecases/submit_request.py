"""The draft becomes a numbered ticket (move 1)."""

from __future__ import annotations

from bot.domain.content import ContentKind, Message
from bot.domain.facts import Who
from bot.domain.intake import Draft, Piece, Step
from bot.domain.people import Actor
from bot.domain.statements import Face, Priority, Private, Relay, TopicView, WindowView
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.levels import received
from bot.usecases.outcome import serve_queues, show, tell
from bot.usecases.relay import relay
from bot.usecases.topics import topic_of


def submit(uow: UnitOfWork, actor: Actor, draft: Draft) -> None:
    """The ticket with everything in it; the topic and its card; what the card cannot hold, message by message. Where
    the desk gives out tickets, somebody has it from the beginning.
    """
    ticket = uow.tickets.add(uow.rules.form.complete(draft), uow.rules.default_service, uow.now)
    fact = received(uow, ticket, Who(actor.id, actor.name))
    uow.history.record(fact)
    uow.speech.show(Private(actor.id), WindowView(actor.id, draft.id), Face("sent", {"number": ticket.number}))
    tell(uow, ticket, fact)
    uow.speech.show(topic_of(ticket), TopicView(ticket.number))
    show(uow, ticket)
    for piece in draft.pieces:
        if not _on_card(piece, ticket):
            _hand_in(uow, uow.messages.get(piece.message), ticket)
    if draft.follow_up_of is not None:
        uow.links.add(ticket.number, draft.follow_up_of)
        show(uow, uow.tickets.get(draft.follow_up_of))
    uow.afterwards(serve_queues)


def _hand_in(uow: UnitOfWork, message: Message, ticket: Ticket) -> None:
    """What a follow-up has from the ticket before it stays that one's, and is said once more."""
    if message.ticket == ticket.number:
        relay(uow, message, ticket)
    else:
        uow.speech.say(topic_of(ticket), Relay(message.id), Priority.LIVE)


def _on_card(piece: Piece, ticket: Ticket) -> bool:
    """The card holds the description's texts, unless they are long: then it has an excerpt and they follow whole."""
    text = piece.kind is ContentKind.TEXT and piece.part is not Step.LOG
    return text and not ticket.long
