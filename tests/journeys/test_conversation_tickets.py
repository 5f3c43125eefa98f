"""A customer with several requests, and one whose request waits for a word."""

from __future__ import annotations

from bot.sandbox.views import Message
from tests.journeys.talk import Talk, copy_of, said, texts

PICK = "Which request is this for?"
WORD = "is waiting for your word"


async def two(talk: Talk) -> None:
    await talk.another_request()
    await talk.later()


def everywhere(talk: Talk) -> str:
    return "\n".join(topic.transcript() for topic in talk.telegram.staff.topics.values())


async def test_a_loose_message_goes_to_the_only_open_ticket(talk: Talk) -> None:
    words = await talk.anna_says("Any news?")
    assert words.text in texts(said(talk.topic))
    assert talk.anna.chat.last == words
    answer = await talk.ivan_says("Soon")
    assert copy_of(answer, talk.anna.chat).text == "Soon", "one ticket alone needs no number"


async def test_with_several_tickets_a_loose_message_is_held_until_its_ticket_is_chosen(talk: Talk) -> None:
    await two(talk)
    words = await talk.anna_says("Any news?")
    question = talk.anna.chat.last
    assert question.text.startswith(PICK)
    assert "Any news?" in question.text
    assert question.labels == ["#2 · Reports are slow today.", "#1 · Payment fails with error 500.", "New request"]
    assert "Any news?" not in everywhere(talk)
    assert words.reactions == []
    await talk.anna.tap("#1 · Payment fails with error 500.")
    await talk.settle()
    assert words.text in texts(said(talk.topic_of(1)))
    assert "Any news?" not in talk.topic_of(2).transcript()
    assert (question.text, question.labels) == ("✅ Passed on to #1.", [])
    assert words.reactions == ["👌"]


async def test_several_held_messages_go_together_in_their_order(talk: Talk) -> None:
    await two(talk)
    await talk.anna_says("Look at this")
    album = await talk.anna.album(["photo", "photo"], caption="both")
    await talk.settle()
    await talk.anna.send("voice")
    await talk.settle()
    assert [message.text.startswith(PICK) for message in said(talk.anna.chat)].count(True) == 1
    await talk.anna.tap("#2 · Reports are slow today.")
    await talk.settle()
    shown = said(talk.topic_of(2))[-4:]
    assert [message.text or message.media for message in shown] == ["Look at this", "both", "photo", "voice"]
    assert shown[1].media_group_id == shown[2].media_group_id is not None
    assert shown[1].file_id == album[0].file_id


async def test_a_held_message_can_begin_a_new_request(talk: Talk) -> None:
    await two(talk)
    await talk.anna_says("The printer is on fire")
    question = talk.anna.chat.last
    await talk.anna.tap("New request", on=question)
    await talk.settle()
    assert question.text == "✅ Added to the new request."
    await talk.anna.tap("Work has stopped")
    await talk.settle()
    for step in ("Next", "PROD, live", "Still happening", "No log", "Send"):
        await talk.anna.tap(step)
        await talk.settle()
    assert "The printer is on fire" in said(talk.topic_of(3))[0].text
    assert "The printer is on fire" not in talk.topic_of(1).transcript() + talk.topic_of(2).transcript()


async def test_a_swipe_goes_straight_to_its_ticket(talk: Talk) -> None:
    await two(talk)
    notice = next(message for message in said(talk.anna.chat) if message.text.startswith("#1 received"))
    first = await talk.anna_says("about payments", reply_to=notice)
    again = await talk.anna_says("and again", reply_to=first)
    for words in (first, again):
        assert words.text in texts(said(talk.topic_of(1)))
    assert PICK not in talk.anna.chat.transcript()


async def test_messages_of_several_tickets_carry_their_numbers(talk: Talk) -> None:
    await two(talk)
    await talk.ivan_says("About the cards")
    assert talk.anna.chat.last.text == "#1 · About the cards"
    await talk.ivan.send("sticker", topic=talk.topic)
    await talk.settle()
    number, sticker = said(talk.anna.chat)[-2:]
    assert (number.text, sticker.media) == ("#1", "sticker")
    await talk.olga_says("Which report?", topic=talk.topic_of(2), reply_to=said(talk.topic_of(2))[0])
    assert talk.anna.chat.last.text == "#2 · Which report?"


async def test_somebody_else_cannot_place_what_is_held(talk: Talk) -> None:
    await two(talk)
    words = await talk.anna_says("Any news?")
    question = talk.anna.chat.last
    boris = talk.telegram.customer("Boris")
    await boris.start()
    await talk.another_request(boris)
    forged = question.buttons[1][0].data
    assert forged is not None
    answer = await boris.press(boris.chat.last, data=forged)
    await talk.settle()
    assert answer.text == "This is no longer current."
    assert "Any news?" not in everywhere(talk)
    stolen = await talk.anna.press(question, data=forged.replace("1", "3"))
    await talk.settle()
    assert stolen.text == "There is no such ticket."
    assert words.text not in talk.topic_of(3).transcript()


# A word is awaited ------------------------------------------------------------------------------------------------


async def completed(talk: Talk) -> Message:
    for label in ("Complete", "Software fault"):
        await talk.ivan.tap(label, topic=talk.topic)
        await talk.settle()
    await talk.ivan_says("Try it again, please")
    await talk.later()
    return talk.anna.chat.last


async def asked_what_it_means(talk: Talk, text: str) -> Message:
    await completed(talk)
    words = await talk.anna_says(text)
    assert WORD in talk.anna.chat.last.text
    assert talk.anna.chat.last.labels == ["Solved", "Not solved", "Something new"]
    assert text not in everywhere(talk)
    return words


async def test_words_after_the_completion_neither_close_nor_reopen_by_themselves(talk: Talk) -> None:
    await asked_what_it_means(talk, "ok thanks")
    await talk.later()
    assert "Completed" in talk.card.text


async def test_thanks_closes_the_ticket(talk: Talk) -> None:
    words = await asked_what_it_means(talk, "ok thanks")
    await talk.anna.tap("Solved")
    await talk.later()
    assert words.text in texts(said(talk.topic))
    assert talk.topic.closed


async def test_not_solved_takes_the_words_along_as_the_reason(talk: Talk) -> None:
    words = await asked_what_it_means(talk, "Still error 500")
    await talk.anna.tap("Not solved")
    await talk.later()
    assert words.text in texts(said(talk.topic))
    assert "In progress" in talk.card.text
    await talk.ivan_says("/history")
    assert "said what is still wrong" in said(talk.topic)[-1].text


async def test_something_new_begins_a_request(talk: Talk) -> None:
    await asked_what_it_means(talk, "Where do I find the invoices?")
    await talk.anna.tap("Something new")
    await talk.settle()
    assert "Where do I find the invoices?" not in everywhere(talk)
    assert "What do you need?" in talk.anna.chat.last.text
    assert "Completed" in talk.card.text


async def test_what_was_typed_while_nothing_was_open_begins_a_request(talk: Talk) -> None:
    carla = talk.telegram.customer("Carla")
    await carla.say("My invoices are gone")
    await talk.settle()
    assert "What do you need?" in carla.chat.last.text
    assert texts(said(carla.chat)) == [carla.chat.last.text]
