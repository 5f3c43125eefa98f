"""What is a reply and what is a note; and that a note never reaches the customer, whatever becomes of it."""

from __future__ import annotations

import pytest

from bot.sandbox.props import content
from bot.sandbox.views import Message
from tests.journeys.talk import Talk, copy_of, said, texts


def heard(talk: Talk) -> list[str]:
    """What the desk has said to the customer."""
    return texts(said(talk.anna.chat))


def nothing_new(talk: Talk, before: Message) -> bool:
    return talk.anna.chat.last == before


async def test_a_colleagues_words_are_a_note(talk: Talk) -> None:
    before = talk.anna.chat.last
    note = await talk.olga_says("I know this one, it is the gateway")
    await talk.staff_says(talk.lena, "Then tell him")
    assert nothing_new(talk, before)
    assert note.reactions == []


@pytest.mark.parametrize("words", ["// between us", "//", "/ hm", "//👌"])
async def test_what_begins_with_a_slash_is_a_note(talk: Talk, words: str) -> None:
    before = talk.anna.chat.last
    await talk.ivan_says(words)
    assert nothing_new(talk, before)
    assert talk.topic.last.text == words


async def test_an_unknown_command_is_a_note_and_is_told_so(talk: Talk) -> None:
    before = talk.anna.chat.last
    typo = await talk.ivan_says("/tkae")
    assert nothing_new(talk, before)
    assert "There is no such command" in talk.topic.last.text
    assert talk.topic.last.reply_to == typo


async def test_a_caption_with_slashes_makes_a_note_of_the_whole_album(talk: Talk) -> None:
    before = talk.anna.chat.last
    await talk.ivan.send("photo", topic=talk.topic, caption="// the customer's contract")
    await talk.ivan.album(["photo", "photo", "photo"], topic=talk.topic, caption="// internal")
    await talk.settle()
    assert nothing_new(talk, before)


async def test_a_caption_with_slashes_counts_wherever_in_the_album_it_stands(talk: Talk) -> None:
    before = talk.anna.chat.last
    world, group = talk.telegram.world, {"media_group_id": "77"}
    for caption in (None, None, "// internal", None):
        thing = content(world, talk.ivan.account, "photo", caption=caption)
        talk.ivan.put(thing | group, topic=talk.topic)
    await talk.settle()
    assert nothing_new(talk, before)


async def test_a_colleagues_answer_to_the_card_or_to_the_customer_is_a_reply(talk: Talk) -> None:
    await talk.olga_says("Ivan is at lunch, one moment", reply_to=talk.card)
    assert talk.anna.chat.last.text == "Ivan is at lunch, one moment"
    question = await talk.anna_says("How long?")
    answer = await talk.olga_says("An hour", reply_to=copy_of(question, talk.topic))
    assert talk.anna.chat.last.text == "An hour"
    assert talk.anna.chat.last.reply_to == question
    assert answer.reactions == ["👌"]


async def test_a_colleagues_answer_to_a_colleague_or_to_the_desk_is_a_note(talk: Talk) -> None:
    asked = await talk.ivan_says("Which card?")
    note = await talk.olga_says("He has two")
    typo = await talk.ivan_says("/tkae")
    before = talk.anna.chat.last
    for message in (asked, note, typo, talk.topic.last):
        await talk.olga_says("Do not ask that", reply_to=message)
    assert nothing_new(talk, before)


async def test_a_note_never_reaches_the_customer_whatever_becomes_of_it(talk: Talk) -> None:
    before = talk.anna.chat.last
    note = await talk.ivan_says("// the customer broke it himself")
    colleagues = await talk.olga_says("the gateway is ours")
    for message in (note, colleagues):
        author = talk.ivan if message == note else talk.olga
        await author.edit(message, text="an innocent text")
        await talk.settle()
        await talk.ivan.forward(message, topic=talk.topic)
        await talk.settle()
        await talk.olga_says("see above", reply_to=message)
    assert nothing_new(talk, before)
    reply = await talk.ivan_says("We are on it", reply_to=note, quote="innocent")
    shown = copy_of(reply, talk.anna.chat)
    assert (shown.reply_to, shown.quote) == (None, None)
    assert "innocent" not in talk.anna.chat.transcript()


async def test_the_executor_is_told_that_a_forward_stays_a_note(talk: Talk) -> None:
    before = talk.anna.chat.last
    note = await talk.olga_says("ask for the logs")
    forwarded = await talk.ivan.forward(note, topic=talk.topic)
    await talk.settle()
    assert nothing_new(talk, before)
    assert "A forward stays a note" in talk.topic.last.text
    assert talk.topic.last.reply_to == forwarded


async def test_slashes_added_in_time_stop_a_reply(talk: Talk) -> None:
    before = talk.anna.chat.last
    talk.hold(talk.anna.chat)
    reply = await talk.ivan_says("You broke it yourself")
    await talk.ivan.edit(reply, text="// You broke it yourself")
    await talk.later()
    assert nothing_new(talk, before)
    assert "Stopped in time" in talk.topic.last.text
    assert talk.topic.last.reply_to == reply
    await talk.ivan.edit(reply, text="Without slashes again")
    await talk.settle()
    assert nothing_new(talk, before)


async def test_slashes_added_in_time_stop_a_whole_album(talk: Talk) -> None:
    before = talk.anna.chat.last
    talk.hold(talk.anna.chat, "sendMediaGroup")
    album = await talk.ivan.album(["photo", "photo"], topic=talk.topic, caption="look")
    await talk.settle()
    await talk.ivan.edit(album[0], caption="// look")
    await talk.later()
    assert nothing_new(talk, before)
    assert "Stopped in time" in talk.topic.last.text


async def test_slashes_added_too_late_change_nothing_and_say_so(talk: Talk) -> None:
    reply = await talk.ivan_says("It is done")
    await talk.ivan.edit(reply, text="// It is done")
    await talk.settle()
    assert talk.anna.chat.last.text == "It is done"
    assert not talk.anna.chat.last.edited
    assert "Too late" in talk.topic.last.text
    assert talk.topic.last.reply_to == reply


async def test_slashes_taken_away_never_send(talk: Talk) -> None:
    before = talk.anna.chat.last
    note = await talk.ivan_says("// hello")
    await talk.ivan.edit(note, text="hello")
    await talk.settle()
    assert nothing_new(talk, before)


async def test_nothing_in_general_reaches_anybody(talk: Talk) -> None:
    before = talk.anna.chat.last
    first = await talk.ivan.say("Who takes the late shift?", to=talk.telegram.staff.general)
    await talk.olga.say("Me", to=talk.telegram.staff.general, reply_to=first)
    await talk.settle()
    assert nothing_new(talk, before)
    assert len(talk.telegram.staff.general.messages) == 2


async def test_an_anonymous_administrators_words_stay_in_the_group(talk: Talk) -> None:
    boss = talk.telegram.admin("Boss", anonymous=True)
    before = talk.anna.chat.last
    await talk.staff_says(boss, "Hurry up")
    assert nothing_new(talk, before)
    assert talk.topic.last.text == "Hurry up"
    await talk.staff_says(boss, "Hello, customer", reply_to=talk.card)
    assert nothing_new(talk, before)
    assert "an anonymous sender has no name" in talk.topic.last.text


async def test_a_channels_words_stay_in_the_group(talk: Talk) -> None:
    channel = talk.telegram.group("News", "channel")
    before = talk.anna.chat.last
    await talk.telegram.say_as_channel("Read our news", topic=talk.topic, channel=channel)
    await talk.telegram.auto_forward("A post", channel=channel)
    await talk.settle()
    assert nothing_new(talk, before)


async def test_the_first_reply_is_a_take(talk: Talk) -> None:
    boris = talk.telegram.customer("Boris", language="en")
    await boris.start()
    await talk.another_request(boris)
    topic = talk.topic_of(2)
    card = said(topic)[0]
    before = boris.chat.last
    await talk.olga_says("nobody has it yet", topic=topic)
    assert boris.chat.last == before
    await talk.olga_says("Which report?", topic=topic, reply_to=card)
    assert [message.text for message in said(boris.chat, after=before)] == [
        "Olga is working on #2 and will answer here.",
        "Which report?",
    ]
    assert "Olga" in card.text
    await talk.olga_says("The daily one?", topic=topic)
    assert boris.chat.last.text == "The daily one?"


async def test_a_reply_on_a_closed_ticket_is_refused_in_words(talk: Talk) -> None:
    await talk.anna.tap("Close request")
    await talk.settle()
    await talk.anna.tap("Yes, close it")
    await talk.settle()
    before = talk.anna.chat.last
    late = await talk.lena.say("One more thing", topic=talk.topic, reply_to=talk.card)
    await talk.settle()
    assert nothing_new(talk, before)
    assert "Not sent: #1 is closed" in talk.topic.last.text
    assert talk.topic.last.reply_to == late
