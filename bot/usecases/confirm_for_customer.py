"""The executor closes a completed ticket by pointing at the customer's confirming message (move 12)."""

from __future__ import annotations

from bot.domain.content import Side
from bot.domain.errors import ProofMissing
from bot.domain.people import Actor
from bot.ports import UnitOfWork
from bot.usecases.outcome import settle
from bot.usecases.owned import staff_ticket, topic_ticket


def confirm_for_customer(
    uow: UnitOfWork, actor: Actor, chat_id: int, topic_id: int | None, reply_to: int | None
) -> None:
    """`/confirmed` as a reply to the customer's words."""
    ticket = staff_ticket(uow, actor, topic_ticket(uow, chat_id, topic_id).number)
    place = uow.messages.place(chat_id, reply_to) if reply_to else None
    message = uow.messages.get(place.source) if place and place.source else None
    if message is None or message.side is not Side.CUSTOMER or message.ticket != ticket.number:
        raise ProofMissing(number=ticket.number)
    settle(uow, *ticket.confirm(by=actor, at=uow.now, proof=message.id))
