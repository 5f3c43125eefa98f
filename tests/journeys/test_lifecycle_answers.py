"""The customer's word: solved, not solved, a mark; and closing at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.journeys.life import Life, data_of, living, mentioned
from tests.journeys.stage import file_request

OUTDATED = "This is no longer current."
PROOF_MISSING = "#1: reply with /confirmed to the message in which the customer says that it works."
THANKS = "#1 closed. Your mark: {} ⭐. Thank you! You can reopen it until Mon 9 Mar 2026, 10:01."
REASON_ASKED = "#1 is being worked on again.\nWhat is still wrong? Your next message goes to the team."


async def test_solved_and_five_stars(life: Life) -> None:
    await life.complete()
    asked = life.anna.chat.last
    first, second = [await life.anna.tap("Solved", on=asked) for _ in range(2)]
    await life.settle()
    assert (first.text, second.text) == (None, OUTDATED)
    assert asked.labels == [], "its buttons are gone"
    assert life.anna.chat.last.text == "#1 closed: you confirmed. Thank you! How did we do?"
    mark = life.anna.chat.last
    taps = [await life.anna.tap(label, on=mark) for label in ("5 ⭐", "5 ⭐", "1 ⭐")]
    await life.settle()
    assert [tap.text for tap in taps] == [None, OUTDATED, OUTDATED]
    assert (mark.text, mark.labels) == (THANKS.format(5), ["Reopen"])
    assert "Closed, confirmed by the customer · Software fault · 5 ⭐ · Ivan" in life.card.text
    assert life.card.labels == ["Reopen", "More…"]
    await life.later()
    assert life.topic.closed


async def test_a_low_mark_asks_why_and_the_staff_read_the_answer(life: Life) -> None:
    await life.complete()
    await life.tap(life.anna, "Solved", "2 ⭐")
    assert life.anna.chat.last.text.endswith("What should we have done better? Your next message goes to the team.")
    await life.anna_says("It took <b>three</b> days & nobody called")
    assert life.said()[-1] == "The customer's mark: 2 ⭐. It took <b>three</b> days & nobody called"
    assert life.told(life.anna)[-1] == "Thank you, we have passed it on to the team."
    await life.anna_says("Something else is broken now")
    assert len([text for text in life.said() if "mark" in text]) == 1, "only the first message was asked for"


async def test_not_solved_counts_at_once_and_the_next_message_is_the_reason(life: Life) -> None:
    await life.complete()
    asked = life.anna.chat.last
    solved = data_of(asked, "Solved")
    taps = [await life.anna.tap("Not solved", on=asked) for _ in range(2)]
    await life.settle()
    assert [tap.text for tap in taps] == [None, OUTDATED]
    assert life.told(life.anna)[-1] == REASON_ASKED
    assert "In progress · Ivan\n“Not solved”: 1 time" in life.card.text
    assert life.said()[-1] == "Ivan, the customer says: not solved. We have asked why."
    await life.anna_says("Still error 500")
    assert life.said()[-1] == "Still error 500"
    await life.complete("And now?")
    assert await life.press(life.anna, solved, on=asked) == OUTDATED, "that was another completion"
    await life.tap(life.anna, "Not solved")
    assert "“Not solved”: 2 times" in life.card.text
    assert life.said()[-1] == (
        "Ivan, the customer says: not solved, now 2 times. We have asked why.\nPlease have a look: Lena"
    )
    assert mentioned(life.topic.last) == [life.ivan.id, life.lena.id]
    await life.ivan_says("/history")
    assert "Anna: said what is still wrong – Still error 500" in life.said()[-1]


async def test_the_executor_closes_by_the_customers_words_and_the_customer_can_object(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    await life.anna_says("Oh, it works again, thanks")
    words = life.topic.last
    await life.ivan_says("/confirmed", reply_to=words)
    assert life.said()[-1] == "#1 – In progress: there is nothing to confirm now."
    await life.complete()
    await life.ivan_says("/confirmed", reply_to=life.card)
    assert life.said()[-1] == PROOF_MISSING
    await life.ivan_says("/confirmed")
    assert life.said()[-1] == PROOF_MISSING
    await life.olga_says("/confirmed", reply_to=words)
    assert life.said()[-1] == "#1: only its executor or a lead can do that."
    await life.ivan_says("/confirmed", reply_to=words)
    assert "Closed, confirmed by the customer" in life.card.text
    told = life.anna.chat.last
    assert (told.text, told.labels) == (
        "#1 closed: you wrote that it is solved. Still a problem? Tell us with the button.", ["Not solved"],
    )  # fmt: skip
    await life.tap(life.anna, "Not solved", on=told)
    assert "In progress · Ivan" in life.card.text
    assert life.told(life.anna)[-1] == REASON_ASKED
    await life.later()
    assert not life.topic.closed


async def test_a_customer_finds_and_closes_a_request_from_the_list(telegram: LocalTelegram, tmp_path: Path) -> None:
    async with living(telegram, tmp_path) as life:
        await life.complete()
        await life.anna_says("/my")
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        opened = life.anna.chat.last
        assert opened.text.splitlines()[:4] == [
            "#1 · Payment fails with error 500.", "Kind: Something is wrong", "State: done, waiting for your word",
            "With: Ivan",
        ]  # fmt: skip
        assert opened.labels == ["Solved", "Not solved", "Close request", "What happened"], (
            "it can be closed in every open state"
        )
        await life.tap(life.anna, "Solved", on=opened)
        assert "Closed, confirmed by the customer" in life.card.text


@pytest.mark.parametrize(("word", "state"), [("Solved", "Closed"), ("Not solved", "In progress")])
async def test_what_was_written_before_the_answer_goes_along_with_it(life: Life, word: str, state: str) -> None:
    await life.complete()
    asked = life.anna.chat.last
    await life.anna_says("The green card, too")
    assert "#1 is waiting for your word. What does your message mean?" in life.anna.chat.last.text
    assert "The green card, too" not in life.said(), "it is held"
    await life.tap(life.anna, word, on=asked)
    assert life.said()[-1] == "The green card, too"
    assert state in life.card.text
    assert "✅ Passed on to #1." in life.told(life.anna)
    assert not [text for text in life.told(life.anna) if "What is still wrong?" in text], "the reason is known"


async def test_what_was_written_before_closing_goes_along_too(life: Life) -> None:
    await life.complete()
    await life.anna_says("Leave it, thanks")
    received = next(one for one in life.anna.chat.messages if "Close request" in one.labels)
    await life.tap(life.anna, "Close request", on=received)
    await life.tap(life.anna, "Yes, close it")
    assert "Leave it, thanks" in life.said()
    assert "Closed by the customer" in life.card.text


async def test_words_beside_several_requests_stay_held_until_the_customer_says_where(
    telegram: LocalTelegram, tmp_path: Path
) -> None:
    async with living(telegram, tmp_path) as life:
        await file_request(telegram, life.anna, "Reports are slow today.")
        await life.complete()
        asked = life.anna.chat.last
        await life.anna_says("It is slow again")
        await life.tap(life.anna, "#1 · Payment fails with error 500.")
        await life.tap(life.anna, "Solved", on=asked)
        assert "It is slow again" not in life.said()
        await life.tap(life.anna, "Solved")
        assert life.said()[-1] == "It is slow again", "words about a request that is closed meanwhile still reach it"
