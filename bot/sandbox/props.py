"""What people send apart from words: pictures, voices, places, and what is in them when nobody says."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Any

from bot.sandbox.chats import Account, Json
from bot.sandbox.files import SUFFIXES, media
from bot.sandbox.markup import CAPTION, formatted
from bot.sandbox.params import Upload
from bot.sandbox.world import World

CAPTIONLESS = ("sticker", "video_note")


def content(
    world: World,
    person: Account,
    kind: str,
    *,
    caption: str | None = None,
    file_name: str | None = None,
    size: int | None = None,
    data: bytes | None = None,
    **details: Any,
) -> Json:
    """The message fields of one thing of this kind.

    ``size`` may claim more bytes than ``data`` has. ``details`` are fields of the thing itself, such as ``latitude``,
    ``phone_number``, ``question``, ``emoji`` or ``duration``.
    """
    if kind in SUFFIXES:
        upload = Upload(file_name or "", b"" if data is None and size else data or sample(kind))
        body = media(world.files.add(kind, upload, size=size, **details))
        return body | ({} if kind in CAPTIONLESS else caption_fields(caption))
    return THINGS[kind](world, person, details)


def caption_fields(caption: str | None) -> Json:
    text, entities = formatted(caption or "", None, None, limit=CAPTION)
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def sample(kind: str) -> bytes:
    return picture() if kind == "photo" else f"a {kind.replace('_', ' ')} of the local Telegram".encode()


@cache
def picture(width: int = 64, height: int = 48, color: tuple[int, int, int] = (66, 133, 190)) -> bytes:
    """A PNG of one colour."""
    rows = (b"\0" + bytes(color) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _location(_world: World, _person: Account, details: Json) -> Json:
    return {"location": {"latitude": 52.520008, "longitude": 13.404954} | details}


def _live_location(_world: World, _person: Account, details: Json) -> Json:
    return {"location": {"latitude": 52.520008, "longitude": 13.404954, "live_period": 900} | details}


def _venue(_world: World, _person: Account, details: Json) -> Json:
    place = {"latitude": 52.516275, "longitude": 13.377704}
    venue = {"location": place, "title": "Brandenburg Gate", "address": "Pariser Platz, Berlin"} | details
    return {"venue": venue, "location": venue["location"]}


def _contact(_world: World, person: Account, details: Json) -> Json:
    return {
        "contact": {"phone_number": "+4915112345678", "first_name": person.first_name, "user_id": person.id} | details
    }


def _poll(world: World, _person: Account, details: Json) -> Json:
    texts = details.get("options", ["Yes", "No"])
    options = [{"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(texts)]
    poll: Json = {"id": str(world.random.getrandbits(60)), "question": details.get("question", "Tea?")}
    switches = ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only")
    poll |= {"options": options, "total_voter_count": 0, "type": details.get("type", "regular")}
    return {"poll": poll | {name: name == "is_anonymous" for name in switches}}


def _dice(_world: World, _person: Account, details: Json) -> Json:
    return {"dice": {"emoji": "🎲", "value": 4} | details}


def _story(world: World, person: Account, _details: Json) -> Json:
    return {"story": {"chat": world.private_chat(person).json(), "id": world.unique()}}


THINGS = {
    "location": _location,
    "live_location": _live_location,
    "venue": _venue,
    "contact": _contact,
    "poll": _poll,
    "dice": _dice,
    "story": _story,
}
