"""The desk file is read again while the desk is at work: by an owner's word or on SIGHUP, whole or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.sandbox.commands import shown_commands
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import RunningDesk, file_request

SUPPORT = "[services.support]\nname = 'Support'\n"
SAME = "The desk file is read. Nothing has changed."


@dataclass
class Reloading:
    """Bob owns the desk and is in the staff group, Ivan is a member. Everybody else is Anna."""

    telegram: LocalTelegram
    desk: RunningDesk
    file: Path
    anna: Person
    bob: Person
    ivan: Person

    def write(self, text: str) -> None:
        self.file.write_text(text, "utf-8")

    async def says(self, who: Person, words: str) -> str:
        """In General; what the desk answers."""
        await who.say(words, to=self.telegram.staff)
        await self.telegram.settle()
        return self.telegram.staff.general.last.text

    async def hang_up(self) -> str:
        """SIGHUP; what the owner is told in private."""
        self.desk.hangup.set()
        await self.telegram.settle()
        return self.bob.chat.last.text


@pytest.fixture
async def desk(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Reloading]:
    anna, ivan, bob = telegram.customer("Anna"), telegram.member("Ivan"), telegram.member("Bob")
    file = tmp_path / "desk.toml"
    file.write_text(SUPPORT, "utf-8")
    with capture_logs() as log:
        running = RunningDesk(telegram, tmp_path / "desk.sqlite3", desk_file=str(file), owner_ids=(bob.id,))
        async with running:
            await bob.start()
            await anna.start()
            await telegram.settle()
            yield Reloading(telegram, running, file, anna, bob, ivan)
    assert [entry for entry in log if entry["log_level"] in ("error", "critical")] == []


async def test_a_new_file_is_in_force_as_soon_as_an_owner_asks(desk: Reloading) -> None:
    web = desk.telegram.forum("Web")
    wanda = desk.telegram.member("Wanda", chat=web)
    desk.write(f"{SUPPORT}[services.web]\nname = 'Web'\nchat = {web.chat_id}\n[times]\nreopen = '3d'\n")
    assert (await desk.says(desk.bob, "/reload")).splitlines() == [
        "The desk file is read, and in force:",
        "New services: web",
        "Other times",
    ]
    await wanda.say("/join web", to=web)
    await desk.telegram.settle()
    assert web.general.last.text == "You have joined Web. Your service: Web."


async def test_hours_and_targets_are_named_too(desk: Reloading) -> None:
    desk.write(
        f"{SUPPORT}calendar = 'office'\n[calendars.office.hours]\nmon-fri = '9:00-17:00'\n"
        "[targets.any.stopped]\nfirst_response = '1h'\n"
    )
    assert (await desk.says(desk.bob, "/reload")).splitlines()[1:] == ["Other working hours: support", "Other targets"]


async def test_a_wrong_file_changes_nothing_and_is_answered_with_line_and_remedy(desk: Reloading) -> None:
    desk.write(f"{SUPPORT}capacity = 0\n[services.web]\n")
    assert (await desk.says(desk.bob, "/reload")).splitlines() == [
        "The desk file is wrong. Nothing has changed, the desk goes on as before.",
        "desk.toml, line 3: services.support.capacity is wrong (0): set it to a whole number above 0.",
    ]
    answer = await desk.says(desk.ivan, "/join web")
    assert answer == "There is no such service in this group. Services here: support"
    desk.write(f"{SUPPORT}capacity = 1\n[services.web]\n")
    assert "New services: web" in await desk.says(desk.bob, "/reload")
    assert (await desk.says(desk.ivan, "/join web")).startswith("You have joined web.")


async def test_a_file_as_it_was_begins_nothing_anew(desk: Reloading) -> None:
    before = len([call for call in desk.telegram.calls if call.method == "getMyCommands"])
    assert await desk.says(desk.bob, "/reload") == SAME
    assert len([call for call in desk.telegram.calls if call.method == "getMyCommands"]) == before


async def test_only_an_owner_may_ask(desk: Reloading) -> None:
    desk.write(f"{SUPPORT}[services.web]\n")
    lena = desk.telegram.admin("Lena")
    for who in (desk.ivan, lena):
        assert await desk.says(who, "/reload") == "Only the owners of the desk can do that."
    assert (await desk.says(desk.ivan, "/join web")).startswith("There is no such service")


async def test_only_owners_see_the_command_in_their_menu(desk: Reloading) -> None:
    def menu(who: Person) -> set[str]:
        shown = shown_commands(desk.telegram.world, who.account, desk.telegram.staff.chat)
        return {command["command"] for command in shown}

    lena = desk.telegram.admin("Lena")
    assert menu(desk.bob) - menu(lena) == {"reload"}
    assert {"team", "join", "leave", "away", "here"} <= menu(desk.ivan)


async def test_on_sighup_the_owners_are_told_in_private(desk: Reloading) -> None:
    desk.write(f"{SUPPORT}[services.web]\n")
    assert await desk.hang_up() == "The desk file is read, and in force:\nNew services: web"
    assert (await desk.says(desk.ivan, "/join web")).startswith("You have joined web.")
    desk.write("[services.support\n")
    assert "desk.toml, line 1, column 18: this is not TOML" in await desk.hang_up()
    desk.write(f"{SUPPORT}[services.web]\n")
    assert await desk.hang_up() == SAME


async def test_the_answer_is_in_the_language_of_who_reads_it(telegram: LocalTelegram, tmp_path: Path) -> None:
    bob = telegram.member("Bob", language="ru")
    file = tmp_path / "desk.toml"
    file.write_text("", "utf-8")
    settings: dict[str, Any] = {"desk_file": str(file), "owner_ids": (bob.id,), "staff_language": "ru"}
    async with RunningDesk(telegram, tmp_path / "desk.sqlite3", **settings) as running:
        await bob.start()
        await telegram.settle()
        file.write_text("[times]\nwarning = 0", "utf-8")
        running.hangup.set()
        await telegram.settle()
        wrong = "desk.toml, строка 2: times.warning неверно (0): укажите целое число от 1 до 100."
        assert wrong in bob.chat.last.text
        await bob.say("/reload", to=telegram.staff)
        await telegram.settle()
        assert wrong in telegram.staff.general.last.text


async def test_nothing_of_a_conversation_is_lost_or_said_twice_while_the_rules_change(desk: Reloading) -> None:
    await file_request(desk.telegram, desk.anna)
    topic = next(topic for topic in desk.telegram.staff.topics.values() if topic.name.startswith("#1"))
    for number in range(15):
        desk.write(f"{SUPPORT}capacity = {number + 1}\n")
        await desk.anna.say(f"anna {number}")
        await desk.bob.say("/reload", to=desk.telegram.staff)
        await desk.anna.say(f"and {number}")
        await desk.telegram.clock.advance(1)
    await desk.telegram.settle(quiet=90)
    lines = [line for message in topic.messages for line in message.text.splitlines()]
    said = [line for line in lines if line.startswith(("anna ", "and "))]
    assert said == [f"{word} {number}" for number in range(15) for word in ("anna", "and")]
    answers = [message.text for message in desk.telegram.staff.general.messages if message.by_bot]
    assert len([answer for answer in answers if answer.startswith("The desk file is read")]) == 15
    assert not [call for call in desk.telegram.calls if "Too Many Requests" in (call.error or "")]
