"""Who comes and who goes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated

from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.ports import Desk, Standings, Waiting
from bot.usecases.membership import customer_gone, member_left, member_seen, welcome_back
from bot.usecases.staff_chat import bot_moved

router = Router(name="membership")
PRESENT = {"creator", "administrator", "member"}
OUT = {"kicked": "kicked", "left": "not-a-member"}


@router.my_chat_member()
async def on_bot_moved(change: ChatMemberUpdated, rules: DeskRules, waiting: Waiting, desk: Desk) -> None:
    """In a private chat: the customer blocked the bot, or took that back."""
    if change.chat.type == "private":
        if change.new_chat_member.status == "kicked":
            await desk(customer_gone, change.chat.id, "blocked")
        else:
            await desk(welcome_back, change.chat.id)
    elif change.chat.id in rules.staff_chats:
        await desk(bot_moved, change.chat.id, _lacking(change))
        waiting.look_again(change.chat.id)


@router.chat_member()
async def on_member_moved(change: ChatMemberUpdated, rules: DeskRules, standings: Standings, desk: Desk) -> None:
    """A leave ends what was remembered of the person at once."""
    if change.chat.id not in rules.staff_chats:
        return
    user, chat_id = change.new_chat_member.user, change.chat.id
    standings.forget(chat_id, user.id)
    standing = await standings.of(chat_id, user.id)
    member = Actor(user.id, user.full_name, user.username, user.language_code, standing, chat_id)
    present = change.new_chat_member.status in PRESENT or getattr(change.new_chat_member, "is_member", False)
    await desk(member_seen if present else member_left, member, chat_id)


def _lacking(change: ChatMemberUpdated) -> str | None:
    """What keeps the bot from its work there; it has to be an administrator who manages topics."""
    now = change.new_chat_member
    able = isinstance(now, ChatMemberAdministrator) and now.can_manage_topics
    return None if able else OUT.get(now.status, "rights")
