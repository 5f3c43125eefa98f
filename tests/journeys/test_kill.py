"""The story again, with the bot's process killed at ten places: nothing is missing or out of order, and only
a message whose answer was lost is said twice. All the other places are those of the crash matrix.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio

from bot.sandbox.faults import Fault
from bot.sandbox.nursery import Desk, Nursery
from bot.sandbox.params import Call
from bot.sandbox.telegram import LocalTelegram
from tests.crash.powered import beyond, read_in
from tests.warm import upgrade

pytestmark = pytest.mark.asyncio(loop_scope="package")
Transcripts = tuple[list[str], list[str]]
Deed = Callable[[], Awaitable[object]]


class Place(NamedTuple):
    """The first call of a method after a deed, before or after Telegram has done what it asks."""

    deed: str
    method: str
    kind: str

    def __str__(self) -> str:
        return "-".join(self).replace(" ", "_")


PLACES = [
    Place("submits", "getUpdates", "drop_after"),
    Place("submits", "createForumTopic", "drop_before"),
    Place("submits", "createForumTopic", "drop_after"),
    Place("goes on", "editMessageText", "drop_after"),
    Place("submits", "answerCallbackQuery", "drop_before"),
    Place("is taken", "getChatMember", "drop_before"),
    Place("is asked", "sendMessage", "drop_before"),
    Place("answers", "sendMessage", "drop_after"),
    Place("shows", "sendPhoto", "drop_after"),
    Place("rates", "editMessageText", "drop_before"),
]


class Assassin:
    """Kills the desk while a call of it is on its way, once it is armed."""

    def __init__(self, telegram: LocalTelegram, method: str, kind: str) -> None:
        self.victim: Desk | None = None
        self.struck = False
        self._method, self._kind = method.lower(), kind
        telegram.faults.strike = self._strike  # type: ignore[method-assign]  # the seat from which each call is seen

    def _strike(self, call: Call) -> Fault | None:
        if self.struck or self.victim is None or call.method.lower() != self._method:
            return None
        self.struck = True
        self.victim.strike()
        return Fault(self._kind)


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def undisturbed(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Transcripts:
    return await lived_through(nursery, tmp_path_factory.mktemp("undisturbed") / "desk.sqlite3", None)


async def lived_through(nursery: Nursery, database: Path, place: Place | None) -> Transcripts:
    """The story with a desk that is started anew when it has been killed; what both sides read in the end."""
    upgrade(f"sqlite:///{database}")
    async with LocalTelegram() as telegram:
        assassin = Assassin(telegram, place.method, place.kind) if place else None
        desk = await nursery.start(telegram, f"sqlite:///{database}")
        await telegram.settle()
        for name, deed in story(telegram):
            if assassin and place and name == place.deed:
                assassin.victim = desk
            await deed()
            await telegram.settle()
            if assassin and assassin.struck and assassin.victim:
                await assassin.victim.kill()
                assassin.victim = None
                desk = await nursery.start(telegram, f"sqlite:///{database}")
                await telegram.settle()
        await telegram.clock.advance(120)
        assert assassin is None or assassin.struck
        await desk.kill()
        assert telegram.strict.lines == []
        (topic,) = telegram.staff.topics.values()
        customer = next(person for person in telegram.people.values() if person.name == "Anna")
        return read_in(customer.chat), read_in(topic)


def story(telegram: LocalTelegram) -> list[tuple[str, Deed]]:
    """Each deed by what happens to the request in it; those without a name are only on the way."""
    anna, ivan = telegram.customer("Anna", language="en"), telegram.member("Ivan")

    def staff(label: str) -> Deed:
        return lambda: ivan.tap(label, topic=next(iter(telegram.staff.topics.values())))

    def says(text: str) -> Deed:
        return lambda: ivan.say(text, topic=next(iter(telegram.staff.topics.values())))

    return [
        ("describes", lambda: anna.say("Payment fails with error 500.")),
        ("", lambda: anna.tap("Something is wrong")),
        ("goes on", lambda: anna.tap("Next")),
        ("", lambda: anna.tap("PROD, live")),
        ("", lambda: anna.say("yesterday 14:00-15:30")),
        ("", lambda: anna.tap("Right, go on")),
        ("", lambda: anna.send("document", file_name="gateway.log")),
        ("", lambda: anna.tap("Next")),
        ("submits", lambda: anna.tap("Send")),
        ("is taken", staff("Take")),
        ("is asked", says("Which card is it?")),
        ("answers", lambda: anna.say("A green one")),
        ("shows", lambda: anna.send("photo", caption="This one")),
        ("", staff("Complete")),
        ("", staff("Software fault")),
        ("", says("It works again.")),
        ("", lambda: anna.tap("Solved")),
        ("rates", lambda: anna.tap("5 ⭐")),
    ]


@pytest.mark.parametrize("place", PLACES, ids=str)
async def test_a_kill_loses_nothing_and_keeps_the_order(
    nursery: Nursery, undisturbed: Transcripts, tmp_path: Path, place: Place
) -> None:
    lived = await lived_through(nursery, tmp_path / "desk.sqlite3", place)
    extra = [line for sides in zip(undisturbed, lived, strict=True) for line in beyond(*sides)]
    assert len(extra) == (place.method.startswith("send") and place.kind == "drop_after"), extra
