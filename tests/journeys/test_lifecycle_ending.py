"""The rare ends: a ticket is merged, rejected, given up; and what it has to do with others."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, Request, living
from tests.journeys.stage import file_request
from tests.journeys.talk import Talk, said, texts

SLOW = "Reports are slow today."
EXPORTS = "The export is empty since Monday."


async def test_a_merged_ticket_goes_on_in_the_other_one(telegram: LocalTelegram, tmp_path: Path) -> None:
    boris = telegram.customer("Boris")
    async with living(telegram, tmp_path, [Request(boris, EXPORTS)]) as life:
        await life.tap(life.ivan, "Take")
        notice = life.anna.chat.last
        await life.anna_says("It is the green card")
        await file_request(telegram, life.anna, SLOW)
        different = "#1 and #2 are of different customers and are never merged. They can be linked."
        assert await life.tap(life.olga, "More…", "Merge into…") == "#1: only its executor or a lead can do that."
        await life.tap(life.ivan, "Merge into…")
        assert life.card.labels == [f"#3 · {SLOW}", "‹ Back"]
        for who, target, refusal in (
            (life.ivan, 2, different),
            (life.ivan, 1, "That is #1 itself. Please name another one."),
            (life.ivan, 99, "There is no such ticket."),
            (life.olga, 3, "#1: only its executor or a lead can do that."),
        ):
            turn = 1
            assert await life.press(who, f"c:1:{turn}:merge_into:{target}") == refusal
        await life.ivan_says("/merge")
        assert life.said()[-1] == "Which ticket? For example: /merge 12"
        await life.ivan_says("/merge 2")
        assert life.said()[-1] == different
        await life.tap(life.ivan, f"#3 · {SLOW}")
        assert life.told(life.anna)[-1].startswith("#1 goes on in #3: both are about the same.")
        assert "Closed, goes on in #3" in life.card.text
        assert "Related: #3" in life.card.text
        history = life.said(3)[-1]
        assert history.startswith("#1 was merged into this one: Payment fails with error 500.")
        assert "Ivan: merged it into #3" in history
        links = [one["url"] for one in life.topic_of(3).last.entities if one["type"] == "text_link"]
        assert links[0].endswith(f"/{life.topic.id}")
        await life.later()
        assert life.topic.closed

        await life.anna_says("And the red one, too", reply_to=notice)
        assert life.said(3)[-1] == "And the red one, too"
        await life.anna_says("Loose words")
        assert life.said(3)[-1] == "Loose words", "there is one open ticket left"
        copy = next(one for one in life.topic.messages if one.text == "It is the green card")
        await life.staff_says(life.lena, "Which one?", reply_to=copy)
        assert "#1 goes on in #3." in life.said()
        assert "Which one?" not in life.told(life.anna)
        await life.staff_says(life.lena, "/merge 1", topic=life.topic_of(3))
        assert life.said(3)[-1] == "That is #3 itself. Please name another one.", "there is no way round"
        await life.anna_says("/my")
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        assert "State: closed, goes on in #3\n" in life.anna.chat.last.text


async def test_two_merges_that_cross_leave_one_ticket_open(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        await file_request(telegram, life.anna, SLOW)
        await asyncio.gather(
            life.lena.say("/merge 2", topic=life.topic), life.lena.say("/merge 1", topic=life.topic_of(2))
        )
        await life.settle()
        cards = [life.card_of(1).text, life.card_of(2).text]
        assert ["goes on in" in card for card in cards].count(True) == 1
        refusals = [text for text in (*life.said(1), *life.said(2)) if text.startswith("That is #")]
        assert len(refusals) == 1, life.said(1) + life.said(2)


async def test_what_comes_at_the_moment_of_a_merge_is_not_lost(talk: Talk) -> None:
    await talk.another_request(text=SLOW)
    await talk.later()
    notice = next(message for message in said(talk.anna.chat) if message.text.startswith("#1 received"))
    talk.hold(talk.telegram.staff)
    await talk.anna_says("Written before the merge", reply_to=notice)
    await talk.anna.album(["photo", "photo"], caption="both", reply_to=notice)
    await talk.settle()
    await asyncio.gather(
        talk.ivan.say("/merge 2", topic=talk.topic), talk.anna.say("Written meanwhile", reply_to=notice)
    )
    await talk.later()
    await talk.later()
    there = texts(said(talk.topic_of(2)))
    for words in ("Written before the merge", "Written meanwhile", "both"):
        assert [text for text in there if words in text], words
    assert "Written" not in talk.topic_of(1).transcript().replace("Anna", "")


async def test_a_lead_rejects_what_is_no_request(life: Life) -> None:
    assert await life.tap(life.olga, "More…", "Reject") == "Only a lead can do that."
    await life.tap(life.lena, "Reject")
    assert "Lena, why is it not a request?" in life.card.text
    await life.staff_says(life.lena, "This is an advertisement")
    assert life.told(life.anna)[-1] == "#1 closed, we cannot accept it: This is an advertisement"
    assert "Closed, not a request" in life.card.text
    assert life.card.labels == ["More…"]
    await life.anna_says("But it is not!")
    assert life.anna.chat.last.labels == ["New request", "Just a comment"]
    assert await life.press(life.anna, "h:1:reopen", on=life.anna.chat.last) == (
        "#1 cannot be opened again. Please send a new request: /new"
    )
    await life.tap(life.anna, "Just a comment")
    assert life.said()[-1] == "But it is not!"


async def test_who_cannot_be_reached_for_three_days_is_given_up(life: Life, tmp_path: Path) -> None:
    await life.complete()
    await life.anna.block()
    await life.settle()
    assert "Cannot be reached since" in life.card.text
    assert await life.tap(life.ivan, "More…", "Close: unreachable") == (
        "#1 can be closed as unreachable when the customer has been out of reach for 3 days."
    )
    with sqlite3.connect(tmp_path / "desk.sqlite3") as database:
        database.execute(f"UPDATE people SET unreachable_since = unreachable_since - {72 * 3600 * 10**6}")  # noqa: S608
    assert await life.tap(life.olga, "Close: unreachable") == "#1: only its executor or a lead can do that."
    await life.tap(life.ivan, "Close: unreachable")
    assert "Closed, customer unreachable" in life.card.text
    await life.anna.unblock()
    await life.anna.start()
    await life.settle()
    await life.anna_says("I am back, it fails again")
    assert life.anna.chat.last.labels == ["New request about the same", "New request", "Just a comment"]


async def test_related_tickets_stand_on_both_cards_and_nobody_hears_of_other_customers(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    boris = telegram.customer("Boris")
    async with living(telegram, tmp_path, [Request(boris, EXPORTS)], staff_language="ru") as life:
        await file_request(telegram, life.anna, SLOW)
        for command, answer in (
            ("/link 2", "#1 и #2 связаны."),
            ("/link #2", "#1 и #2 уже связаны."),
            ("/link 1", "Это и есть #1. Укажите, пожалуйста, другое."),
            ("/unlink 3", "#1 и #3 не связаны."),
            ("/link 3", "#1 и #3 связаны."),
        ):
            await life.olga_says(command)
            assert life.said()[-1] == answer
        assert "Связано: #2, #3" in life.card.text
        assert "Связано: #1" in life.card_of(2).text
        assert life.told(life.anna)[-1] == "#1 has to do with #3. Both go on."
        assert "#1" not in "\n".join(life.told(boris))
        await life.anna_says("/my")
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        assert "Related: #3\n" in life.anna.chat.last.text
        await life.tap(life.olga, "Ещё…", "Убрать связь…", f"#2 · {EXPORTS}")
        assert "Связано: #3\n" in life.card.text
        assert "Связано" not in life.card_of(2).text
        assert await life.press(life.anna, "c:1:0:link_to:2", on=life.anna.chat.last) is not None
        assert "Связано: #3\n" in life.card.text
