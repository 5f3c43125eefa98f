"""The two sides of a conversation: who writes, and where the other one reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.posting import CONTENT
from bot.sandbox.props import content
from bot.sandbox.views import ChatView, Message
from tests.journeys.talk import Talk, said

PREMIUM_CAPTION = 2048


@dataclass(frozen=True)
class Side:
    talk: Talk
    who: Person
    here: ChatView
    there: ChatView

    def put(self, body: dict[str, Any], **more: Any) -> Message:
        """Any content of the Bot API's form, also what only a Premium client can send."""
        return Message(self.talk.telegram.world, self.who.put(body, to=self.here, **more))

    def media(self, kind: str, caption: str = "", **more: Any) -> dict[str, Any]:
        """Media to put, with a caption of any length."""
        return (
            content(self.talk.telegram.world, self.who.account, kind) | ({"caption": caption} if caption else {}) | more
        )

    async def arrived(self, body: dict[str, Any], **more: Any) -> list[Message]:
        """What the other side sees of it, when all has gone."""
        before = self.there.last
        self.put(body, **more)
        await self.talk.later()
        return said(self.there, after=before)


def both(talk: Talk) -> Iterator[Side]:
    """The customer, then the executor."""
    yield Side(talk, talk.anna, talk.anna.chat, talk.topic)
    yield Side(talk, talk.ivan, talk.topic, talk.anna.chat)


def carried(message: Message) -> dict[str, Any]:
    """All that a message carries, as the Bot API shows it."""
    return {name: value for name, value in message.json.items() if name in CONTENT}
