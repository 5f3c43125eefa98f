"""Nobody sees or moves what is not theirs, whatever a client makes up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, living

ANNAS = "Annas secret payment 4711"
BORISS = "Boriss secret export 1174"
FOR_STAFF = "Only members of the staff group can do that."
NOT_A_TOPIC = "This works in a ticket's topic. Open one, or name a number, for example /history 17"
NO_SUCH = "There is no such ticket."
OUTDATED = "This is no longer current."
CARD = (
    "take", "complete", "cause", "last_reply", "take_back", "give", "give_to", "give_page", "correct", "field", "main",
    "assign", "assign_to", "assign_page", "decline", "ask", "ask_for", "withdraw_question",
    "promise", "promise_anew", "as_fault", "as_improvement", "for_fault", "for_improvement", "unpromise", "told_page",
    "told", "unplanned",
)  # fmt: skip
NOT_A_BUTTON = [
    "x", "c", "c:", "t:1", "t:1:0:solved", "t:1:0:solved:0:0", "t::::", "h:", "::::", "🔥" * 16, "\x00", "null",
    "t:-1:0:solved:0", "t:1:-5:solved:0", "t:1:0:rate:-1", "t:1.5:0:solved:0", "t:1e3:0:solved:0", "p:my:-1:0",
    f"t:{2**63}:0:solved:0", f"t:{10**40}:0:close:0", f"h:{10**40}:ticket", f"r:{2**64}", f"p:mine:0:{10**30}",
    f"d:{10**30}:0:submit:", "t:1;DROP TABLE tickets:0:solved:0", "h:1' OR '1'='1:ticket", "r:1 UNION SELECT 1",
    "v:1:0:publish", "v:1:0:withdraw", f"v:{2**63}:0:publish", "v:1:x:publish",
    "l:../../en", "l:xx", "t:1:0:drop:0", "h:1:drop", "d:1:0:drop:", "z:1:2:3", "T:1:0:solved:0",
]  # fmt: skip


@pytest.fixture
async def two(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Life]:
    """Anna's #1, taken by Ivan and completed; Boris's #2, untouched; Carla writes a third one."""
    boris, carla = telegram.customer("Boris"), telegram.customer("Carla")
    more = [Request(boris, BORISS), Request(carla, "The search finds nothing.")]
    async with living(telegram, tmp_path, more) as life:
        await life.anna_says(ANNAS)
        await life.complete("Annas answer 4711")
        await carla.say("/new")
        await life.settle()
        yield life


def person(life: Life, name: str) -> Person:
    return next(one for one in life.telegram.people.values() if one.name == name)


def stored(folder: Path) -> list[Any]:
    """All that the desk knows of tickets, drafts, conversations and questions."""
    tables = ("tickets", "history", "messages", "drafts", "prompts", "members")
    with sqlite3.connect(folder / "desk.sqlite3") as database:
        return [sorted(map(repr, database.execute(f"SELECT * FROM {table}"))) for table in tables]  # noqa: S608


def seen_by(life: Life, who: Person) -> str:
    """Everything that was ever sent to somebody's private chat, also what was edited or deleted since."""
    calls = [call.params for call in life.telegram.calls if call.chat_id == who.id]
    return json.dumps(calls, ensure_ascii=False)


async def refused(life: Life, who: Person, data: str) -> str | None:
    """Pressed on the newest message that the desk has sent them; what pops up."""
    return await life.press(who, data, on=next(one for one in reversed(who.chat.messages) if one.by_bot))


async def test_no_made_up_button_of_a_customer_moves_or_shows_the_ticket_of_another(two: Life, tmp_path: Path) -> None:
    boris, carla, before = person(two, "Boris"), person(two, "Carla"), stored(tmp_path)
    turn = 2
    for do in ("solved", "not_solved", "close", "close_sure", "close_keep", "rate", "open"):
        assert await refused(two, boris, f"t:1:{turn}:{do}:5") == NO_SUCH
        assert await refused(two, boris, f"t:99:{turn}:{do}:5") == NO_SUCH, "and looks like one that is not there"
    for do in CARD:
        assert await refused(two, boris, f"c:1:{turn}:{do}:0") == OUTDATED
    for data in (f"c:1:{turn}:set:kind.0", "r:1", "h:1:ticket", "h:1:solved", "h:0:new", "d:1:0:submit:", "d:4:0:x:"):
        assert await refused(two, boris, data) == OUTDATED
    for data in NOT_A_BUTTON:
        assert await refused(two, boris, data) == OUTDATED
    assert stored(tmp_path) == before
    await refused(two, boris, f"p:mine:0:{two.ivan.id}")
    await refused(two, boris, "p:queue:0:0")
    assert boris.chat.last.text.startswith("Your requests: 1")
    assert await refused(two, carla, "t:2:0:close_sure:0") == NO_SUCH
    assert stored(tmp_path) == before


async def test_what_a_customer_holds_goes_into_no_ticket_of_another(two: Life, tmp_path: Path) -> None:
    boris = person(two, "Boris")
    await two.telegram.settle()
    await boris.say("/new")
    await two.settle()
    await two.olga_says("A question to Boris", topic=two.topic_of(2), reply_to=two.card_of(2))
    await boris.say("For which of them is this?")
    await two.settle()
    assert await refused(two, boris, "h:1:ticket") == NO_SUCH
    assert await refused(two, boris, "h:1:solved") == NO_SUCH
    assert "For which of them is this?" not in [message.text for message in two.topic.messages]


async def test_no_deep_link_leads_to_anything(two: Life, tmp_path: Path) -> None:
    before, boris = stored(tmp_path), person(two, "Boris")
    for payload in ("1", "t1", "17", "c_1_0_take", "admin", "x" * 64):
        await boris.start(payload)
        await two.settle()
        assert boris.chat.last.text.startswith("Hello, Boris!")
    assert stored(tmp_path) == before


async def test_a_customer_never_sees_a_word_of_another(two: Life) -> None:
    boris = person(two, "Boris")
    for words in ("/my", "/help", "/history 1", "/queue", "/mine", "/confirmed", "/unsend"):
        await boris.say(words)
        await two.settle()
    await two.olga_says("Boriss answer 1174", topic=two.topic_of(2), reply_to=two.card_of(2))
    await two.anna_says("/my")
    await two.tap(two.anna, "#1 · Payment fails with error 500.")
    await two.tap(two.anna, "Not solved")
    await two.anna_says(ANNAS)
    anna_saw, boris_saw = seen_by(two, two.anna), seen_by(two, boris)
    assert not [word for word in ("4711", "Anna", "anna", "#1 ") if word in boris_saw]
    assert not [word for word in ("1174", "Boris", "#2") if word in anna_saw]
    assert "1174" in boris_saw
    assert "4711" in anna_saw


async def test_who_is_not_of_the_staff_moves_nothing_in_the_staff_chat(two: Life, tmp_path: Path) -> None:
    before = stored(tmp_path)
    elsewhere = two.telegram.forum("Another desk")
    mallory = two.telegram.member("Mallory", chat=elsewhere)
    gone = two.telegram.member("Gone")
    await gone.leave(two.telegram.staff)
    await two.settle()
    moves = (
        "take:", "complete:", "cause:other", "last_reply:", "take_back:", "give:", f"give_to:{mallory.id}",
        "give_page:0", "assign:", f"assign_to:{mallory.id}", "assign_page:0", "decline:",
        "correct:", "field:subject", "set:kind.0", "main:",
    )  # fmt: skip
    for who in (mallory, gone, person(two, "Boris"), two.anna):
        for move in moves:
            assert await two.press(who, f"c:1:2:{move}") == FOR_STAFF
        assert await two.press(who, "p:queue:0:0") == FOR_STAFF
        assert await two.press(who, f"p:mine:0:{two.ivan.id}") == FOR_STAFF
        assert await two.press(who, "r:1") == OUTDATED
    assert stored(tmp_path) == before


async def test_the_staff_make_up_nothing_either(two: Life, tmp_path: Path) -> None:
    before = stored(tmp_path)
    refusals = {
        "c:99:0:take:": NO_SUCH,
        "c:1:2:drop:": OUTDATED,
        "c:1:2:cause:bribery": "This choice is no longer there. Please choose again.",
        "c:1:2:set:kind.9": "This choice is no longer there. Please choose again.",
        "c:1:2:set:rating.5": "This choice is no longer there. Please choose again.",
        "c:1:2:set:kind.²": "This choice is no longer there. Please choose again.",
        "c:1:2:field:status": "This choice is no longer there. Please choose again.",
        "c:2:0:give:": "#2 – Received: it cannot be given to somebody now.",
        "c:2:0:complete:": "#2 – Received: it cannot be completed now.",
        "c:1:1:take_back:": OUTDATED,
        "c:1:2:give_to:x": OUTDATED,
        "t:1:2:solved:0": OUTDATED,
        "h:1:solved": OUTDATED,
        "r:999": OUTDATED,
    }
    said = {data: await two.press(two.lena, data) for data in refusals}
    assert said == refusals
    for data in NOT_A_BUTTON:
        assert await two.press(two.lena, data) == OUTDATED
    assert stored(tmp_path) == before


async def test_a_closed_ticket_is_asked_nothing_more(two: Life) -> None:
    await two.tap(two.anna, "Solved")
    for do in ("correct:", "field:subject", "set:kind.0", "give:", "complete:", "take_back:", f"give_to:{two.olga.id}"):
        answer = await two.press(two.lena, f"c:1:3:{do}") or ""
        assert answer.startswith("#1 – Closed: "), do
    assert two.card.labels == ["Reopen", "More…"]
    assert await two.press(two.olga, "c:1:3:take:") == "#1 – Closed: it cannot be taken now."


async def test_commands_of_the_staff_work_in_the_staff_chat_only(two: Life) -> None:
    elsewhere = two.telegram.forum("Another desk")
    plain = two.telegram.group("A group", "supergroup")
    mallory = two.telegram.member("Mallory", chat=elsewhere)
    await mallory.join(plain)
    await two.settle()
    for place in (elsewhere, plain):
        for command in ("/queue", "/history 1", "/mine", "/help", "/start", "/confirmed", "hello"):
            await mallory.say(command, to=place)
        await two.settle()
        assert [call for call in two.telegram.calls if call.chat_id == place.chat_id] == []
    word = await mallory.say("press here", to=elsewhere)
    assert await two.press(mallory, "c:2:0:take:", on=word) is None
    assert await two.press(two.ivan, "c:2:0:take:", on=word) is None
    assert "Received" in two.card_of(2).text, "a press in another group means nothing, whoever presses"


async def test_a_bot_in_the_group_is_nobody(two: Life) -> None:
    helper = two.telegram.member("Helper")
    helper.account.is_bot = True
    await helper.say("I answer everything", topic=two.topic_of(2), reply_to=two.card_of(2))
    await two.settle()
    assert await two.press(helper, "c:2:0:take:", on=two.card_of(2)) == FOR_STAFF
    assert "Received" in two.card_of(2).text
    assert "I answer everything" not in two.told(person(two, "Boris"))


async def test_an_anonymous_administrator_presses_under_the_true_name(two: Life) -> None:
    boss = two.telegram.admin("Boss", anonymous=True)
    assert await two.tap(boss, "Take", number=2) is None
    assert "In progress · Boss" in two.card_of(2).text
    assert two.told(person(two, "Boris"))[-1] == "Boss is working on #2 and will answer here."


async def test_a_press_without_a_name_has_no_authority(two: Life) -> None:
    world = two.telegram.world
    world.settings = replace(world.settings, press_shows_anonymous=True)
    boss = two.telegram.admin("Boss", anonymous=True)
    assert await two.tap(boss, "Take", number=2) == FOR_STAFF
    assert "Received" in two.card_of(2).text


async def test_a_button_of_a_deleted_message_is_judged_like_any_other(two: Life) -> None:
    card = two.card_of(2)
    await two.lena.delete(card)
    assert await two.press(person(two, "Boris"), "c:2:0:take:", on=card) == FOR_STAFF
    assert await two.press(two.ivan, "c:2:0:take:", on=card) is None
    await two.later()
    assert "In progress · Ivan" in two.card_of(2).text


@pytest.mark.parametrize("number", ["99999999999999999999", "9" * 4000, "0", "²"])
async def test_a_number_that_no_ticket_can_have_is_answered_politely(two: Life, number: str) -> None:
    await two.lena.say(f"/history {number}", to=two.telegram.staff)
    await two.settle()
    last = [message for message in two.telegram.staff.general.messages if message.by_bot][-1]
    assert last.text.startswith("This works in a ticket's topic." if number == "²" else NO_SUCH)


async def test_buttons_with_huge_numbers_are_answered_politely(two: Life, tmp_path: Path) -> None:
    before = stored(tmp_path)
    assert await two.press(two.lena, f"c:1:2:give_to:{10**40}") == await two.press(two.lena, "c:1:2:give_to:1")
    for data in (f"c:1:2:set:kind.{10**40}", f"c:{2**63 - 1}:{2**63 - 1}:take:", f"p:queue:{2**63 - 1}:{2**63 - 1}"):
        await two.press(two.lena, data)
    await two.press(two.lena, f"c:1:2:give_page:{10**40}")
    await two.later()
    assert stored(tmp_path) == before


async def test_an_anonymous_administrator_who_commands_is_told_why_nothing_happens(two: Life) -> None:
    boss = two.telegram.admin("Boss", anonymous=True)
    for command in ("/queue", "/help", "/unsned"):
        for place in ({"to": two.telegram.staff}, {"topic": two.topic}):
            asked = await boss.say(command, **place)
            await two.settle()
            answers = [one for one in two.telegram.staff.messages if one.by_bot and not one.service]
            answers = [one for one in answers if one.id > asked.id]
            assert [one.text.partition(":")[0] for one in answers] == ["Nothing was done or sent"]
