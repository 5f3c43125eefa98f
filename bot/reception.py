"""A stored update meets its handler: parsed by itself, its sender looked up, its press answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, InaccessibleMessage, Message, Update, User
from aiogram.types.update import UpdateTypeLookupError

from bot.delivery.answers import Answers
from bot.delivery.desk import Desk
from bot.delivery.inbox import Unreadable
from bot.delivery.tempo import Tempo
from bot.domain.errors import Refusal
from bot.domain.people import Actor, Standing
from bot.domain.rules import DeskRules
from bot.domain.statements import Private, Thread
from bot.ports import Clock, DeskFile, Standings, Store, StoredUpdate, UnitOfWork, Waiting
from bot.screens.context import Reader
from bot.screens.notices import popup
from locales.catalog import Catalog

NOBODY = Actor(0, "")
LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Reception:
    bot: Bot
    dispatcher: Dispatcher
    store: Store
    standings: Standings
    answers: Answers
    catalog: Catalog
    rules: DeskRules
    clock: Clock
    waiting: Waiting
    tempo: Tempo
    desk_file: DeskFile

    async def handle(self, stored: StoredUpdate) -> bool:
        """Whether a unit of work has marked the update as done; without one it meant nothing to the desk."""
        update = self._read(stored.raw)
        if not _known(update):
            return False
        desk = await self._desk(update)
        desk.hasty = stored.attempts == 0 and self._hasty(update.message)
        known = {"desk": desk, "actor": desk.actor, "rules": self.rules, "standings": self.standings}
        known |= {"waiting": self.waiting, "desk_file": self.desk_file}
        try:
            await self.dispatcher.feed_update(self.bot, update, **known)
        except Refusal as refusal:
            await desk(_refuse, refusal)
        if update.callback_query is not None:
            self._answer(update.callback_query, desk)
        return desk.done

    def _read(self, raw: str) -> Update:
        try:
            return Update.model_validate(json.loads(raw, parse_int=_storable), context={"bot": self.bot})
        except ValueError as error:
            raise Unreadable from error

    async def _desk(self, update: Update) -> Desk:
        """Authority comes from `from.id` alone; standing counts in its staff group only."""
        match update.message or update.edited_message or update.callback_query:
            case Message() as message:
                where = _where(message)
                actor = await self._actor(message.from_user, where)
                return Desk(self.store, update.update_id, actor, where, message.message_id)
            case CallbackQuery(message=Message() | InaccessibleMessage() as pressed) as query:
                where = _where(pressed)
                return Desk(self.store, update.update_id, await self._actor(query.from_user, where), where)
            case CallbackQuery() as query:
                private = Private(query.from_user.id)
                return Desk(self.store, update.update_id, await self._actor(query.from_user, private), private)
            case _:
                return Desk(self.store, update.update_id, NOBODY, Private(0))

    async def _actor(self, user: User | None, where: Private | Thread) -> Actor:
        if user is None:
            return NOBODY
        standing, chat_id = Standing.OUTSIDER, None
        if isinstance(where, Thread) and where.chat_id in self.rules.staff_chats and not user.is_bot:
            standing, chat_id = await self.standings.of(where.chat_id, user.id), where.chat_id
        return Actor(user.id, user.full_name, user.username, user.language_code, standing, chat_id)

    def _hasty(self, message: Message | None) -> bool:
        if message is None or message.chat.type != "private":
            return False
        return self.tempo.too_fast(message.chat.id, message.date)

    def _answer(self, query: CallbackQuery, desk: Desk) -> None:
        text = ""
        if desk.refusal is not None:
            language = self.rules.staff_language if isinstance(desk.where, Thread) else desk.language
            reader = Reader(self.catalog, self.catalog.language(language), self.rules.time_zone, self.clock.now())
            text = popup(reader, desk.refusal)
        self.answers.answer(query.id, text)


def _known(update: Update) -> bool:
    """Of a kind that is new to aiogram the dispatcher would print the words."""
    try:
        return bool(update.event_type)
    except UpdateTypeLookupError:
        return False


def _where(message: Message | InaccessibleMessage) -> Private | Thread:
    """Of a message that is gone Telegram tells the chat only."""
    if message.chat.type == "private":
        return Private(message.chat.id)
    if isinstance(message, InaccessibleMessage):
        return Thread(message.chat.id, None)
    return Thread(message.chat.id, message.message_thread_id if message.is_topic_message else None)


def _storable(digits: str) -> int:
    """Telegram's numbers have 52 bits at most; no database has room for more than 64."""
    number = int(digits)
    if not -LARGEST <= number <= LARGEST:
        raise ValueError("a number that nobody can store")
    return number


def _refuse(_: UnitOfWork, refusal: Refusal) -> Any:
    raise refusal
