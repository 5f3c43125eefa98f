"""A desk of three services: Support and Web share the staff group, Backend has one of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from structlog.testing import capture_logs

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Forum, Message, TopicView
from tests.journeys.filed import Request, filed
from tests.journeys.stage import RunningDesk

FILE = """
[services.support]
name = { en = "Support", ru = "Поддержка" }
[services.web]
name = { en = "Web", ru = "Веб" }
[services.backend]
name = { en = "Backend", ru = "Бэкенд" }
chat = CHAT
"""


NOTE = "Payments time out, please look."


@dataclass
class Services:
    """Anna's #1 is Ivan's, of Support; Olga is with Web, Lena leads there. Boris and Bella are of Backend."""

    telegram: LocalTelegram
    backend: Forum
    desk: RunningDesk
    anna: Person
    ivan: Person
    olga: Person
    lena: Person
    boris: Person
    bella: Person

    @property
    def home(self) -> TopicView:
        return self.topic_in(self.telegram.staff)

    @property
    def there(self) -> TopicView:
        """Backend's newest topic of #1."""
        return self.topic_in(self.backend)

    @property
    def card(self) -> Message:
        return self.card_in(self.home)

    @property
    def guest_card(self) -> Message:
        return self.card_in(self.there)

    def topic_in(self, group: Forum) -> TopicView:
        return [topic for topic in group.topics.values() if topic.name.startswith("#1 ")][-1]

    def card_in(self, topic: TopicView) -> Message:
        return self.by_bot(topic)[0]

    def by_bot(self, topic: TopicView) -> list[Message]:
        return [message for message in topic.messages if message.by_bot and not message.service]

    def said(self, topic: TopicView) -> list[str]:
        """What the desk has said there, below the card."""
        return [message.text for message in self.by_bot(topic)[1:]]

    def told(self) -> list[str]:
        """What Anna has been told."""
        return [message.text for message in self.anna.chat.messages if message.by_bot]

    async def settle(self) -> None:
        await self.telegram.settle(quiet=40)

    async def says(self, who: Person, words: str, topic: TopicView, reply_to: Message | None = None) -> Message:
        said = await who.say(words, topic=topic, reply_to=reply_to)
        await self.settle()
        return said

    async def anna_says(self, words: str) -> Message:
        said = await self.anna.say(words)
        await self.settle()
        return said

    async def tap(self, who: Person, *labels: str, topic: TopicView) -> str | None:
        for label in labels:
            answer = await who.tap(label, topic=topic)
            await self.settle()
        return answer.text

    async def press(self, who: Person, data: str, on: Message) -> str | None:
        """Any callback data, as a forging client sends it."""
        answer = await who.press(on, data=data)
        await self.settle()
        assert answer.given
        return answer.text

    async def transfer(self, note: str = NOTE, service: str = "Backend") -> None:
        """By Ivan, from home."""
        await self.tap(self.ivan, "To another service", service, topic=self.home)
        await self.says(self.ivan, note, self.home)

    async def restart(self) -> None:
        await self.desk.stop()
        await self.desk.start()


@asynccontextmanager
async def serving(
    telegram: LocalTelegram, folder: Path, text: str = "Payment fails with error 500.", *, more: str = ""
) -> AsyncIterator[Services]:
    """Everybody is where they belong, and Ivan has taken #1; `more` stands in the desk file, too.

    At the end no exception may have been logged.
    """
    backend = telegram.forum("Backend staff")
    file = folder / "desk.toml"
    file.write_text(FILE.replace("CHAT", str(backend.chat_id)) + more, "utf-8")
    desk = RunningDesk(telegram, folder / "desk.sqlite3", desk_file=str(file))
    services = Services(
        telegram, backend, desk, telegram.customer("Anna", language="en"), telegram.member("Ivan"),
        telegram.member("Olga"), telegram.admin("Lena"),
        telegram.member("Boris", chat=backend), telegram.member("Bella", chat=backend),
    )  # fmt: skip
    await filed(telegram, desk.settings, [Request(services.anna, text)])
    with capture_logs() as events:
        async with desk:
            await services.settle()
            await services.olga.say("/join web")
            await services.boris.say("/join backend", to=backend)
            await services.bella.say("/join backend", to=backend)
            await services.tap(services.ivan, "Take", topic=services.home)
            yield services
            await services.settle()
    assert [event for event in events if event["log_level"] in ("error", "critical")] == []
