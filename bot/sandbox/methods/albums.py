"""sendMediaGroup."""

from __future__ import annotations

from functools import partial

from bot.sandbox.chats import Json
from bot.sandbox.errors import bad_request
from bot.sandbox.files import media
from bot.sandbox.methods.registry import method
from bot.sandbox.outgoing import admit, aim, caption_content, put
from bot.sandbox.params import Call
from bot.sandbox.partial import several
from bot.sandbox.replies import wished
from bot.sandbox.uploads import input_file

BIGGEST_ALBUM = 10
ALBUM_KINDS = ("photo", "video", "audio", "document")
ALONE = {"audio": "Audio", "document": "Document"}


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    items = album_items(call)
    captions = [caption_content(call, item) for item in items]
    wish = wished(call)
    place = aim(call, wish)
    files = [input_file(call, item["type"], item.get("media"), item) for item in items]
    admit(call, place, *(file.kind for file in files))
    group = str(call.world.random.getrandbits(56))
    contents = [
        media(file) | caption | {"media_group_id": group} for file, caption in zip(files, captions, strict=True)
    ]
    if len(contents) == 1:
        del contents[0]["media_group_id"]

    def send(content: Json) -> Json:
        return put(call.world, place, content, None, protect=call.flag("protect_content")).message

    return several(call, "sent", [partial(send, content) for content in contents])


def album_items(call: Call) -> list[Json]:
    items = call.nested("media", bad_request("can't parse media JSON object"))
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    for item in items:
        kind = item.get("type") if isinstance(item, dict) else None
        if kind == "animation":
            raise bad_request("can't use the media of the specified type in the album")
        if kind not in ALBUM_KINDS:
            raise bad_request("invalid message content type")
    kinds = {item["type"] for item in items}
    for kind in ALONE:
        if kind in kinds and len(kinds) > 1:
            raise bad_request(f"{ALONE[kind]} can't be mixed with other media types")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > BIGGEST_ALBUM:
        raise bad_request("too many messages to send as an album")
    return items
