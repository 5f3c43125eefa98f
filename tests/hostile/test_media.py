"""Media arrive as they were sent: how they look, what stands under them, in which order."""

from __future__ import annotations

import pytest

from tests.hostile.sides import PREMIUM_CAPTION, Side, both, carried
from tests.journeys.talk import Talk, said

LOOKS = ({"has_media_spoiler": True}, {"show_caption_above_media": True})
LONG = ("word " * 500)[:PREMIUM_CAPTION].strip()
MIXED = ["photo", "video", "photo"]


def album(side: Side, captions: list[str], kind: str = "photo", group: str = "77") -> None:
    for caption in captions:
        side.put(side.media(kind, caption, media_group_id=group))


async def test_how_media_look_arrives_with_them(talk: Talk) -> None:
    for side in both(talk):
        for kind in ("photo", "video", "animation"):
            for looks in LOOKS:
                body = side.media(kind, "look", **looks)
                (shown,) = await side.arrived(body)
                assert {name: shown.json.get(name) for name in looks} == looks, (kind, looks)
                assert shown.media == kind


async def test_how_media_look_stays_when_the_caption_is_edited_and_in_albums(talk: Talk) -> None:
    looks = LOOKS[0] | LOOKS[1]
    for side in both(talk):
        (shown,) = await side.arrived(side.media("photo", "look", **looks))
        await side.who.edit(side.here.messages[-1], caption="look here")
        await talk.settle()
        assert (shown.text, {name: shown.json.get(name) for name in looks}) == ("look here", looks)
        before = side.there.last
        for _ in range(2):
            side.put(side.media("photo", "a", media_group_id="78", **looks))
        await talk.later()
        parts = said(side.there, after=before)
        assert [{name: part.json.get(name) for name in looks} for part in parts] == [looks, looks]


@pytest.mark.parametrize("kind", ["photo", "video", "document", "audio", "voice", "animation"])
async def test_a_premium_caption_goes_on_as_text(talk: Talk, kind: str) -> None:
    for side in both(talk):
        first, rest = await side.arrived(side.media(kind, LONG))
        assert (first.media, rest.media) == (kind, None)
        assert f"{first.text} {rest.text}" == LONG
        assert side.here.messages[-1].reactions == ["👌"]


async def test_premium_captions_of_an_album_go_on_after_it(talk: Talk) -> None:
    for side in both(talk):
        before = side.there.last
        album(side, [LONG, "", LONG.upper()])
        side.put({"text": "and that is all"})
        await talk.later()
        *media, one, two, last = said(side.there, after=before)
        assert [message.media for message in media] == ["photo"] * 3
        assert len({message.media_group_id for message in media}) == 1
        assert f"{media[0].text} {one.text}" == LONG
        assert media[1].text == ""
        assert f"{media[2].text} {two.text}" == LONG.upper()
        assert last.text == "and that is all"


async def test_the_number_before_an_album_pushes_nothing_out(talk: Talk) -> None:
    await talk.another_request()
    _, ivan = both(talk)
    before = talk.anna.chat.last
    caption = ("word " * 205)[:1024].strip()
    album(ivan, [caption, caption])
    await talk.later()
    first, second, rest = said(talk.anna.chat, after=before)
    assert f"{first.text} {rest.text}" == "#1 · " + caption
    assert second.text == caption


async def test_a_late_part_with_a_premium_caption_arrives_whole(talk: Talk) -> None:
    for side in both(talk):
        album(side, ["", ""])
        await talk.later()
        before = side.there.last
        album(side, [LONG])
        await talk.later()
        photo, rest = said(side.there, after=before)
        assert f"{photo.text} {rest.text}" == LONG


async def test_a_premium_caption_can_be_edited_longer_and_shorter(talk: Talk) -> None:
    for side in both(talk):
        (shown,) = await side.arrived(side.media("photo", "short"))
        sent = side.here.messages[-1]
        sent.record.message["caption"] = LONG
        await edited(talk, side, LONG)
        assert " ".join(message.text for message in said(side.there)[-2:]) == LONG
        await edited(talk, side, "short again")
        assert said(side.there)[-1] == shown
        assert shown.text == "short again"


async def edited(talk: Talk, side: Side, caption: str) -> None:
    """As a Premium client does it."""
    record = next(message for message in reversed(side.here.messages) if message.media == "photo").record
    record.message = record.message | {"caption": caption, "edit_date": talk.telegram.world.date()}
    talk.telegram.world.updates.add("edited_message", record.message)
    await talk.later()


async def test_texts_around_and_between_an_album_keep_their_place(talk: Talk) -> None:
    for side in both(talk):
        before = side.there.last
        side.put({"text": "before"})
        side.put(side.media("photo", "one", media_group_id="79"))
        side.put({"text": "between"})
        side.put(side.media("photo", "two", media_group_id="79"))
        side.put({"text": "after"})
        await talk.later()
        shown = said(side.there, after=before)
        assert [message.text for message in shown] == ["before", "one", "two", "between", "after"]
        assert len({message.media_group_id for message in shown[1:3]}) == 1


async def test_what_no_album_can_be_made_of_goes_alone_and_takes_nothing_with_it(talk: Talk) -> None:
    """A kind that the desk does not know, in an album of those it knows."""
    anna, _ = both(talk)
    before = talk.topic.last
    for body in (anna.media("photo", "one"), {"paid_media": {"star_count": 1, "paid_media": []}}, anna.media("photo")):
        anna.put(body | {"media_group_id": "80"})
    await talk.later()
    assert [message.media for message in said(talk.topic, after=before) if message.media] == ["photo", "photo"]


async def test_several_albums_at_once_stay_apart(talk: Talk) -> None:
    for side in both(talk):
        before = side.there.last
        for number, kind in enumerate(MIXED):
            album(side, [f"{kind} {number}", ""], kind, group=f"9{number}")
        await talk.later()
        shown = said(side.there, after=before)
        assert [message.text for message in shown] == ["photo 0", "", "video 1", "", "photo 2", ""]
        assert len({message.media_group_id for message in shown}) == 3


async def test_a_file_over_20_mb_in_an_album_goes_by_its_id(talk: Talk) -> None:
    for side in both(talk):
        before = side.there.last
        sent = []
        for _ in range(2):
            body = side.media("document", media_group_id="81")
            body["document"]["file_size"] = 1_500_000_000
            body["document"]["file_name"] = "<b>dump</b>&\u202e.bin"
            sent.append(side.put(body))
        await talk.later()
        assert [message.file_id for message in said(side.there, after=before)] == [message.file_id for message in sent]
    assert not [call for call in talk.telegram.calls if call.method.lower() == "getfile"]


async def test_a_contact_and_a_place_with_hostile_words_are_the_same_over_there(talk: Talk) -> None:
    words = "<b>&amp;</b> \u200fשלום 😀"
    bodies = (
        {"contact": {"phone_number": "+1", "first_name": words, "last_name": words, "vcard": "BEGIN:VCARD\nEND:VCARD"}},
        {"venue": {"location": {"latitude": -90.0, "longitude": 180.0}, "title": words, "address": words}},
        {"location": {"latitude": 0.0, "longitude": 0.0}},
    )
    for side in both(talk):
        for body in bodies:
            (shown,) = await side.arrived(body | ({"location": body["venue"]["location"]} if "venue" in body else {}))
            assert carried(shown) | body == carried(shown)
