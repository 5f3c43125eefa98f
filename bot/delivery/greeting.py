"""What the bot tells Telegram about itself when it starts, and learns from it. Nothing depends on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetChatAdministrators, GetForumTopicIconStickers, GetMyCommands, SetMyCommands
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from bot.delivery.niceties import Niceties
from bot.delivery.waiting import sleep
from bot.domain.people import Actor, Standing
from bot.domain.rules import DeskRules
from bot.ports import Clock, Ledger, Store, StoreTrouble
from bot.screens.commands import Audience, commands
from bot.usecases.membership import member_seen
from locales.catalog import Catalog

log = structlog.get_logger("greeting")
AGAIN = 60.0


async def greet(bot: Bot, store: Store, catalog: Catalog, rules: DeskRules, niceties: Niceties, clock: Clock) -> None:
    """The icons of topics, the administrators of the staff chat, the menus; tried again until Telegram has answered."""
    for task in (
        lambda: learn_icons(bot, niceties),
        lambda: meet_administrators(bot, store, rules.staff_chat_id),
        lambda: set_commands(bot, catalog, rules),
    ):
        await _until_done(task, clock)


async def learn_icons(bot: Bot, niceties: Niceties) -> None:
    for sticker in await bot(GetForumTopicIconStickers()):
        if sticker.emoji and sticker.custom_emoji_id:
            niceties.learn(sticker.emoji, sticker.custom_emoji_id)


async def meet_administrators(bot: Bot, store: Store, chat_id: int) -> None:
    """Tickets can be given to them before they have said a word."""
    members = await bot(GetChatAdministrators(chat_id=chat_id))
    people = [
        Actor(m.user.id, m.user.full_name, m.user.username, standing=Standing.LEAD)
        for m in members
        if not m.user.is_bot
    ]

    def meet(ledger: Ledger) -> None:
        for person in people:
            member_seen(ledger, person, chat_id)

    await store.unit(meet)


async def set_commands(bot: Bot, catalog: Catalog, rules: DeskRules) -> None:
    """The group reads one language. In private each language has its menu, and the desk's own serves all others."""
    private, group = BotCommandScopeAllPrivateChats(), BotCommandScopeChat(chat_id=rules.staff_chat_id)
    await _set(bot, private, None, commands(catalog, rules.language, Audience.CUSTOMERS))
    for language in catalog.languages:
        await _set(bot, private, language, commands(catalog, language, Audience.CUSTOMERS))
    await _set(bot, group, None, commands(catalog, rules.staff_language, Audience.STAFF))


async def _set(
    bot: Bot, scope: BotCommandScopeUnion, language: str | None, wanted: tuple[tuple[str, str], ...]
) -> None:
    """Compared first: what stands there already is not set again."""
    menu = [BotCommand(command=name, description=text) for name, text in wanted]
    if await bot(GetMyCommands(scope=scope, language_code=language)) != menu:
        await bot(SetMyCommands(commands=menu, scope=scope, language_code=language))


async def _until_done(task: Callable[[], Awaitable[None]], clock: Clock) -> None:
    while True:
        try:
            return await task()
        except (AiogramError, StoreTrouble) as error:
            log.warning("not_greeted", error=type(error).__name__)
            await sleep(clock, AGAIN)
