"""Whatever a client can send arrives on the other side as the same thing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.views import Message
from tests.journeys.talk import Talk, said, texts

CAPTIONED = ("photo", "video", "voice", "audio", "document", "animation")
BARE = ("video_note", "sticker", "location", "venue", "contact", "poll")
FIELDS = ("location", "venue", "contact")
TOO_BIG_TO_READ = 1_500_000_000


async def test_every_kind_of_a_customers_message_appears_in_the_topic(talk: Talk) -> None:
    for kind in (*CAPTIONED, *BARE):
        sent = await talk.anna.send(kind, caption=f"my {kind}" if kind in CAPTIONED else None)
        await talk.settle()
        assert_same(sent, said(talk.topic)[-1])
        assert sent.reactions == ["👌"], kind


async def test_every_kind_of_an_executors_message_reaches_the_customer(talk: Talk) -> None:
    for kind in (*CAPTIONED, *BARE):
        sent = await talk.ivan.send(kind, topic=talk.topic, caption=f"my {kind}" if kind in CAPTIONED else None)
        await talk.settle()
        assert_same(sent, talk.anna.chat.last)
        assert sent.reactions == ["👌"], kind


def assert_same(sent: Message, shown: Message) -> None:
    assert (shown.media, shown.text, shown.file_id) == (sent.media, sent.text, sent.file_id)
    assert {name: there(shown, name) for name in FIELDS} == {name: there(sent, name) for name in FIELDS}
    if sent.media == "poll":
        assert shown.json["poll"]["question"] == sent.json["poll"]["question"]
        options = [[option["text"] for option in one.json["poll"]["options"]] for one in (sent, shown)]
        assert options[0] == options[1]


def there(message: Message, name: str) -> Any:
    """A person's account goes with a contact they send; a bot's contacts have none."""
    found = message.json.get(name)
    return {key: value for key, value in found.items() if key != "user_id"} if found else None


async def test_a_live_location_is_shown_as_its_first_position(talk: Talk) -> None:
    sent = await talk.anna.send("live_location")
    await talk.settle()
    await talk.anna.edit(sent, location={"latitude": 1.0})
    await talk.settle()
    shown = said(talk.topic)[-1]
    assert shown.json["location"] == {"latitude": 52.520008, "longitude": 13.404954}
    assert shown.json["location"].get("live_period") is None


async def test_a_die_is_shown_as_its_number(talk: Talk) -> None:
    await talk.anna.send("dice", emoji="🎯", value=3)
    await talk.settle()
    assert said(talk.topic)[-1].text == "🎯 3"
    await talk.ivan.send("dice", topic=talk.topic, emoji="🎲", value=6)
    await talk.settle()
    assert talk.anna.chat.last.text == "🎲 6"


@pytest.mark.parametrize("kind", ["video", "document"])
async def test_a_file_too_big_for_a_bot_to_read_goes_by_its_id(talk: Talk, kind: str) -> None:
    sent = await talk.anna.send(kind, size=TOO_BIG_TO_READ, file_name="dump.bin")
    answer = await talk.ivan.send(kind, topic=talk.topic, size=TOO_BIG_TO_READ, file_name="fix.bin")
    await talk.settle()
    assert said(talk.topic)[-1].file_id == sent.file_id
    assert talk.anna.chat.last.file_id == answer.file_id
    assert not [call for call in talk.telegram.calls if call.method.lower() == "getfile"]


async def test_a_kind_that_no_method_sends_is_copied_towards_the_staff(talk: Talk) -> None:
    talk.anna.put({"checklist": {"title": "Today", "tasks": [{"id": 1, "text": "Pay"}]}})
    await talk.settle()
    assert [call.params["message_id"] for call in talk.telegram.calls if call.method == "copyMessage"] == [
        talk.anna.chat.last.id
    ]


async def test_a_message_that_nobody_can_repeat_is_refused_in_words_on_either_side(talk: Talk) -> None:
    """A story can neither be sent nor copied by a bot."""
    for person, chat in ((talk.anna, talk.anna.chat), (talk.ivan, talk.topic)):
        story = await person.send("story", to=chat)
        await talk.settle()
        assert "Telegram lets no bot repeat this kind of message" in chat.last.text
        assert chat.last.reply_to == story
        assert story.reactions == []
    assert len(said(talk.anna.chat, after=talk.anna.chat.messages[-2])) == 1


async def test_words_keep_their_formatting(talk: Talk) -> None:
    words = "😀 bold code link 👍🏽 premium"
    marks = [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "code", "offset": 8, "length": 4},
        {"type": "text_link", "offset": 13, "length": 4, "url": "https://example.org/"},
        {"type": "italic", "offset": 18, "length": 4},
    ]
    await talk.anna_says(words, entities=marks)
    assert (said(talk.topic)[-1].text, said(talk.topic)[-1].entities) == (words, marks)
    await talk.ivan_says(words, entities=marks)
    assert (talk.anna.chat.last.text, talk.anna.chat.last.entities) == (words, marks)


async def test_formatting_moves_behind_the_number_of_the_ticket(talk: Talk) -> None:
    await talk.another_request()
    await talk.ivan_says("😀 bold", entities=[{"type": "bold", "offset": 3, "length": 4}])
    shown = talk.anna.chat.last
    assert shown.text == "#1 · 😀 bold"
    assert shown.html == "#1 · 😀 <b>bold</b>"


async def test_the_longest_text_is_said_in_two_messages_broken_between_words(talk: Talk) -> None:
    await talk.another_request()
    before = talk.anna.chat.last
    words = ("word " * 819 + "x")[:4096]
    await talk.ivan_says(words)
    parts = texts(said(talk.anna.chat, after=before))
    assert len(parts) == 2
    assert parts[0].startswith("#1 · word ")
    assert " ".join(parts) == "#1 · " + words


async def test_the_longest_caption_goes_on_as_text(talk: Talk) -> None:
    await talk.another_request()
    before = talk.anna.chat.last
    caption = ("word " * 205)[:1024].strip()
    await talk.ivan.send("photo", topic=talk.topic, caption=caption)
    await talk.settle()
    photo, rest = said(talk.anna.chat, after=before)
    assert (photo.media, rest.media) == ("photo", None)
    assert f"{photo.text} {rest.text}" == "#1 · " + caption


async def test_the_longest_text_and_caption_need_one_message_without_a_number(talk: Talk) -> None:
    text, caption = "x" * 4096, "y" * 1024
    await talk.ivan_says(text)
    assert talk.anna.chat.last.text == text
    await talk.anna.send("photo", caption=caption)
    await talk.settle()
    assert said(talk.topic)[-1].text == caption
