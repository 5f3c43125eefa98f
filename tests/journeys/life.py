"""Tickets that are filed already, and the people around them: Anna's is #1, Lena leads, nobody has taken anything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from structlog.testing import capture_logs

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.filed import PROBLEM, Request, filed, joined
from tests.journeys.stage import RunningDesk
from tests.journeys.talk import Talk

__all__ = ["PROBLEM", "Life", "Request", "data_of", "filed", "living", "mentioned"]


@dataclass
class Life(Talk):
    """Every act is followed by what the desk does about it."""

    desk: RunningDesk = field(kw_only=True)

    async def tap(self, who: Person, *labels: str, number: int = 1, on: Message | None = None) -> str | None:
        """One button after the other, of the ticket's topic or in private; what the last answer pops up."""
        for label in labels:
            answer = await who.tap(label, on=on, topic=self.topic_of(number) if who.home else None)
            await self.settle()
        assert answer.given
        return answer.text

    async def press(self, who: Person, data: str, on: Message | None = None) -> str | None:
        """Any callback data, as a forging client sends it."""
        answer = await who.press(on or self.card, data=data)
        await self.settle()
        assert answer.given
        return answer.text

    async def complete(self, words: str = "It works again.") -> None:
        """By Ivan, who takes it first if nobody has."""
        if "Take" in self.card.labels:
            await self.tap(self.ivan, "Take")
        await self.tap(self.ivan, "Complete", "Software fault")
        await self.ivan_says(words)

    def card_of(self, number: int) -> Message:
        return next(message for message in self.topic_of(number).messages if message.by_bot and not message.service)

    def told(self, who: Person) -> list[str]:
        """All that the desk has said to somebody in private."""
        return [message.text for message in who.chat.messages if message.by_bot]

    def said(self, number: int = 1) -> list[str]:
        """All that the desk has said in a topic, below the card."""
        return [one.text for one in self.topic_of(number).messages if one.by_bot and not one.service][1:]


def data_of(message: Message, label: str) -> str:
    """What the button of that name carries."""
    return next(button.data or "" for row in message.buttons for button in row if button.text == label)


def mentioned(message: Message) -> list[int]:
    """Whom the message notifies: an id in a link, or the name of a user."""
    users = [entity.get("user", {}).get("id") for entity in message.entities if entity["type"] == "text_mention"]
    links = [entity.get("url", "") for entity in message.entities if entity["type"] == "text_link"]
    return [*users, *(int(link.partition("?id=")[2]) for link in links if link.startswith("tg://user"))]


@asynccontextmanager
async def living(
    telegram: LocalTelegram, folder: Path, more: Sequence[Request] = (), *, support: Sequence[str] = (), **settings: Any
) -> AsyncIterator[Life]:
    """`more` tickets from #2 on. `support`: the names of those who have joined that service before.

    At the end no exception may have been logged, and no 429 have come.
    """
    desk = RunningDesk(telegram, folder / "desk.sqlite3", **settings)
    life = Life(
        telegram, telegram.customer("Anna", language="en", username="anna"),
        telegram.member("Ivan"), telegram.member("Olga"), telegram.admin("Lena"), desk=desk,
    )  # fmt: skip
    people = {person.name: person for person in (life.ivan, life.olga, life.lena)}
    await joined(telegram, desk.settings, "support", [people[name] for name in support])
    await filed(telegram, desk.settings, [Request(life.anna), *more])
    with capture_logs() as events:
        async with desk:
            await telegram.settle()
            yield life
            await telegram.settle()
    assert [event for event in events if event["log_level"] in ("error", "critical")] == []
    assert [call for call in telegram.calls if "Too Many Requests" in (call.error or "")] == []
