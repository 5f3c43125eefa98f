"""The dialog among other things: first messages, tickets that speak meanwhile, edits, commands."""

from __future__ import annotations

import pytest

from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.dialog import Customer


@pytest.fixture
def ivan(telegram: LocalTelegram) -> Person:
    return telegram.member("Ivan")


async def replies(ivan: Person, anna: Customer, text: str, *, number: int = 1) -> None:
    """The staff answer on a ticket, taking it first if need be."""
    topic = next(topic for topic in anna.topics if topic.name.startswith(f"#{number} "))
    if any("Take" in message.labels for message in topic.messages):
        await ivan.tap("Take", topic=topic)
        await anna.telegram.settle()
    await ivan.say(text, topic=topic)
    await anna.telegram.settle()


# First messages --------------------------------------------------------------------------------------------------


async def test_a_first_text_begins_the_draft(anyone: Customer) -> None:
    words = anyone.words
    await anyone.say(words.problem)
    assert anyone.asked == "1/6"
    assert ("1 message" if words.language == "en" else "1 сообщение") in anyone.window.text
    await anyone.tap(words.wrong, words.next, words.live, words.ongoing, words.no_log, words.send)
    assert words.problem in anyone.card


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_a_first_file_begins_the_draft(anyone: Customer, kind: str) -> None:
    words = anyone.words
    await anyone.send(kind, caption=words.problem)
    assert ("1 file" if words.language == "en" else "1 файл") in anyone.window.text
    await anyone.tap(words.question, words.next, words.live, words.send)
    assert words.problem in anyone.card
    assert [message.media for message in anyone.relayed] == [kind]


async def test_a_first_album_begins_one_draft(anna: Customer) -> None:
    await anna.album(["photo"] * 10, caption="Payment fails with error 500.")
    assert "10 files" in anna.window.text
    assert len(anna.bot) == 1
    assert anna.at_the_bottom
    await anna.tap("Question", "Next", "PROD, live", "Send")
    assert len(anna.relayed) == 10
    assert len({message.media_group_id for message in anna.relayed}) == 1


async def test_a_first_text_that_is_too_long_is_told_so_and_the_next_one_begins(anyone: Customer) -> None:
    await anyone.say("x" * 4001)
    assert "4001" in anyone.bot[-1].text
    await anyone.say(anyone.words.problem)
    assert anyone.asked == "1/6"
    assert len(anyone.bot) == 2


async def test_a_first_sticker_gets_the_welcome(anyone: Customer) -> None:
    await anyone.send("sticker")
    assert anyone.bot[-1].labels == [anyone.words.new]
    assert len(anyone.bot) == 1
    await anyone.tap(anyone.words.new)
    assert anyone.asked == "1/6"


# Tickets that speak meanwhile ------------------------------------------------------------------------------------


async def test_a_swipe_reply_in_mid_dialog_goes_to_its_ticket(anna: Customer, ivan: Person) -> None:
    await anna.file()
    await replies(ivan, anna, "Which card is it?")
    question = anna.bot[-1]
    await anna.reach("stand")
    await anna.say("A green one", reply_to=question)
    assert anna.relayed[-1].text == "A green one"
    assert anna.asked == "3/6"
    await anna.say("TEST")
    assert anna.asked == "4/6"
    assert anna.at_the_bottom


async def test_a_text_after_a_ticket_spoke_is_held_and_asked_about(anyone: Customer, ivan: Person) -> None:
    words = anyone.words
    await anyone.file()
    await anyone.reach("period")
    await replies(ivan, anyone, "Which card is it?")
    await anyone.say("A green one")
    question = anyone.bot[-1]
    new = {"en": "The new request", "ru": "К новому обращению"}[words.language]
    assert question.labels == [f"#1 · {words.problem}", new]
    assert "A green one" in question.text
    assert anyone.relayed == []
    await anyone.tap(f"#1 · {words.problem}")
    assert [message.text for message in anyone.relayed] == ["A green one"]
    assert anyone.asked == "4/6"
    assert anyone.at_the_bottom, "the dialog goes on"
    await anyone.say(words.typed_period)
    assert words.understood in anyone.window.text


async def test_a_held_text_for_the_new_request_answers_its_step(anna: Customer, ivan: Person) -> None:
    await anna.file()
    await anna.reach("period")
    await replies(ivan, anna, "Which card is it?")
    await anna.say("yesterday 2pm-4pm")
    await anna.tap("The new request")
    assert "Understood: Sun 1 Mar 2026, 14:00–16:00 (UTC)" in anna.window.text
    assert anna.at_the_bottom
    await anna.tap("Right, go on")
    await anna.say("Traceback of the second one")
    await anna.tap("Next", "Send")
    assert len(anna.topics) == 2


async def test_a_held_text_that_answers_nothing_joins_the_words_of_the_new_request(
    anna: Customer, ivan: Person
) -> None:
    await anna.file()
    await anna.reach("period")
    await replies(ivan, anna, "Which card is it?")
    await anna.say("It also happens with cash")
    await anna.tap("The new request", "Still happening", "No log")
    assert "It also happens with cash" in anna.window.text


async def test_several_held_messages_go_together_and_the_chat_stays_tidy(anna: Customer, ivan: Person) -> None:
    await anna.file()
    await anna.reach("description")
    await replies(ivan, anna, "Which card is it?")
    before = len(anna.bot)
    await anna.say("A green one")
    await anna.send("photo", caption="this one")
    assert len(anna.bot) == before + 1, "one question"
    await anna.tap("#1 · Payment fails with error 500.")
    assert [message.text for message in anna.relayed[-2:]] == ["A green one", "this one"]
    assert len(anna.bot) == before + 1
    await anna.say("Something new that is quite wrong")
    assert "1 message" in anna.window.text


async def test_after_the_window_has_moved_down_text_fills_the_step_again(anna: Customer, ivan: Person) -> None:
    await anna.file()
    await anna.reach("description")
    await replies(ivan, anna, "Which card is it?")
    await anna.say("/new")
    await anna.say("The second problem of today")
    await anna.tap("Next")
    assert anna.asked == "3/6"


async def test_a_new_request_ends_the_wait_for_a_ratings_reason(anna: Customer, ivan: Person) -> None:
    await anna.file()
    await replies(ivan, anna, "Which card is it?")
    (topic,) = anna.topics
    for button in ("Complete", "Software fault"):
        await ivan.tap(button, topic=topic)
        await anna.telegram.settle()
    await ivan.say("We have restarted the gateway.", topic=topic)
    await anna.telegram.settle()
    await anna.tap("Solved", "1 ⭐")
    await anna.say("/new")
    await anna.say("The second problem of today")
    assert "1 message" in anna.window.text


# Edits -----------------------------------------------------------------------------------------------------------


async def test_an_edited_message_follows_into_the_summary_and_the_card(anyone: Customer) -> None:
    words = anyone.words
    await anyone.reach("description")
    said = await anyone.say(words.problem)
    await anyone.tap(words.next, words.live, words.ongoing, words.no_log)
    await anyone.edit(said, "Refunds fail with error 501.")
    assert "Refunds fail with error 501." in anyone.window.text
    assert words.problem not in anyone.window.text
    await anyone.tap(words.send)
    assert "Refunds fail with error 501." in anyone.card


async def test_a_description_that_is_edited_to_nothing_is_asked_again(anna: Customer) -> None:
    await anna.reach("description")
    said = await anna.say("Payment fails with error 500.")
    await anna.tap("Next", "PROD, live", "Still happening", "No log")
    await anna.edit(said, "no")
    assert anna.asked == "2/6"
    await anna.tap("Next")
    assert "⚠️" in anna.window.text
    await anna.edit(said, "Payment fails again.")
    assert anna.asked == "6/6"


async def test_an_edit_that_makes_it_too_long_is_refused(anna: Customer) -> None:
    await anna.reach("description")
    said = await anna.say("Payment fails with error 500.")
    await anna.edit(said, "x" * 4001)
    assert "4001" in anna.window.text
    await anna.tap("Next", "PROD, live", "Still happening", "No log")
    assert "Payment fails with error 500." in anna.window.text


# Commands --------------------------------------------------------------------------------------------------------


async def test_the_language_changes_at_once_and_stays(anna: Customer) -> None:
    await anna.reach("stand")
    await anna.say("/language")
    assert anna.at_the_bottom
    await anna.tap("Русский")
    assert anna.bot[0].text == "Теперь говорим по-русски."
    assert "Где это происходит?" in anna.window.text
    assert len(anna.bot) == 2
    await anna.desk.stop()
    await anna.desk.start()
    await anna.tap("PROD, рабочий", "Продолжается", "Лога нет", "Отправить")
    assert anna.bot[-1].text.startswith("Обращение #1 получено.")


@pytest.mark.parametrize("command", ["/start", "/help", "/my", "/language"])
async def test_a_command_in_mid_dialog_leaves_the_window_at_the_bottom(anyone: Customer, command: str) -> None:
    await anyone.reach("stand")
    await anyone.say(command)
    assert anyone.asked == "3/6"
    assert anyone.at_the_bottom
    assert len(anyone.bot) == 2
    await anyone.tap(anyone.words.live)
    assert anyone.asked == "4/6"


async def test_new_in_mid_dialog_shows_the_same_draft(anyone: Customer) -> None:
    await anyone.reach("stand")
    await anyone.tap(anyone.words.cancel)
    await anyone.say("/new")
    assert anyone.asked == "3/6"
    assert anyone.at_the_bottom
    assert len(anyone.bot) == 1


async def test_help_names_the_ways(anyone: Customer) -> None:
    await anyone.say("/help")
    assert all(command in anyone.bot[-1].text for command in ("/new", "/my", "/language"))
    assert "Acme" in anyone.bot[-1].text


async def test_my_lists_ones_own_requests_by_pages(anna: Customer, telegram: LocalTelegram) -> None:
    boris = Customer(telegram, anna.desk, telegram.customer("Boris"), anna.words)
    await boris.file()
    await anna.say("/my")
    assert "no requests" in anna.bot[-1].text
    for _ in range(10):
        await anna.file()
        await telegram.clock.advance(60)
    await anna.say("/my")
    listing = anna.bot[-1]
    assert "Your requests: 10" in listing.text
    assert "#11" in listing.text
    assert "#1 " not in listing.text, "another customer's"
    await anna.tap("Next ›")
    assert "#2" in listing.text
    assert "#11" not in listing.text
    await anna.tap("‹ Previous")
    assert "#11" in listing.text
    assert anna.bot[-1] == listing


async def test_an_opened_request_can_be_answered_by_a_swipe(anna: Customer) -> None:
    for _ in range(2):
        await anna.file()
    await anna.say("/my")
    await anna.tap(next(label for label in anna.bot[-1].labels if "#1" in label))
    await anna.say("One more thing", reply_to=anna.bot[-1])
    topic = next(topic for topic in anna.topics if topic.name.startswith("#1 "))
    assert topic.messages[-1].text == "One more thing"
