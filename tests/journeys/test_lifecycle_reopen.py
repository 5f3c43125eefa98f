"""A closed ticket comes back: by its customer for a week, by a lead at any time; later a new request follows it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Message
from tests.journeys.life import Life, living, mentioned
from tests.journeys.stage import file_request

DAY = 24 * 3600 * 10**6
"""As the database counts."""
OUTDATED = "This is no longer current."
WHAT = "#1 is closed. What does your message mean?"


def long_ago(folder: Path, days: int) -> None:
    """Whatever is closed has been so for some days more: a clock that is turned so far takes the desk minutes."""
    with sqlite3.connect(folder / "desk.sqlite3") as database:
        database.execute(f"UPDATE tickets SET closed_at = closed_at - {days * DAY}")  # noqa: S608 (a number)


async def closed(life: Life) -> Message:
    """By the customer, who confirmed; the notice with the button to reopen it."""
    await life.complete()
    await life.tap(life.anna, "Solved", "5 ⭐")
    await life.later()
    return life.anna.chat.last


async def test_the_customer_reopens_and_the_former_executor_is_called(life: Life) -> None:
    notice = await closed(life)
    assert life.topic.closed
    taps = [await life.anna.tap("Reopen", on=notice) for _ in range(2)]
    await life.settle()
    assert [tap.text for tap in taps] == [None, OUTDATED]
    assert notice.labels == [], "its button is gone"
    assert life.told(life.anna)[-1] == (
        "#1 is open again. Ivan goes on with it. What is still wrong? Your next message goes to the team."
    )
    assert life.said()[-1] == "The customer has opened #1 again.\nIvan, it is yours again."
    called = [one for one in life.topic.messages if one.text == life.said()[-1]]
    assert mentioned(called[-1]) == [life.ivan.id]
    assert "In progress · Ivan" in life.card.text
    await life.later()
    assert not life.topic.closed


async def test_what_is_wrong_needs_no_choice_after_the_tap(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        notice = await closed(life)
        await file_request(telegram, life.anna, "Reports are slow today.")
        await life.tap(life.anna, "Reopen", on=notice)
        await life.anna_says("Error 500 is back")
        assert life.said()[-1] == "Error 500 is back", "beside another open request, too"


async def test_words_about_a_closed_ticket_are_held_until_the_customer_says_what_they_are(life: Life) -> None:
    await closed(life)
    words = await life.anna_says("Thank you, Ivan!")
    question = life.anna.chat.last
    assert question.text.startswith(WHAT)
    assert question.labels == ["Reopen it", "New request", "Just a comment"]
    assert words.text not in life.said()
    await life.tap(life.anna, "Just a comment")
    assert life.said()[-1] == "Thank you, Ivan!"
    assert words.reactions == ["👌"]
    assert "Closed, confirmed by the customer" in life.card.text
    await life.later()
    assert life.topic.closed, "a comment opens nothing"

    await life.anna_says("It is back, <b>error 500</b>")
    await life.tap(life.anna, "Reopen it")
    assert "In progress · Ivan" in life.card.text
    assert life.said()[-1] == "It is back, <b>error 500</b>"
    assert life.told(life.anna)[-1].endswith("Ivan goes on with it. To add something, just write here.")
    await life.ivan_says("/history")
    assert "Anna: opened it again – It is back, <b>error 500</b>" in life.said()[-1]

    await life.tap(life.anna, "Close request", "Yes, close it")
    await life.anna_says("And where are the invoices?")
    await life.tap(life.anna, "New request")
    assert "What do you need?" in life.anna.chat.last.text
    assert "And where are the invoices?" not in life.said()


async def test_a_swipe_about_a_closed_ticket_asks_also_beside_open_ones(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    async with living(telegram, tmp_path) as life:
        notice = await closed(life)
        await file_request(telegram, life.anna, "Reports are slow today.")
        await life.anna_says("It is back", reply_to=notice)
        assert life.anna.chat.last.text.startswith(WHAT)
        boris = telegram.customer("Boris")
        await boris.start()
        await life.settle()
        for forged in ("h:1:reopen", "h:1:comment", "t:1:4:reopen:0"):
            answer = await boris.press(boris.chat.last, data=forged)
            await life.settle()
            assert answer.text in (OUTDATED, "There is no such ticket."), forged
        await life.settle()
        assert "Closed" in life.card.text
        await life.tap(life.anna, "Reopen it", on=life.anna.chat.last)
        assert life.said()[-1] == "It is back"


async def test_a_lead_reopens_at_any_time_and_says_why(life: Life, tmp_path: Path) -> None:
    await closed(life)
    long_ago(tmp_path, 30)
    assert await life.tap(life.olga, "Reopen") == "Only a lead can do that."
    await life.tap(life.lena, "Reopen")
    assert "Lena, why is it opened again?" in life.card.text
    await life.staff_says(life.lena, "The fix was rolled back")
    assert life.said()[-1] == "Lena has opened #1 again: The fix was rolled back\nIvan, it is yours again."
    assert life.told(life.anna)[-1] == (
        "We have opened #1 again. Ivan goes on with it. To add something, just write here."
    ), "the reason stays with the staff"
    await life.complete()
    await life.tap(life.anna, "Solved")
    general = life.telegram.staff.general
    for who, words, said in (
        (life.olga, "/reopen 1 please", "Only a lead can do that."),
        (life.lena, "/reopen", "Which ticket? For example: /reopen 12"),
        (life.lena, "/reopen 1", "#1: that needs a few words. Please write them here."),
        (life.lena, "/reopen 99 x", "There is no such ticket."),
    ):
        await life.staff_says(who, words, topic=general)
        assert general.last.text == said
    await life.ivan.leave(life.telegram.staff)
    await life.settle()
    await life.staff_says(life.lena, "/reopen #1 a mistake", topic=general)
    assert life.said()[-1] == "Lena has opened #1 again: a mistake\nNobody has it yet."
    assert "Received" in life.card.text
    assert "Take" in life.card.labels


async def test_after_a_week_a_new_request_follows_the_closed_one(life: Life, tmp_path: Path) -> None:
    notice = await closed(life)
    long_ago(tmp_path, 8)
    await life.anna_says("Error 500 again", reply_to=notice)
    assert life.anna.chat.last.labels == ["New request about the same", "New request", "Just a comment"]
    await life.tap(life.anna, "New request about the same")
    window = life.anna.chat.last
    assert "All correct?" in window.text
    for part in ("Follow-up of: #1", "Payment fails with error 500.", "Error 500 again", "PROD"):
        assert part in window.text
    await life.tap(life.anna, "Reopen", on=notice)
    assert "You are writing a request already. Please send or cancel it first." in life.anna.chat.last.text
    await life.tap(life.anna, "Send")
    await life.later()
    card = life.card_of(2)
    for part in ("Follow-up of: #1", "Related: #1", "Error 500 again"):
        assert part in card.text
    assert "Related: #2" in life.card.text
    assert "Closed" in life.card.text
