"""Telegram's messages as the desk stores them: nothing of them is lost that can be said again."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import Message

from bot.domain.content import Content, ContentKind, Incoming
from handlers.incoming import content_of, incoming_of, is_service

FILE = {"file_id": "F", "file_unique_id": "U"}
SQUARE = {"width": 1, "height": 1}
POINT = {"latitude": 1.5, "longitude": 2.5}
OPTIONS = [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(("Yes", "No"))]
POLL = {
    "id": "9", "question": "Tea?", "options": OPTIONS, "total_voter_count": 0, "is_closed": False,
    "is_anonymous": True, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False,
    "members_only": False,
}  # fmt: skip


def message(**fields: Any) -> Message:
    base = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}}
    return Message.model_validate(base | {"from": {"id": 7, "is_bot": False, "first_name": "Anna"}} | fields)


def in_topic(**fields: Any) -> Message:
    chat = {"id": -100, "type": "supergroup", "is_forum": True}
    return message(**{"chat": chat, "message_thread_id": 3, "is_topic_message": True} | fields)


def old(message_id: int, **fields: Any) -> dict[str, Any]:
    return {"message_id": message_id, "date": 1, "chat": {"id": -100, "type": "supergroup"}, **fields}


FILES: dict[str, dict[str, Any]] = {
    "video": FILE | SQUARE | {"duration": 1},
    "audio": FILE | {"duration": 1, "file_name": "song.mp3"},
    "voice": FILE | {"duration": 1},
    "video_note": FILE | {"length": 1, "duration": 1},
    "document": FILE | {"file_name": "app.log"},
    "sticker": FILE | SQUARE | {"type": "regular", "is_animated": False, "is_video": False},
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_kept_by_its_id(kind: str) -> None:
    content = content_of(message(**{kind: FILES[kind]}))
    assert (content.kind, content.file_id, content.file_name) == (kind, "F", FILES[kind].get("file_name"))


def test_the_largest_size_of_a_photo_is_kept_with_its_caption_and_its_cover() -> None:
    sizes = [FILE | {"width": 90, "height": 90}, {"file_id": "L", "file_unique_id": "V", "width": 800, "height": 800}]
    marks = [{"type": "bold", "offset": 0, "length": 4}]
    content = content_of(message(photo=sizes, caption="look", caption_entities=marks, has_media_spoiler=True))
    assert content == Content(ContentKind.PHOTO, "look", tuple(marks), "L", data={"has_spoiler": True})


def test_an_animation_is_no_document_although_it_carries_one() -> None:
    content = content_of(message(animation=FILE | SQUARE | {"duration": 1}, document=FILE | {"file_id": "D"}))
    assert (content.kind, content.file_id) == (ContentKind.ANIMATION, "F")


def test_a_venue_is_no_location_although_it_carries_one() -> None:
    venue = {"location": POINT, "title": "Gate", "address": "Berlin"}
    assert content_of(message(venue=venue, location=POINT)) == Content(
        ContentKind.VENUE, data={**POINT, "title": "Gate", "address": "Berlin"}
    )


def test_a_live_location_is_kept_as_its_position() -> None:
    content = content_of(message(location=POINT | {"live_period": 900, "heading": 90}))
    assert content == Content(ContentKind.LOCATION, data=POINT)


def test_a_contact_is_kept_without_its_account() -> None:
    contact = {"phone_number": "+49", "first_name": "Bo", "last_name": "Li", "user_id": 8}
    expected = {"phone_number": "+49", "first_name": "Bo", "last_name": "Li"}
    assert content_of(message(contact=contact)) == Content(ContentKind.CONTACT, data=expected)


def test_a_poll_is_kept_as_its_question_and_options() -> None:
    content = content_of(message(poll=POLL))
    assert content.kind is ContentKind.POLL
    assert (content.data["question"], content.data["options"]) == ("Tea?", ["Yes", "No"])


def test_a_die_is_kept_as_its_number() -> None:
    assert content_of(message(dice={"emoji": "🎲", "value": 4})).data == {"emoji": "🎲", "value": 4}


@pytest.mark.parametrize("fields", [{}, {"story": {"chat": {"id": 7, "type": "private"}, "id": 1}}, {"dream": {}}])
def test_what_cannot_be_said_again_is_known_as_such(fields: dict[str, Any]) -> None:
    assert content_of(message(**fields)) == Content(ContentKind.OTHER)


def test_entities_are_stored_as_telegram_gave_them() -> None:
    marks = [{"type": "text_link", "offset": 0, "length": 2, "url": "https://example.org/"}]
    assert content_of(message(text="hi", entities=marks)) == Content(ContentKind.TEXT, "hi", tuple(marks))


def test_a_message_that_answers_nobody_in_a_topic_is_no_reply() -> None:
    assert incoming_of(in_topic(text="hi", reply_to_message=old(3))) == Incoming(
        -100, 5, Content(ContentKind.TEXT, "hi"), topic_id=3
    )


def test_a_reply_in_a_topic_points_at_its_message() -> None:
    quote = {"text": "green", "position": 4, "is_manual": True}
    incoming = incoming_of(in_topic(text="hi", reply_to_message=old(4), quote=quote))
    assert (incoming.topic_id, incoming.reply_to) == (3, 4)
    assert (incoming.quote, incoming.quote_at) == ("green", 4)


def test_a_quote_that_the_client_made_by_itself_is_none() -> None:
    incoming = incoming_of(in_topic(text="hi", reply_to_message=old(4), quote={"text": "green", "position": 0}))
    assert incoming.quote is None


def test_the_false_thread_of_a_reply_in_general_is_no_topic() -> None:
    incoming = incoming_of(in_topic(text="hi", is_topic_message=None, reply_to_message=old(3)))
    assert (incoming.topic_id, incoming.reply_to) == (None, 3)


def test_a_part_of_an_album_and_a_forward_are_known_as_such() -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Bo"}
    incoming = incoming_of(message(voice=FILES["voice"], media_group_id="77", forward_origin=origin))
    assert (incoming.album, incoming.forwarded) == (None, True)
    assert incoming_of(message(video=FILES["video"], media_group_id="77")).album == "77"
    assert not incoming_of(message(text="hi")).forwarded


def test_service_messages_are_nobodys_words() -> None:
    assert is_service(message(pinned_message=old(4)))
    assert is_service(in_topic(forum_topic_edited={"name": "x"}))
    assert not is_service(message(text="hi"))
    assert not is_service(message(dream={}))
