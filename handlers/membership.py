"""Who comes and who goes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import ChatMemberUpdated

from bot.domain.people import Actor
from bot.domain.rules import DeskRules
from bot.ports import Desk, Standings
from bot.usecases.membership import customer_gone, member_left, member_seen, welcome_back

router = Router(name="membership")
PRESENT = {"creator", "administrator", "member"}


@router.my_chat_member()
async def on_bot_moved(change: ChatMemberUpdated, desk: Desk) -> None:
    """In a private chat: the customer blocked the bot, or took that back."""
    if change.chat.type == "private":
        if change.new_chat_member.status == "kicked":
            await desk(customer_gone, change.chat.id, "blocked")
        else:
            await desk(welcome_back, change.chat.id)


@router.chat_member()
async def on_member_moved(change: ChatMemberUpdated, rules: DeskRules, standings: Standings, desk: Desk) -> None:
    """A leave ends what was remembered of the person at once."""
    if change.chat.id != rules.staff_chat_id:
        return
    user = change.new_chat_member.user
    standings.forget(user.id)
    member = Actor(user.id, user.full_name, user.username, user.language_code, await standings.of(user.id))
    present = change.new_chat_member.status in PRESENT or getattr(change.new_chat_member, "is_member", False)
    await desk(member_seen if present else member_left, member, change.chat.id)
