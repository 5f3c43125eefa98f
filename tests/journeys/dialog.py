"""A customer before the dialog's window, in either language; every act is followed by what the desk does about it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message, TopicView
from bot.sandbox.world import Answer
from tests.journeys.stage import RunningDesk


@dataclass(frozen=True)
class Words:
    """What the buttons say, and what this customer would write."""

    language: str
    new: str
    stopped: str
    wrong: str
    question: str
    change: str
    next: str
    anew: str
    live: str
    ongoing: str
    right: str
    no_log: str
    send: str
    back: str
    cancel: str
    discard: str
    keep: str
    not_current: str
    problem: str
    typed_period: str
    understood: str
    fields: dict[str, str]

    def edit(self, field: str) -> str:
        return f"✏️ {self.fields[field]}"


EN = Words(
    language="en", new="New request", stopped="Work has stopped", wrong="Something is wrong", question="Question",
    change="Change", next="Next", anew="Write anew", live="PROD, live", ongoing="Still happening",
    right="Right, go on", no_log="No log", send="Send", back="‹ Back", cancel="Cancel", discard="Yes, discard it",
    keep="No, go on", not_current="This is no longer current.", problem="Payment fails with error 500.",
    typed_period="yesterday 2pm-4pm", understood="Sun 1 Mar 2026, 14:00–16:00 (UTC)",
    fields={
        "kind": "Kind", "subject": "Subject", "description": "Description", "stand": "Stand",
        "component": "Component", "period": "When", "log": "Log", "files": "Attachments",
    },
)  # fmt: skip
RU = Words(
    language="ru", new="Новое обращение", stopped="Работа стоит", wrong="Что-то не так", question="Вопрос",
    change="Доработка", next="Дальше", anew="Написать заново", live="PROD, рабочий", ongoing="Продолжается",
    right="Верно, дальше", no_log="Лога нет", send="Отправить", back="‹ Назад", cancel="Отмена",
    discard="Да, отменить", keep="Нет, продолжить", not_current="Это уже неактуально.",
    problem="Оплата не проходит, ошибка 500.", typed_period="вчера с 14:00 до 16:00",
    understood="1 марта 2026, вс, 14:00–16:00 (UTC)",
    fields={
        "kind": "Вид", "subject": "Тема", "description": "Описание", "stand": "Стенд", "component": "Компонент",
        "period": "Когда", "log": "Лог", "files": "Вложения",
    },
)  # fmt: skip
STEPS = ("kind", "description", "stand", "period", "log", "summary")


class Customer:
    def __init__(self, telegram: LocalTelegram, desk: RunningDesk, person: Person, words: Words) -> None:
        self.telegram, self.desk, self.person, self.words = telegram, desk, person, words

    # What one does

    async def say(self, text: str, **more: Any) -> Message:
        said = await self.person.say(text, **more)
        await self.telegram.settle()
        return said

    async def send(self, kind: str, **more: Any) -> Message:
        sent = await self.person.send(kind, **more)
        await self.telegram.settle()
        return sent

    async def album(self, kinds: Sequence[str], **more: Any) -> list[Message]:
        sent = await self.person.album(kinds, **more)
        await self.telegram.settle()
        return sent

    async def edit(self, message: Message, text: str) -> None:
        await self.person.edit(message, text=text)
        await self.telegram.settle()

    async def tap(self, *labels: str, on: Message | None = None) -> Answer:
        """One after the other; the answer to the last one."""
        for label in labels:
            answer = await self.person.tap(label, on=on)
            await self.telegram.settle()
        assert answer.given
        return answer

    async def press(self, data: str, on: Message | None = None) -> Answer:
        answer = await self.person.press(on or self.window, data=data)
        await self.telegram.settle()
        assert answer.given
        return answer

    async def reach(self, step: str, kind: str | None = None) -> None:
        """From /new by the shortest way, without components."""
        words = self.words
        await self.say("/new")
        for before in STEPS[: STEPS.index(step)]:
            match before:
                case "kind":
                    await self.tap(kind or words.wrong)
                case "description":
                    await self.say(words.problem)
                    await self.tap(words.next)
                case "stand":
                    await self.tap(words.live)
                case "period":
                    await self.tap(words.ongoing)
                case _:
                    await self.tap(words.no_log)

    async def file(self) -> None:
        await self.reach("summary")
        await self.tap(self.words.send)

    # What one sees

    @property
    def bot(self) -> list[Message]:
        """The desk's messages that are still in the chat."""
        return [message for message in self.person.chat.messages if message.by_bot]

    @property
    def window(self) -> Message:
        """There is never more than one."""
        (window,) = [message for message in self.bot if any(_of_dialog(data) for data in data_of(message))]
        return window

    @property
    def asked(self) -> str:
        """Where one is: `3/6`."""
        return next(line for line in self.window.text.splitlines() if "/" in line and line[0].isdigit())

    @property
    def at_the_bottom(self) -> bool:
        return self.person.chat.last == self.window

    # What the staff see

    @property
    def topics(self) -> list[TopicView]:
        return list(self.telegram.staff.topics.values())

    @property
    def card(self) -> str:
        """Of the only ticket."""
        (topic,) = self.topics
        return next(message for message in topic.messages if message.by_bot and not message.service).text

    @property
    def relayed(self) -> list[Message]:
        """What stands below the card of the only ticket."""
        (topic,) = self.topics
        return [message for message in topic.messages if message.by_bot and not message.service][1:]


def data_of(message: Message) -> list[str]:
    return [button.data or "" for row in message.buttons for button in row]


def _of_dialog(data: str) -> bool:
    return data.startswith("d:")


@asynccontextmanager
async def visiting(
    telegram: LocalTelegram, database: Path, words: Words = EN, *, name: str = "Anna", **settings: Any
) -> AsyncIterator[Customer]:
    """At the end nothing may have failed inside, and Telegram has never asked the desk to slow down."""
    person = telegram.customer(name, language=words.language)
    with capture_logs() as events:
        async with RunningDesk(telegram, database, **settings) as desk:
            yield Customer(telegram, desk, person, words)
    assert [event for event in events if event["log_level"] in ("error", "critical")] == []
    assert [call for call in telegram.calls if "Too Many Requests" in (call.error or "")] == []
