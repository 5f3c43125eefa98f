"""Comings and goings: who is told of them, and which messages they leave."""

from __future__ import annotations

from bot.sandbox.chats import Account, Chat, Json, Member
from bot.sandbox.posting import service
from bot.sandbox.world import World


def private_status(world: World, account: Account, before: str, after: str) -> None:
    """A person blocked or unblocked the bot."""
    account.known = True
    chat = world.private_chat(account)
    _report(world, "my_chat_member", chat, account, Member(world.bot, before), Member(world.bot, after))


def change(world: World, chat: Chat, by: Account, account: Account, after: Member) -> None:
    """Give somebody a new standing in a chat, and tell the bot what it may know."""
    before = chat.members.get(account.id) or Member(account, "left")
    chat.members[account.id] = after
    if account is world.bot:
        _report(world, "my_chat_member", chat, by, before, after)
    elif world.bot_member(chat).admin:
        _report(world, "chat_member", chat, by, before, after)
    if world.bot_member(chat).present:
        account.known = True
        by.known = True
    _leave_message(world, chat, by, before, after)


def _leave_message(world: World, chat: Chat, by: Account, before: Member, after: Member) -> None:
    if chat.type == "channel":
        return
    user = after.account.user()
    if after.present and not before.present:
        service(world, chat, by, {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]})
    if before.present and not after.present and after.account is not world.bot:
        service(world, chat, by, {"left_chat_participant": user, "left_chat_member": user})


def _report(world: World, kind: str, chat: Chat, by: Account, before: Member, after: Member) -> None:
    body: Json = {"chat": chat.json(), "from": by.user(), "date": world.date()}
    world.updates.add(kind, body | {"old_chat_member": before.json(), "new_chat_member": after.json()})
