"""The executor says that it is done: why, in which words, and how that is taken back or stopped half-way."""

from __future__ import annotations

import pytest

from tests.journeys.life import Life, data_of

ASKED = "#1 is done on our side. Is it solved for you? Without your reply it closes Thu 5 Mar 2026, 10:0"
"""It is a Monday, some minutes after 10:00; the desk is always open."""
REFUSED = "This is our answer to #1. Is it settled for you?"
"""Nobody is told that it is done who reads that it is not planned."""
CAUSES = ["User mistake", "Software fault", "Improvement", "Other"]
QUESTIONS = {
    "User mistake": "Ivan, what does the customer have to do, step by step?",
    "Improvement": "Ivan, why is it not planned? The customer reads this.",
}


def last_words(life: Life) -> list[str]:
    """What the customer was told, and asked."""
    *_, told, asked = life.told(life.anna)
    return [told, next((known for known in (ASKED, REFUSED) if asked.startswith(known)), asked)]


@pytest.mark.parametrize("cause", CAUSES)
async def test_a_cause_and_the_next_message_complete_it_and_the_customer_never_sees_the_cause(
    life: Life, cause: str
) -> None:
    await life.tap(life.ivan, "Take", "Complete")
    assert life.card.labels == [*CAUSES, "‹ Back"]
    await life.tap(life.ivan, cause)
    if cause == "Improvement":
        await life.tap(life.ivan, "Not planned, because…")
    assert QUESTIONS.get(cause, "Ivan, what do we tell the customer?") in life.card.text
    answer = await life.ivan_says("Please log in again.")
    assert f"Completed, waiting for the customer's word · {cause} · Ivan" in life.card.text
    assert life.card.labels == ["Not done after all", "Give to…", "Correct", "More…"]
    assert last_words(life) == [answer.text, REFUSED if cause == "Improvement" else ASKED]
    assert life.anna.chat.last.labels == ["Solved", "Not solved"]
    assert life.anna.chat.last.reply_to is not None
    assert life.anna.chat.last.reply_to.text == answer.text
    assert not [text for text in life.told(life.anna) if cause in text]


async def test_the_last_reply_may_serve_and_one_taken_back_may_not(life: Life) -> None:
    await life.tap(life.ivan, "Take", "Complete", "Other")
    assert life.card.labels == ["‹ Back"], "nothing has been said to the customer yet"
    await life.tap(life.ivan, "‹ Back")
    unsent = await life.ivan_says("Try the other card")
    await life.ivan_says("/unsend", reply_to=unsent)
    await life.tap(life.ivan, "Complete", "Other")
    assert life.card.labels == ["‹ Back"]
    await life.tap(life.ivan, "‹ Back")
    await life.ivan_says("Please try again now.")
    await life.tap(life.ivan, "Complete", "Other")
    assert await life.tap(life.lena, "Use the last reply") == "This is no longer current.", "nobody has asked her"
    await life.tap(life.ivan, "Use the last reply")
    assert "Completed" in life.card.text
    assert last_words(life) == ["Please try again now.", ASKED]


async def test_back_stops_what_was_asked_for_whoever_presses_it(life: Life) -> None:
    await life.tap(life.ivan, "Take", "Complete", "Other")
    await life.tap(life.olga, "‹ Back")
    await life.ivan_says("Which browser is it?")
    assert "In progress · Ivan" in life.card.text
    assert life.told(life.anna)[-1] == "Which browser is it?"
    await life.tap(life.ivan, "Complete", "Other")
    correct = f"c:1:{data_of(life.card, '‹ Back').split(':')[2]}:set:kind.0"
    await life.press(life.olga, correct)
    await life.ivan_says("And which version?")
    assert "In progress · Ivan" in life.card.text, "the card no longer asked for an answer"


async def test_a_colleagues_words_are_never_taken_for_the_answer(life: Life) -> None:
    await life.tap(life.ivan, "Take", "Complete", "Other")
    await life.olga_says("I would restart it")
    await life.ivan_says("// one moment")
    assert "what do we tell the customer?" in life.card.text
    assert life.told(life.anna)[-1] == "Ivan is working on #1 and will answer here."
    await life.ivan_says("We have restarted it.")
    assert last_words(life) == ["We have restarted it.", ASKED]


async def test_a_picture_can_be_the_closing_answer(life: Life) -> None:
    await life.tap(life.ivan, "Take", "Complete", "User mistake")
    await life.ivan.send("photo", caption="Press here", topic=life.topic)
    await life.settle()
    *_, picture, asked = life.anna.chat.messages
    assert (picture.media, picture.text, asked.text[: len(ASKED)]) == ("photo", "Press here", ASKED)
    assert "Completed" in life.card.text


async def test_what_no_bot_can_repeat_is_no_answer_and_the_question_stays(life: Life) -> None:
    await life.tap(life.ivan, "Take", "Complete", "Other")
    await life.ivan.send("story", topic=life.topic)
    await life.settle()
    assert life.said()[-1].startswith("Not passed on:")
    await life.ivan_says("It works again.")
    assert last_words(life) == ["It works again.", ASKED]


async def test_a_completion_is_taken_back_with_a_reason_in_words(life: Life) -> None:
    await life.complete()
    asked = life.anna.chat.last
    assert await life.tap(life.olga, "Not done after all") == "#1: only its executor or a lead can do that."
    await life.tap(life.ivan, "Not done after all")
    assert "Ivan, why is it not done after all?" in life.card.text
    await life.ivan.send("sticker", topic=life.topic)
    await life.settle()
    assert life.said()[-1] == "Please write that as a text message."
    await life.ivan_says("The second server still fails")
    assert "In progress · Ivan" in life.card.text
    assert life.told(life.anna)[-1] == "#1 is being worked on again: The second server still fails"
    assert await life.tap(life.anna, "Solved", on=asked) == "This is no longer current."
    assert "In progress · Ivan" in life.card.text


async def test_a_lead_may_complete_and_a_colleague_may_not(life: Life) -> None:
    await life.tap(life.ivan, "Take")
    assert await life.tap(life.olga, "Complete") == "#1: only its executor or a lead can do that."
    assert life.card.labels == ["Complete", "Ask the customer", "Promise a release", "Give to…", "Correct", "More…"]
    await life.tap(life.lena, "Complete", "Improvement", "Not planned, because…")
    await life.staff_says(life.lena, "It comes in spring.")
    assert last_words(life) == ["It comes in spring.", REFUSED]


async def test_a_new_executor_of_a_completed_ticket_leaves_the_customer_buttons_that_work(life: Life) -> None:
    await life.complete()
    await life.olga_says("here")
    await life.tap(life.lena, "Give to…", "Olga")
    assert life.anna.chat.last.text.startswith(
        "#1 is with Olga now. Is it solved for you? Without your reply it closes"
    )
    assert await life.tap(life.anna, "Solved") is None
    assert "Closed, confirmed by the customer" in life.card.text
