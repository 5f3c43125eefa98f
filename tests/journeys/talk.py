"""A conversation to begin with: Anna has filed #1, Ivan has taken it, Olga is a colleague and Lena the lead."""

from __future__ import annotations

from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from bot.sandbox.faults import Fault
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView, Message, TopicView
from tests.journeys.filed import Request, filed
from tests.journeys.stage import RunningDesk, file_request

Events = list[MutableMapping[str, Any]]


@dataclass
class Talk:
    """`topic` is that of #1; `floods` tells how many 429 a test has asked for."""

    telegram: LocalTelegram
    anna: Person
    ivan: Person
    olga: Person
    lena: Person
    floods: int = 0

    @property
    def topic(self) -> TopicView:
        return self.topic_of(1)

    def topic_of(self, number: int) -> TopicView:
        """The newest topic of a ticket."""
        named = [topic for topic in self.telegram.staff.topics.values() if topic.name.startswith(f"#{number} ")]
        return named[-1]

    @property
    def card(self) -> Message:
        return next(message for message in self.topic.messages if message.by_bot and not message.service)

    async def settle(self) -> None:
        await self.telegram.settle()

    async def later(self) -> None:
        """Until also what was put off or held up has gone."""
        await self.telegram.settle(quiet=60)

    async def anna_says(self, text: str, **more: Any) -> Message:
        said = await self.anna.say(text, **more)
        await self.settle()
        return said

    async def ivan_says(self, text: str, **more: Any) -> Message:
        return await self.staff_says(self.ivan, text, **more)

    async def olga_says(self, text: str, **more: Any) -> Message:
        return await self.staff_says(self.olga, text, **more)

    async def staff_says(self, person: Person, text: str, *, topic: TopicView | None = None, **more: Any) -> Message:
        said = await person.say(text, topic=topic or self.topic, **more)
        await self.settle()
        return said

    def hold(self, chat: ChatView, method: str = "sendMessage") -> Fault:
        """What the desk says there next has to wait, and all after it, until `later`."""
        self.floods += 1
        return self.telegram.faults.flood(30, chat=chat.chat_id, method=method)

    async def another_request(self, person: Person | None = None, text: str = "Reports are slow today.") -> None:
        await file_request(self.telegram, person or self.anna, text)


@asynccontextmanager
async def talking(
    telegram: LocalTelegram, database: Path, errors: int = 0, *, by_dialog: bool = False
) -> AsyncIterator[Talk]:
    """`by_dialog`: Anna's own words of the request are in her chat.

    At the end nothing may have gone wrong that no test has asked for.
    """
    anna = telegram.customer("Anna", language="en", username="anna")
    staff = telegram.member("Ivan"), telegram.member("Olga"), telegram.admin("Lena")
    talk = Talk(telegram, anna, *staff)
    with capture_logs() as events:
        desk = RunningDesk(telegram, database)
        if not by_dialog:
            await filed(telegram, desk.settings, [Request(anna)])
        async with desk:
            if by_dialog:
                await anna.start()
                await file_request(telegram, anna)
            await talk.settle()
            await talk.ivan.tap("Take", topic=talk.topic)
            await talk.later()
            yield talk
            await talk.later()
    failed = [event for event in events if event["log_level"] == "error"]
    floods = [call for call in telegram.calls if "Too Many Requests" in (call.error or "")]
    assert len(failed) == errors, failed
    assert len(floods) == talk.floods, floods


def said(chat: ChatView, *, after: Message | None = None) -> list[Message]:
    """The bot's messages there that are still to be seen."""
    return [message for message in chat.messages if message.by_bot and not message.service and _later(message, after)]


def copy_of(message: Message, chat: ChatView) -> Message:
    """The bot's newest message with these words."""
    return [one for one in said(chat) if one.text == message.text][-1]


def texts(messages: list[Message]) -> list[str]:
    return [message.text for message in messages]


def _later(message: Message, other: Message | None) -> bool:
    return other is None or message.id > other.id
