"""Stories that are told twice, in English and in Russian: the same deeds, and everybody speaks one language."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from structlog.testing import capture_logs

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import ChatView, Forum, Message, TopicView
from tests.journeys.filed import Request, filed, joined
from tests.journeys.stage import RunningDesk

BOTH = ("en", "ru")
FILE = """
[services.support]
name = { en = "Support", ru = "Поддержка" }
calendar = "office"
[services.backend]
name = { en = "Backend", ru = "Бэкенд" }
calendar = "office"
chat = CHAT
[calendars.office.hours]
mon-fri = "9:00-18:00"
"""
PROBLEM = {"en": "Payment fails with error 500.", "ru": "Оплата не проходит, ошибка 500."}
NAMES = {"Anna": "Анна", "Ivan": "Иван", "Lena": "Лена", "Boris": "Борис"}
BUTTONS = {
    "New request": "Новое обращение", "Change": "Доработка", "Next": "Дальше", "Send": "Отправить",
    "Answer": "Ответить", "Solved": "Решено", "Not solved": "Не решено", "What happened": "Что произошло",
    "Close request": "Закрыть обращение", "Yes, close it": "Да, закрыть", "No, keep it open": "Нет, оставить",
    "Take": "Взять", "Assign…": "Назначить…", "Complete": "Выполнено", "User mistake": "Ошибка пользователя",
    "Software fault": "Ошибка в программе", "To another service": "В другую службу", "Backend": "Бэкенд",
    "Pick up": "Принять", "Verdict": "Заключение", "Offer the customer a choice": "Предложить клиенту выбор",
    "Promise a release": "Обещать релиз", "Change the promise": "Изменить обещание",
    "Publish, tickets: 1": "Опубликовать, обращений: 1", "Reopen it": "Открыть снова",
}  # fmt: skip


@dataclass
class Tale:
    """Ivan is of Support, which Lena leads; Boris of Backend, which has a group of its own. Monday to Friday, 9 to 18.

    What people say is given in both languages, what they tap by its English name. The staff are in the topic of #1
    unless told where.
    """

    telegram: LocalTelegram
    language: str
    backend: Forum
    anna: Person
    ivan: Person
    lena: Person
    boris: Person

    @property
    def general(self) -> TopicView:
        return self.telegram.staff.general

    def topic(self, number: int = 1) -> TopicView:
        """At home."""
        return _named(self.telegram.staff, number)

    def there(self, number: int = 1) -> TopicView:
        """At Backend."""
        return _named(self.backend, number)

    def word(self, en: str, ru: str) -> str:
        return ru if self.language == "ru" else en

    def button(self, label: str) -> str:
        return self.word(label, BUTTONS.get(label, label))

    async def says(self, who: Person, en: str, ru: str, where: ChatView | None = None) -> Message:
        said = await who.say(self.word(en, ru), to=where or self._place(who))
        await self.telegram.settle()
        return said

    async def taps(self, who: Person, *labels: str, where: ChatView | None = None) -> None:
        for label in labels:
            answer = await who.tap(self.button(label), to=where or self._place(who))
            await self.telegram.settle()
            assert (answer.given, answer.text) == (True, None), label

    async def comes(self, moment: str) -> None:
        """It is then, and what was due meanwhile has happened: `2026-03-05 12:00`, UTC."""
        then = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        await self.telegram.clock.leap((then - self.telegram.clock.now()).total_seconds())
        await self.telegram.settle()

    async def history(self) -> str:
        """What the staff read of #1: who did what, without the times."""
        await self.says(self.ivan, "/history 1", "/history 1", self.general)
        moves = self.general.last.text.partition("\n\n")[2].splitlines()
        return "\n".join(_without_time(line) for line in moves)

    async def what_happened(self) -> str:
        """What Anna reads of her only request in plain words, without the times."""
        await self.says(self.anna, "/my", "/my")
        await self.taps(self.anna, self.anna.chat.last.labels[0], "What happened")
        return "\n".join(_without_time(line) for line in self.anna.chat.last.text.splitlines())

    def _place(self, who: Person) -> ChatView | None:
        return self.topic() if who.home else None


def read(topic: TopicView) -> str:
    """The card as it is now, and the talk below it."""
    return "\n".join(message.line() for message in topic.messages if not message.service)


def _without_time(line: str) -> str:
    """`Mon 2 Mar 2026, 10:00 Ivan: took it` and its like."""
    return re.sub(r"^.* 20\d\d, .*?\d\d:\d\d ", "", line)


def _named(group: Forum, number: int) -> TopicView:
    return next(topic for topic in group.topics.values() if topic.name.startswith(f"#{number} "))


@asynccontextmanager
async def telling(
    telegram: LocalTelegram, folder: Path, language: str, requests: Sequence[Person] | None = None
) -> AsyncIterator[Tale]:
    """It begins on Monday the 2nd of March at 10:00. `requests`: whose are filed before that; Anna's unless told.

    At the end nothing has failed inside, and Telegram has never asked the desk to slow down.
    """
    anna, ivan, lena, boris = (NAMES[name] if language == "ru" else name for name in NAMES)
    backend, file = telegram.forum("Backend staff"), folder / "desk.toml"
    file.write_text(FILE.replace("CHAT", str(backend.chat_id)), "utf-8")
    desk = RunningDesk(telegram, folder / "desk.sqlite3", desk_file=str(file), staff_language=language)
    tale = Tale(
        telegram, language, backend, telegram.customer(anna, language=language), telegram.member(ivan),
        telegram.admin(lena), telegram.member(boris, chat=backend),
    )  # fmt: skip
    await joined(telegram, desk.settings, "support", [tale.ivan])
    there = desk.settings.model_copy(update={"staff_chat_id": backend.chat_id})
    await joined(telegram, there, "backend", [tale.boris])
    filing = [tale.anna] if requests is None else requests
    await filed(telegram, desk.settings, [Request(who, PROBLEM[language]) for who in filing])
    with capture_logs() as events:
        async with desk:
            await telegram.settle()
            yield tale
            await telegram.settle()
    assert [event for event in events if event["log_level"] in ("error", "critical")] == []
    assert [call for call in telegram.calls if "Too Many Requests" in (call.error or "")] == []
