"""Who works in which service and who is away, by what the staff write in their group."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.life import Life, living

FILE = """
[services.backend]
name = "Backend"
[services.web]
name = { en = "Web", ru = "Веб" }
[services.hardware]
chat = CHAT
"""


@pytest.fixture
async def staff(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Life]:
    """Backend and Web share the staff group, Hardware is at home in another one. Everybody has been seen once."""
    elsewhere = telegram.forum("Hardware")
    (tmp_path / "desk.toml").write_text(FILE.replace("CHAT", str(elsewhere.chat_id)), "utf-8")
    async with living(telegram, tmp_path, desk_file=str(tmp_path / "desk.toml")) as life:
        for person in (life.ivan, life.olga):
            await says(life, person, "/mine")
        yield life


async def says(life: Life, who: Person, words: str) -> Message:
    """In General; what the desk answers."""
    await who.say(words)
    await life.settle()
    return life.telegram.staff.general.last


async def test_who_joins_is_told_all_their_services(staff: Life) -> None:
    word = await staff.ivan.say("/join backend")
    await staff.settle()
    answer = staff.telegram.staff.general.last
    assert answer.text == "You have joined Backend. Your service: Backend."
    assert answer.reply_to is not None
    assert answer.reply_to.id == word.id
    assert (await says(staff, staff.ivan, "/join WEB")).text == "You have joined Web. Your services: Backend, Web."
    assert (await says(staff, staff.ivan, "/leave Веб")).text == "You have left Web. Your service: Backend."
    assert (await says(staff, staff.ivan, "/leave backend")).text == "You have left Backend. You are in no service."


@pytest.mark.parametrize("words", ["/join", "/join frontend", "/leave everything"])
async def test_a_service_that_is_not_there_is_answered_with_those_that_are(staff: Life, words: str) -> None:
    answer = await says(staff, staff.ivan, words)
    assert answer.text == "There is no such service in this group. Services here: backend, web"


async def test_a_service_of_another_group_is_joined_there(staff: Life) -> None:
    answer = await says(staff, staff.ivan, "/join hardware")
    assert answer.text == "hardware is at home in another group. Please write this there."


async def test_one_cannot_leave_what_one_has_not_joined(staff: Life) -> None:
    assert (await says(staff, staff.ivan, "/leave backend")).text == "You have not joined Backend."


async def test_the_team_is_listed_by_service_with_who_is_away(staff: Life) -> None:
    await says(staff, staff.ivan, "/join backend")
    await says(staff, staff.ivan, "/away")
    assert (await says(staff, staff.olga, "/team")).text.splitlines() == [
        "Who works where",
        "Backend",
        "• Ivan – away",
        "Web",
        "• Ivan – away",
        "• Lena",
        "• Olga",
        "hardware",
        "nobody yet",
    ]


async def test_who_leaves_the_group_has_left_its_services(staff: Life) -> None:
    await says(staff, staff.ivan, "/join backend")
    await staff.ivan.leave(staff.telegram.staff)
    await staff.settle()
    await staff.ivan.join(staff.telegram.staff)
    await staff.settle()
    assert (await says(staff, staff.ivan, "/leave backend")).text == "You have not joined Backend."


async def test_being_away_lasts_until_one_is_here(staff: Life) -> None:
    assert (await says(staff, staff.ivan, "/away")).text == "You are away until you say /here."
    assert "• Ivan – away" in (await says(staff, staff.olga, "/team")).text
    assert (await says(staff, staff.ivan, "/here")).text == "You are here. Welcome back."
    assert "away" not in (await says(staff, staff.olga, "/team")).text


async def test_being_away_until_a_time_ends_by_itself(staff: Life) -> None:
    answer = await says(staff, staff.ivan, "/away 2h")
    assert answer.text.startswith("You are away until ")
    assert answer.text.endswith(". Back earlier? /here")
    assert "• Ivan – away until " in (await says(staff, staff.olga, "/team")).text
    await staff.telegram.clock.advance(2 * 3600)
    assert "away" not in (await says(staff, staff.olga, "/team")).text


async def test_a_time_that_is_none_is_refused_and_nobody_is_away(staff: Life) -> None:
    assert (await says(staff, staff.ivan, "/away soon")).text.startswith("I did not understand until when.")
    assert (await says(staff, staff.ivan, "/away 1.1.2020")).text.startswith("That lies in the past.")
    assert "away" not in (await says(staff, staff.olga, "/team")).text


@pytest.mark.parametrize(("words", "named"), [("/away", True), ("/away 3d", True), ("/away 2h", False)])
async def test_the_tickets_of_somebody_who_is_away_past_today_are_named(staff: Life, words: str, named: bool) -> None:
    await staff.tap(staff.ivan, "Take")
    await says(staff, staff.ivan, words)
    said = [message.text for message in staff.telegram.staff.general.messages]
    told = "Ivan is away. Open tickets: #1. A lead can give them to somebody else.\nPlease have a look: Lena"
    assert (told in said) is named


async def test_who_has_no_tickets_is_away_without_another_word(staff: Life) -> None:
    assert (await says(staff, staff.ivan, "/away")).text == "You are away until you say /here."


async def test_a_customer_has_no_team(staff: Life) -> None:
    for words in ("/join backend", "/team", "/away", "/here", "/reload"):
        await staff.anna_says(words)
    assert not [text for text in staff.told(staff.anna) if "Backend" in text or "away" in text]


async def test_in_russian(telegram: LocalTelegram, tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text('[services.web]\nname = { en = "Web", ru = "Веб" }', "utf-8")
    file = str(tmp_path / "desk.toml")
    async with living(telegram, tmp_path, desk_file=file, staff_language="ru") as life:
        assert (await says(life, life.ivan, "/join веб")).text == "Вы вошли в службу «Веб». Ваша служба: Веб."
        assert (await says(life, life.ivan, "/away завтра")).text.startswith("Вас нет на месте до ")
        assert (await says(life, life.ivan, "/team")).text.splitlines()[:2] == ["Кто где работает", "Веб"]
        answer = await says(life, life.ivan, "/join другая")
        assert answer.text == "Такой службы в этой группе нет. Здесь есть: web"
