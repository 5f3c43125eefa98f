"""What the bot tells Telegram about itself when it starts, and learns from it. Nothing depends on it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError
from aiogram.methods import GetChatAdministrators, GetForumTopicIconStickers, GetMyCommands, SetMyCommands
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
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
    """The icons of topics, the administrators of the staff groups, the menus; tried again until Telegram has answered.

    A group out of reach holds up no other one.
    """
    await _until_done(lambda: learn_icons(bot, niceties), clock)
    await _until_done(lambda: set_private_menus(bot, catalog, rules), clock)
    async with asyncio.TaskGroup() as groups:
        for chat_id in sorted(rules.staff_chats):
            groups.create_task(_greet_group(bot, store, catalog, rules, clock, chat_id))


async def _greet_group(bot: Bot, store: Store, catalog: Catalog, rules: DeskRules, clock: Clock, chat_id: int) -> None:
    await _until_done(lambda: meet_administrators(bot, store, chat_id), clock)
    await _until_done(lambda: set_group_menus(bot, catalog, rules, chat_id), clock)


async def learn_icons(bot: Bot, niceties: Niceties) -> None:
    for sticker in await bot(GetForumTopicIconStickers()):
        if sticker.emoji and sticker.custom_emoji_id:
            niceties.learn(sticker.emoji, sticker.custom_emoji_id)


async def meet_administrators(bot: Bot, store: Store, chat_id: int) -> None:
    """Tickets can be given to them before they have said a word."""
    members = await bot(GetChatAdministrators(chat_id=chat_id))
    people = [
        Actor(m.user.id, m.user.full_name, m.user.username, standing=Standing.LEAD, chat_id=chat_id)
        for m in members
        if not m.user.is_bot
    ]

    def meet(ledger: Ledger) -> None:
        for person in people:
            member_seen(ledger, person, chat_id)

    await store.unit(meet)


async def set_private_menus(bot: Bot, catalog: Catalog, rules: DeskRules) -> None:
    """Each language has its menu, and the desk's own serves all others."""
    private = BotCommandScopeAllPrivateChats()
    await _set(bot, private, None, commands(catalog, rules.language, Audience.CUSTOMERS))
    for language in catalog.languages:
        await _set(bot, private, language, commands(catalog, language, Audience.CUSTOMERS))


async def set_group_menus(bot: Bot, catalog: Catalog, rules: DeskRules, chat_id: int) -> None:
    """The staff read one language. Leads and owners see more; Telegram may refuse an owner who is not there."""
    language = rules.staff_language
    await _set(bot, BotCommandScopeChat(chat_id=chat_id), None, commands(catalog, language, Audience.STAFF))
    leads = BotCommandScopeChatAdministrators(chat_id=chat_id)
    await _set(bot, leads, None, commands(catalog, language, Audience.LEADS))
    for owner in sorted(rules.owners):
        theirs = BotCommandScopeChatMember(chat_id=chat_id, user_id=owner)
        try:
            await _set(bot, theirs, None, commands(catalog, language, Audience.OWNERS))
        except TelegramNetworkError:
            raise
        except AiogramError as error:
            log.warning("no_menu", chat=chat_id, owner=owner, error=type(error).__name__)


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
