"""What journeys about releases share."""

from __future__ import annotations

from bot.sandbox.people import Person
from bot.sandbox.views import Message
from tests.journeys.life import Life


async def asks(life: Life, who: Person, words: str) -> Message:
    """In General; the desk's answer there."""
    general = life.telegram.staff.general
    await who.say(words, topic=general)
    await life.settle()
    return general.last


async def sure(life: Life, who: Person, words: str, label: str) -> str:
    """A command with its second word; what the question has become."""
    asked = await asks(life, who, words)
    await who.tap(label, on=asked)
    await life.settle()
    return life.telegram.staff.general.last.text
