"""The desk gives out tickets in turn: when they come, when somebody has room again, when their executor is gone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.delivery import rounds
from bot.domain.ticket import Kind
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.life import Life, Request, data_of, living, mentioned

FILE = """
[services.support]
name = { en = "Support", ru = "Поддержка" }
assignment = "round_robin"
capacity = 2
"""
OFFICE = """calendar = "office"
[calendars.office.hours]
mon-fri = "9:00-17:00"
"""
ROUND = 25


@asynccontextmanager
async def giving_out(
    telegram: LocalTelegram,
    folder: Path,
    more: Sequence[Request] = (),
    *,
    file: str = FILE,
    support: Sequence[str] = ("Ivan",),
    **settings: Any,
) -> AsyncIterator[Life]:
    """Who works in Support: Ivan, unless told otherwise. Lena leads."""
    (folder / "desk.toml").write_text(file, "utf-8")
    async with living(telegram, folder, more, support=support, desk_file=str(folder / "desk.toml"), **settings) as life:
        yield life


async def says(life: Life, who: Person, words: str) -> Message:
    """In General; the newest there."""
    await who.say(words, to=life.telegram.staff)
    await life.settle()
    return life.telegram.staff.general.last


async def next_round(life: Life) -> None:
    await life.telegram.clock.advance(ROUND)
    await life.settle()


def general(life: Life) -> list[str]:
    """What the desk has said in General."""
    return [one.text for one in life.telegram.staff.general.messages if one.by_bot and not one.service]


def with_whom(life: Life, *numbers: int) -> list[str]:
    """By the cards: the state's line."""
    return [life.card_of(number).text.splitlines()[1] for number in numbers]


@pytest.fixture
async def support(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Life]:
    """Ivan and Olga have joined; #1 is Ivan's turn."""
    async with giving_out(telegram, tmp_path, support=("Ivan", "Olga")) as life:
        yield life


async def test_a_new_ticket_has_somebody_from_the_beginning_and_its_card_is_the_notice(support: Life) -> None:
    assert with_whom(support, 1) == ["Assigned · Ivan"]
    before = len(support.telegram.calls)

    def spent() -> list[str]:
        calls = [call for call in support.telegram.calls[before:] if call.chat_id == support.telegram.staff.chat_id]
        return [call.method for call in calls if call.method != "getChatMember"]

    await support.another_request()
    assert with_whom(support, 2) == ["Assigned · Olga"]
    assert support.olga.id in mentioned(support.card_of(2))
    assert spent() == ["createForumTopic", "sendMessage"], "the topic and its card"
    assert support.said(2) == []
    assert not [text for text in support.told(support.anna) if "Olga" in text], "nobody works on it yet"
    await support.tap(support.olga, "Take", number=2)
    assert support.told(support.anna)[-1] == "Olga is working on #2 and will answer here."
    assert spent() == ["createForumTopic", "sendMessage", "editMessageText"], "three units from sent to taken"
    await support.olga.say("/history 2", to=support.telegram.staff)
    await support.settle()
    moves = [line.rpartition(" 2026, ")[2][6:] for line in support.telegram.staff.general.last.text.splitlines()[2:]]
    assert moves == ["Anna: sent the request", "The desk: assigned it to Olga", "Olga: took it"]


async def test_nobody_gets_more_than_they_can_carry_and_the_leads_hear_once_of_what_waits(support: Life) -> None:
    for _ in range(4):
        await support.another_request()
    states = ["Assigned · Ivan", "Assigned · Olga", "Assigned · Ivan", "Assigned · Olga", "Received"]
    assert with_whom(support, 1, 2, 3, 4, 5) == states
    for _ in range(3):
        await next_round(support)
    assert general(support) == [
        "Nobody of Support has room for another ticket now. Waiting: #5. Each is given out as soon as somebody has."
        "\nPlease have a look: Lena"
    ]
    await support.tap(support.ivan, "Take", number=3)
    assert with_whom(support, 5) == ["Received"], "it is in his hands as before"
    await support.tap(support.ivan, "Complete", "Software fault", number=3)
    await support.staff_says(support.ivan, "It works again.", topic=support.topic_of(3))
    assert with_whom(support, 5) == ["Assigned · Ivan"]
    assert support.said(5) == ["Ivan, #5 is yours. Take it, or decline it."], "an edited card notifies nobody"
    assert mentioned(support.topic_of(5).last) == [support.ivan.id]


async def test_stopped_work_goes_first_then_what_has_waited_longest(
    telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "EVERY", 1e6)  # at once, not at the next round
    boris = telegram.customer("Boris")
    more = [Request(boris, f"The report {number} is empty.") for number in (2, 3, 4)]
    more.append(Request(boris, "Nothing works.", Kind.STOPPED))
    async with giving_out(telegram, tmp_path, more) as life:
        assert with_whom(life, 2, 3, 4, 5) == ["Assigned · Ivan", *["Received"] * 3]
        await says(life, life.olga, "/join support")
        assert with_whom(life, 2, 3, 4, 5) == ["Assigned · Ivan", "Assigned · Olga", "Received", "Assigned · Olga"]
        await life.tap(life.ivan, "Decline", number=2)
        assert with_whom(life, 2, 4) == ["Received", "Assigned · Ivan"], "it is none of his any more, and Olga is busy"
        team = await says(life, life.lena, "/team")
        assert team.text.splitlines() == ["Who works where", "Support", "• Ivan: 2 tickets", "• Olga: 2 tickets"]
        assert (await says(life, life.olga, "/mine")).text.startswith("Olga, open tickets: 2")
        await says(life, life.lena, "/away")
        await says(life, life.lena, "/join support")
        assert with_whom(life, 2) == ["Received"]
        await says(life, life.lena, "/here")
        assert with_whom(life, 2) == ["Assigned · Lena"]


async def test_who_declines_never_gets_it_again_and_at_the_end_a_lead_is_told(support: Life) -> None:
    assert support.card.labels == ["Take", "Ask the customer", "Give to…", "Correct", "Decline", "More…"]
    assert await support.tap(support.olga, "Decline") == "#1: only who works on it now can do that."
    button = data_of(support.card, "Decline")
    await support.tap(support.ivan, "Decline")
    assert with_whom(support, 1) == ["Assigned · Olga"]
    assert support.said() == ["Olga, #1 is yours. Take it, or decline it."]
    assert await support.press(support.ivan, button) == "This is no longer current."
    await support.staff_says(support.olga, "/decline I know nothing of payments")
    assert with_whom(support, 1) == ["Received"]
    assert support.said()[-1] == (
        "Olga has declined #1. Nobody else has it now: a lead can give it to somebody.\nPlease have a look: Lena"
    )
    await next_round(support)
    assert general(support) == [], "the leads have heard of it"
    assert with_whom(support, 1) == ["Received"]
    assert (await says(support, support.lena, "/history 1")).text.endswith(
        "Olga: declined it – I know nothing of payments"
    )
    await says(support, support.lena, "/join support")
    assert with_whom(support, 1) == ["Assigned · Lena"]


async def test_who_does_not_take_it_in_time_gives_it_to_the_next_and_the_last_one_to_the_leads(support: Life) -> None:
    await support.telegram.clock.advance(16 * 60)
    await support.settle()
    assert with_whom(support, 1) == ["Assigned · Olga"]
    assert support.said()[-1] == "Olga, #1 is yours. Take it, or decline it."
    await support.telegram.clock.advance(16 * 60)
    await support.settle()
    assert with_whom(support, 1) == ["Received"]
    assert support.said()[-1].splitlines()[-1] == "Please have a look: Lena"
    await next_round(support)
    assert general(support) == [], "the leads have heard of it"
    await support.tap(support.lena, "Assign…", "Olga")
    await support.telegram.clock.advance(3600)
    assert with_whom(support, 1) == ["Assigned · Olga"], "a lead's own assignment waits as long as it takes"


async def test_what_the_staff_file_and_what_comes_back_is_given_out_too(support: Life) -> None:
    await support.tap(support.ivan, "Take", "Complete", "Other")
    await support.staff_says(support.ivan, "It works again.")
    await support.tap(support.anna, "Solved")
    await says(support, support.lena, "/file 1 The invoice is missing, too")
    assert with_whom(support, 2) == ["Assigned · Olga"]
    await says(support, support.ivan, "/away 2h")
    await says(support, support.lena, "/reopen 1 it fails again")
    assert with_whom(support, 1) == ["Assigned · Olga"]
    assert (await says(support, support.lena, "/history 1")).text.endswith("The desk: assigned it to Olga")


async def test_a_lead_overrules_capacity_and_absence_and_the_assignee_is_called(support: Life) -> None:
    for _ in range(4):
        await support.another_request()
    await says(support, support.olga, "/away 2h")
    assert await support.tap(support.ivan, "Assign…", number=5) == "Only a lead can do that."
    await support.tap(support.lena, "Assign…", number=5)
    labels = support.card_of(5).labels
    assert labels == ["Lena", "Ivan · 2", "Olga · 2 · away", "‹ Back"]
    await support.tap(support.lena, "Olga · 2 · away", number=5)
    assert with_whom(support, 5) == ["Assigned · Olga"]
    assert support.said(5) == ["Olga, #5 is yours, given by Lena."]
    assert mentioned(support.topic_of(5).last) == [support.olga.id]
    for forged in (support.anna.id, 1, 10**40):
        assert await support.press(support.lena, f"c:5:1:assign_to:{forged}", on=support.card_of(5)) is not None
    assert with_whom(support, 5) == ["Assigned · Olga"]


async def test_who_is_eligible_comes_first_whatever_they_have(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path, [Request(telegram.customer("Boris"), "The report is empty.")]) as life:
        await life.tap(life.ivan, "Take")
        await says(life, life.olga, "/away")
        await life.tap(life.lena, "Assign…", number=2)
        assert life.card_of(2).labels == ["Lena", "Ivan · 1", "Olga · 0 · away", "‹ Back"]


async def test_two_at_the_same_moment_and_the_second_is_told_who_was_first(support: Life) -> None:
    for _ in range(4):
        await support.another_request()
    await support.tap(support.lena, "Assign…", number=5)
    card = support.card_of(5)
    to_olga = data_of(card, "Olga · 2")
    take = to_olga.partition(":assign_to")[0] + ":take:"
    first = [await support.ivan.press(card, data=take), await support.lena.press(card, data=to_olga)]
    await support.settle()
    assert [answer.text for answer in first] == [None, "#5: Ivan was first."]
    assert with_whom(support, 5) == ["In progress · Ivan"]
    await support.another_request()
    card = support.card_of(6)
    to_olga, take = to_olga.replace("c:5:", "c:6:"), take.replace("c:5:", "c:6:")
    second = [await support.lena.press(card, data=to_olga), await support.ivan.press(card, data=take)]
    await support.settle()
    assert [answer.text for answer in second] == [None, "#6: Olga was first."]
    assert with_whom(support, 6) == ["Assigned · Olga"]


async def test_what_somebody_else_answers_takes_no_ticket_from_its_assignee(support: Life) -> None:
    await support.staff_says(support.olga, "Which card is it?", reply_to=support.card)
    assert support.told(support.anna)[-1] == "Which card is it?"
    assert with_whom(support, 1) == ["Assigned · Ivan"]
    await support.ivan_says("I am on it")
    assert with_whom(support, 1) == ["In progress · Ivan"]


async def test_who_is_away_gets_nothing_new_and_is_served_on_return(support: Life) -> None:
    await support.tap(support.ivan, "Take")
    await says(support, support.ivan, "/away 2h")
    await says(support, support.olga, "/away")
    await support.another_request()
    assert with_whom(support, 1, 2) == ["In progress · Ivan", "Received"]
    await says(support, support.olga, "/here")
    assert with_whom(support, 2) == ["Assigned · Olga"]
    await support.tap(support.olga, "Take", number=2)
    await says(support, support.olga, "/away 3h")
    await support.another_request()
    assert with_whom(support, 3) == ["Received"]
    await support.telegram.clock.advance(2 * 3600 + ROUND)
    await support.settle()
    assert with_whom(support, 3) == ["Assigned · Ivan"], "his absence has ended by itself"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
async def test_who_goes_away_at_the_very_moment_has_nothing_at_the_end(support: Life, order: tuple[int, int]) -> None:
    for step in ("/new", "Something is wrong", "Reports are slow.", "Next", "PROD, live", "Still happening", "No log"):
        await (support.anna.say(step) if step in ("/new", "Reports are slow.") else support.anna.tap(step))
        await support.settle()
    deeds: list[Callable[[], Awaitable[object]]] = [
        lambda: support.olga.say("/away 3d", to=support.telegram.staff),
        lambda: support.anna.tap("Send"),
    ]
    for which in order:
        await deeds[which]()
    await support.settle()
    assert with_whom(support, 1, 2) == ["Assigned · Ivan"] * 2


async def test_what_the_customer_answers_calls_the_leads_while_its_executor_is_away(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.ivan_says("? Which card is it?")
    await says(life, life.ivan, "/away 2h")
    await life.anna_says("The blue one")
    assert life.said()[-1].splitlines()[-1] == "Please have a look: Lena"
    await says(life, life.ivan, "/here")
    await life.ivan_says("? And the bank?")
    await life.anna_says("The big one")
    assert "have a look" not in life.said()[-1]
    assert mentioned(life.topic.last) == [life.ivan.id]


@pytest.mark.parametrize("how", ["away", "gone"])
async def test_the_tickets_of_who_is_gone_go_to_others_each_once_and_the_rest_to_the_leads(
    support: Life, how: str
) -> None:
    for _ in range(4):
        await support.another_request()
    await support.tap(support.ivan, "Take")
    await support.tap(support.olga, "Take", number=2)
    await support.tap(support.olga, "Complete", "Software fault", number=2)
    await support.staff_says(support.olga, "It works again.", topic=support.topic_of(2))
    assert with_whom(support, 5) == ["Assigned · Olga"]
    await support.tap(support.olga, "Decline", number=5)
    before = len(general(support))
    if how == "away":
        await says(support, support.ivan, "/away 3d")
    else:
        await support.ivan.leave(support.telegram.staff)
        await support.settle()
    assert with_whom(support, 1, 3) == ["In progress · Olga", "Assigned · Ivan"], "she can carry two"
    assert support.said() == ["Olga, #1 is yours now: Ivan is not there."]
    assert mentioned(support.topic.last) == [support.olga.id]
    assert [text for text in support.told(support.anna) if "is with" in text] == [
        "#1 is with Olga now, who will answer here."
    ]
    (told,) = [text for text in general(support)[before:] if "Open tickets" in text]
    assert told.splitlines()[0].partition("Open tickets")[2].rpartition(". A lead")[0].endswith("#3")
    assert told.endswith("Please have a look: Lena")


async def test_in_a_manual_service_the_desk_gives_nothing_to_anybody(life: Life) -> None:
    await life.olga_says("here")
    await next_round(life)
    assert with_whom(life, 1) == ["Received"]
    await life.tap(life.lena, "Assign…", "Olga")
    assert life.said() == ["Olga, #1 is yours, given by Lena."]
    await life.tap(life.olga, "Decline")
    assert with_whom(life, 1) == ["Received"]
    assert life.said()[-1].startswith("Olga has declined #1.")
    await next_round(life)
    assert general(life) == []


async def test_out_of_hours_nothing_is_given_out_nor_said_and_at_opening_all_is(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    await telegram.clock.advance(12 * 3600)
    async with giving_out(telegram, tmp_path, file=FILE + OFFICE) as life:
        await next_round(life)
        assert with_whom(life, 1) == ["Received"]
        assert [text for text in general(life) if "Waiting" in text] == []
        await telegram.clock.leap(11 * 3600 - 5 * ROUND)
        await next_round(life)
        assert with_whom(life, 1) == ["Received"], "the desk opens in a minute"
        await telegram.clock.advance(5 * ROUND)
        await life.settle()
        assert with_whom(life, 1) == ["Assigned · Ivan"]
        await life.tap(life.ivan, "Take")
        await telegram.clock.leap(12 * 3600)
        await says(life, life.olga, "/join support")
        await says(life, life.ivan, "/away 3d")
        assert with_whom(life, 1) == ["In progress · Olga"], "who calls in sick does so before the desk opens"


async def test_more_room_by_the_desk_file_serves_the_queue(telegram: LocalTelegram, tmp_path: Path) -> None:
    boris = telegram.customer("Boris")
    more = [Request(boris, f"The report {number} is empty.") for number in (2, 3)]
    owner = telegram.member("Olive")
    async with giving_out(telegram, tmp_path, more, owner_ids=[owner.id]) as life:
        assert with_whom(life, 3) == ["Received"]
        (tmp_path / "desk.toml").write_text(FILE.replace("capacity = 2", "capacity = 3"), "utf-8")
        await says(life, owner, "/reload")
        await next_round(life)
        assert with_whom(life, 3) == ["Assigned · Ivan"]


async def test_a_restart_in_between_loses_no_turn_and_nobody(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with giving_out(telegram, tmp_path, support=("Ivan", "Olga")) as life:
        await life.another_request()
        assert with_whom(life, 1, 2) == ["Assigned · Ivan", "Assigned · Olga"]
        await life.tap(life.ivan, "Take")
        await says(life, life.ivan, "/away 1h")
        await life.another_request()
        await life.another_request()
        assert with_whom(life, 3, 4) == ["Assigned · Olga", "Received"]
        for number in (2, 3):
            await life.tap(life.olga, "Take", number=number)
        await life.desk.stop()
        await telegram.clock.advance(3600)
        await life.desk.start()
        await next_round(life)
        assert with_whom(life, 4) == ["Assigned · Ivan"], "he came back while the desk was down"
        await life.tap(life.olga, "Complete", "Other", number=2)
        await life.staff_says(life.olga, "Done.", topic=life.topic_of(2))
        await life.another_request()
        assert with_whom(life, 5) == ["Assigned · Olga"]


async def test_in_russian(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with giving_out(telegram, tmp_path, staff_language="ru") as life:
        assert with_whom(life, 1) == ["Назначено · Ivan"]
        assert (await says(life, life.lena, "/team")).text.splitlines()[-1] == "• Ivan: 1 обращение"
        await life.tap(life.ivan, "Отказаться")
        assert life.said()[-1] == (
            "Ivan: отказ от обращения #1. Сейчас оно ни у кого: назначить может руководитель."
            "\nПосмотрите, пожалуйста: Lena"
        )
        await life.tap(life.lena, "Назначить…", "Lena")
        assert life.said()[-1] == "Lena, обращение #1 ваше. Кто назначил: Lena."
        await says(life, life.ivan, "/away")
        await life.another_request()
        await next_round(life)
        assert general(life)[-1].startswith("В службе «Поддержка» сейчас никто не может взять ещё одно обращение.")
