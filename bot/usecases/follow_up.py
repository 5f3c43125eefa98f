"""A request that goes on from a ticket closed for good: its answers are there already, the customer just sends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.content import ContentKind, Message, Side
from bot.domain.errors import DraftInTheWay
from bot.domain.intake import Draft, Piece, Step, add_piece
from bot.domain.lifecycle import Closing
from bot.domain.people import Actor
from bot.domain.statements import Face, Private, WindowView
from bot.domain.ticket import Ticket
from bot.domain.ticket.ending import REOPENABLE
from bot.ports import UnitOfWork
from bot.usecases.draft_says import save

FOLLOWED = REOPENABLE | {Closing.UNREACHABLE}


def follow_up(uow: UnitOfWork, actor: Actor, ticket: Ticket, held: Sequence[Message] = ()) -> None:
    """A draft at its summary; what the customer has written meanwhile joins it."""
    _make_room(uow, actor)
    draft = _copied(uow, uow.drafts.start(actor.id, uow.now), ticket)
    uow.messages.file([message.id for message in held], draft=draft.id)
    for message in held:
        draft = add_piece(draft, message.id, message.content)
    save(uow, uow.rules.form.fit(draft))


def _make_room(uow: UnitOfWork, actor: Actor) -> None:
    """A customer writes one request at a time; one in which nothing has been said yet gives way."""
    present = uow.drafts.of(actor.id)
    if present is None:
        return
    if present.pieces:
        raise DraftInTheWay
    uow.drafts.discard(present)
    uow.speech.show(Private(actor.id), WindowView(actor.id, present.id), Face("cancelled"))


def _copied(uow: UnitOfWork, draft: Draft, ticket: Ticket) -> Draft:
    pieces = tuple(_pieces(uow, ticket))
    filled = replace(
        draft, step=Step.SUMMARY, kind=ticket.kind, pieces=pieces, described=True, stand=ticket.stand,
        component=ticket.component, period=ticket.period, no_log=ticket.no_log, own_subject=ticket.subject,
        reviewed=True, follow_up_of=ticket.number,
    )  # fmt: skip
    return replace(filled, no_log=filled.no_log or not filled.logs)


def _pieces(uow: UnitOfWork, ticket: Ticket) -> list[Piece]:
    """The messages that the closed ticket came with; a text that is not in its description was a log."""
    came = [
        message for message in uow.messages.conversation(ticket.number)
        if message.side is Side.CUSTOMER and message.at <= ticket.created_at
    ]  # fmt: skip
    return [Piece(one.id, _part(one, ticket), one.content.kind, one.content.text) for one in came]


def _part(message: Message, ticket: Ticket) -> Step:
    log = message.content.kind is ContentKind.TEXT and message.content.text not in ticket.description
    return Step.LOG if log else Step.DESCRIPTION
