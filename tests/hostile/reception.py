"""A desk without a network: updates go in by the front door, the books show what came of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.types import User

from bot.app import catalog_of, dispatcher
from bot.delivery.answers import Answers
from bot.delivery.inbox import Inbox
from bot.delivery.session import Session
from bot.delivery.tempo import Tempo
from bot.domain.intake import Form
from bot.domain.people import Standing
from bot.domain.rules import DeskRules
from bot.ports import UpdateState
from bot.reception import Reception
from bot.sandbox.telegram import BOT_ID, TOKEN, LocalTelegram
from storage import migrate
from storage.store import SqlStore
from storage.tables import inbox as inbox_table


class Everybody:
    """All are members: so nothing is turned away at the door."""

    async def of(self, chat_id: int, person_id: int) -> Standing:
        return Standing.MEMBER

    def forget(self, chat_id: int, person_id: int) -> None:
        pass


class NothingWaits:
    """There is no outbox."""

    def look_again(self, chat_id: int) -> None:
        pass


class NoFile:
    """The desk file never changes."""

    def __init__(self, rules: DeskRules) -> None:
        self.rules = rules

    async def read(self) -> DeskRules:
        return self.rules

    def adopt(self, rules: DeskRules) -> None:
        pass


class Hasty:
    """Nobody waits."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.now = telegram.clock.now

    async def sleep_until(self, at: datetime) -> None:
        pass


class FrontDoor:
    """`take` stores updates and handles them; the answer is what became of each."""

    def __init__(self, telegram: LocalTelegram, database: Path) -> None:
        rules = DeskRules(telegram.staff.chat_id, Form(("PROD", "TEST"), ("Payments",)), "Acme", "UTC")
        address = f"sqlite:///{database}"
        migrate.upgrade(address)
        bot = Bot(TOKEN)
        bot._me = User(id=BOT_ID, is_bot=True, first_name="Desk", username="acme_desk_bot")
        self.store = SqlStore(address, telegram.clock, rules)
        self.reception = Reception(
            bot, dispatcher(), self.store, Everybody(), Answers(bot, Session()), catalog_of("en"), rules,
            telegram.clock, NothingWaits(), Tempo(0), NoFile(rules),
        )  # fmt: skip
        self.inbox = Inbox(self.store, Hasty(telegram), self.reception.handle, rules.staff_chats)

    async def take(self, *updates: dict[str, Any]) -> dict[int, tuple[UpdateState, str | None]]:
        await self.inbox.store(updates)
        while self.inbox._workers:
            await self.inbox._workers.over()
        await self.inbox.store([])
        return await self.store.unit(_states)


def _states(ledger: Any) -> dict[int, tuple[UpdateState, str | None]]:
    columns = inbox_table.c
    rows = ledger.connection.execute(
        inbox_table.select().with_only_columns(columns.update_id, columns.state, columns.error)
    )
    return {row.update_id: (row.state, row.error) for row in rows}


async def samples(telegram: LocalTelegram) -> list[dict[str, Any]]:
    """One update of each kind that a desk gets, as Telegram words them."""
    await _life(telegram)
    return [json.loads(entry.body) for entry in telegram.world.updates._entries]


async def _life(telegram: LocalTelegram) -> None:
    telegram.world.updates.allow(["message", "edited_message", "callback_query", "my_chat_member", "chat_member"])
    anna, ivan = telegram.customer("Anna Bell", username="anna"), telegram.member("Ivan")
    topic = await telegram.create_topic("#1 · PROD · subject")
    await anna.start()
    for kind in ("photo", "video", "voice", "document", "sticker", "location", "venue", "contact", "poll", "dice"):
        await anna.send(kind)
        await ivan.send(kind, topic=topic)
    await anna.album(["photo", "video"], caption="look")
    words = await anna.say("bold and https://example.org", entities=[{"type": "bold", "offset": 0, "length": 4}])
    await anna.edit(words, text="changed")
    await anna.say("answer", reply_to=words, quote="changed")
    said = await ivan.say("a reply", topic=topic)
    await ivan.say("/history 1", topic=topic, reply_to=said)
    await ivan.edit(said, text="// a note")
    await anna.forward(words)
    await anna.say("/new")
    for data in ("d:1:0:choose:0", "n", "t:1:0:close:0", "h:0:new", "p:my:0:0", "l:ru"):
        await anna.press(words, data=data)
    for data in ("c:1:0:take:", "c:1:1:cause:bug", "r:1", "p:queue:0:0"):
        await ivan.press(said, data=data)
    await anna.block()
    await anna.unblock()
    await ivan.leave(telegram.staff)
    await ivan.join(telegram.staff)
