"""What a customer asks by command."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import Message

from bot.domain.people import Actor
from bot.ports import Desk
from bot.usecases.lists import my_tickets
from bot.usecases.press_draft import new_request
from bot.usecases.start import choose_language, help_customer, start
from handlers.filters import Commandlike, InPrivate

router = Router(name="customer commands")
router.message.filter(InPrivate(), Commandlike())


@router.message(CommandStart())
async def on_start(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(start, actor, message.message_id)


@router.message(Command("new"))
async def on_new(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(new_request, actor, message.message_id)


@router.message(Command("my"))
async def on_my(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(my_tickets, actor, message.message_id)


@router.message(Command("help"))
async def on_help(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(help_customer, actor, message.message_id)


@router.message(Command("language"))
async def on_language(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(choose_language, actor, message.message_id)
