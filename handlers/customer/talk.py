"""What a customer writes, and changes after writing."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message

from bot.domain.people import Actor
from bot.ports import Desk
from bot.usecases.customer_says import customer_says
from bot.usecases.edits import customer_edits
from handlers.filters import InPrivate, Spoken
from handlers.incoming import incoming_of

router = Router(name="customer talk")


@router.message(InPrivate(), Spoken())
async def on_message(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(customer_says, actor, incoming_of(message))


@router.edited_message(InPrivate())
async def on_edit(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(customer_edits, actor, incoming_of(message))
