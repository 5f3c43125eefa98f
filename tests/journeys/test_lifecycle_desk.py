"""What the staff do beside the talk: correct what was filled in, look at lists and histories, ask for help."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.ticket import Kind
from bot.sandbox.icons import ICON_STICKERS
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.life import Life, Request, living


@pytest.fixture
async def busy(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Life]:
    """Twelve tickets of Boris beside #1: the newest is the most urgent."""
    boris = telegram.customer("Boris")
    more = [Request(boris, f"The report {number} is empty.") for number in range(2, 13)]
    more.append(Request(boris, "Nothing works at all.", Kind.STOPPED))
    async with living(telegram, tmp_path, more) as life:
        await telegram.clock.advance(120)
        yield life


async def asks(life: Life, who: Person, command: str, *, number: int | None = None) -> Message:
    """In General, or in the topic of a ticket; the desk's answer there."""
    topic = life.topic_of(number) if number else life.telegram.staff.general
    await who.say(command, topic=topic)
    await life.settle()
    return topic.last


def numbers(listing: Message) -> list[int]:
    """The tickets of a list, in its order."""
    return [int(line.split("#")[1].split()[0]) for line in listing.text.splitlines() if "#" in line]


async def test_every_field_can_be_corrected_and_everything_follows(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path, components=["Billing", "API"]) as life:
        await life.tap(life.olga, "Correct")
        assert life.card.labels == ["Kind", "Stand", "Component", "Subject", "‹ Back"]
        await life.tap(life.olga, "Kind", "Work has stopped")
        assert life.told(life.anna)[-1] == "#1: we corrected a detail. Kind: Work has stopped"
        assert "Work has stopped" in life.card.text.splitlines()[0]
        await life.tap(life.olga, "Correct", "Stand", "TEST")
        await life.tap(life.olga, "Correct", "Component", "API")
        assert "Where: TEST · API" in life.card.text
        await life.tap(life.olga, "Correct", "Subject")
        assert "Olga, what is the subject?" in life.card.text
        await life.olga_says("x" * 121)
        assert life.said()[-1] == "A subject is one line of 1 to 120 characters."
        await life.olga_says("Payments  fail\nsince noon")
        assert "Payments fail since noon" in life.card.text
        assert life.told(life.anna)[-1] == "#1: we corrected a detail. Subject: Payments fail since noon"
        assert life.topic.last.text == "Payments  fail\nsince noon", "and it was not said to the customer"
        await life.later()
        assert life.topic.name == "#1 · TEST · Payments fail since noon"
        assert ICON_STICKERS[life.topic.icon or ""] == "‼️"


async def test_the_queue_begins_with_stopped_work_and_has_pages(busy: Life) -> None:
    first = await asks(busy, busy.olga, "/queue")
    assert first.text.startswith("Open tickets: 13")
    assert numbers(first) == [13, *range(1, 8)]
    assert "Page 1 of 2" in first.text
    await busy.olga.tap("Next ›", on=first)
    await busy.settle()
    assert numbers(first) == [8, 9, 10, 11, 12], "the same message has turned its page"
    await busy.olga.tap("‹ Previous", on=first)
    await busy.settle()
    assert numbers(first)[0] == 13
    links = [entity["url"] for entity in first.entities if entity["type"] == "text_link"]
    assert links[0].endswith(f"/{busy.topic_of(13).id}")


async def test_mine_are_those_i_have_taken_whoever_turns_the_pages(busy: Life) -> None:
    assert (await asks(busy, busy.ivan, "/mine")).text == "Ivan has no open tickets."
    for number in range(1, 10):
        await busy.ivan.tap("Take", topic=busy.topic_of(number))
    await busy.telegram.clock.advance(60)
    mine = await asks(busy, busy.ivan, "/mine")
    assert (mine.text.splitlines()[0], numbers(mine)) == ("Ivan, open tickets: 9", [*range(1, 9)])
    await busy.olga.tap("Next ›", on=mine)
    await busy.settle()
    assert (mine.text.splitlines()[0], numbers(mine)) == ("Ivan, open tickets: 9", [9])
    assert (await asks(busy, busy.olga, "/mine")).text == "Olga has no open tickets."


async def test_a_history_is_asked_for_in_its_topic_or_by_number(life: Life) -> None:
    await life.complete()
    await life.tap(life.anna, "Not solved")
    await life.anna_says("Still error 500")
    here = await asks(life, life.olga, "/history", number=1)
    moves = [
        "Anna: sent the request", "Ivan: took it", "Ivan: completed it (Software fault)",
        "Anna: said that it is not solved", "Anna: said what is still wrong – Still error 500",
    ]  # fmt: skip
    lines = here.text.splitlines()[2:]
    assert [line.endswith(move) for line, move in zip(lines, moves, strict=True)] == [True] * len(moves)
    assert (await asks(life, life.olga, "/history 1")).text == here.text
    assert (await asks(life, life.olga, "/history #1")).text == here.text
    for unknown in ("99", str(2**63), "9" * 4000):
        assert (await asks(life, life.olga, f"/history {unknown}")).text == "There is no such ticket."
    nowhere = "This works in a ticket's topic. Open one, or name a number, for example /history 17"
    for command in ("/history", "/history of everything", "/history -1", "/confirmed"):
        assert (await asks(life, life.olga, command)).text == nowhere


async def test_help_names_what_one_can_do(life: Life) -> None:
    for who, leads in ((life.olga, False), (life.lena, True)):
        help_ = (await asks(life, who, "/help")).text
        assert all(command in help_ for command in ("/queue", "/mine", "/history", "/confirmed", "/unsend"))
        assert ("/publish" in help_) is leads
        assert "/reload" not in help_
        assert help_.endswith("Working hours: day and night.")
    await life.anna_says("/help")
    help_ = life.told(life.anna)[-1]
    assert all(command in help_ for command in ("/new", "/my", "/language"))
    assert help_.endswith("Working hours: day and night.")
    assert life.anna.chat.last.labels == ["New request"]


async def test_a_mistyped_command_is_answered_and_one_for_another_bot_is_not(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("/tkae")
    assert life.said()[-1].startswith("There is no such command.")
    before = life.said()
    await life.ivan_says("/weather@another_bot tomorrow")
    assert life.said() == before
    await life.ivan_says("/history@acme_desk_bot")
    assert "took it" in life.said()[-1]
    assert life.told(life.anna)[-1] == "Ivan is working on #1 and will answer here."
