"""Which commands a person's client shows in a chat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bot.sandbox.chats import Account, Chat, Json

if TYPE_CHECKING:
    from bot.sandbox.world import World


class Scope(NamedTuple):
    kind: str
    chat: int = 0
    user: int = 0


def shown_commands(world: World, account: Account, chat: Chat) -> list[Json]:
    """The first scope of Telegram's order that has commands, in each the person's language before none."""
    for scope in scopes(chat, account):
        for language in (account.language or "", ""):
            found = world.commands.get((scope, language))
            if found:
                return found
    return []


def scopes(chat: Chat, account: Account) -> Iterator[Scope]:
    """The order in which a client looks."""
    if chat.person:
        yield Scope("chat", chat.id)
        yield Scope("all_private_chats")
    else:
        member = chat.members.get(account.id)
        admin = member is not None and member.admin
        yield Scope("chat_member", chat.id, account.id)
        if admin:
            yield Scope("chat_administrators", chat.id)
        yield Scope("chat", chat.id)
        if admin:
            yield Scope("all_chat_administrators")
        yield Scope("all_group_chats")
    yield Scope("default")
