"""What is written in the topics, and changed after writing."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import Message

from bot.domain.errors import AnonymousSender
from bot.domain.people import Actor
from bot.ports import Desk
from bot.usecases.edits import staff_edits
from bot.usecases.staff_says import anonymous_says, staff_says
from bot.usecases.topic_appeared import topic_appeared
from handlers.filters import Commandlike, InStaffChat, Spoken, Unaccountable
from handlers.incoming import incoming_of

router = Router(name="staff talk")
router.message.filter(InStaffChat())
router.edited_message.filter(InStaffChat())


@router.message(Commandlike(), Unaccountable())
async def on_anonymous_command(message: Message) -> None:
    """What Telegram itself has forwarded from a linked channel was not asked of the desk."""
    if not message.is_automatic_forward:
        raise AnonymousSender


@router.message(Spoken(), Unaccountable())
async def on_anonymous(message: Message, desk: Desk) -> None:
    await desk(anonymous_says, incoming_of(message))


@router.message(Spoken())
async def on_message(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(staff_says, actor, incoming_of(message))


@router.message()
async def on_service(message: Message, bot: Bot, desk: Desk) -> None:
    """The echo of a topic that the desk has made; other service messages mean nothing to it."""
    ours = message.from_user is not None and message.from_user.id == bot.id
    if ours and message.forum_topic_created is not None and message.message_thread_id is not None:
        name = message.forum_topic_created.name
        await desk(topic_appeared, message.chat.id, message.message_thread_id, name)


@router.edited_message(~Unaccountable())
async def on_edit(message: Message, actor: Actor, desk: Desk) -> None:
    await desk(staff_edits, actor, incoming_of(message))
