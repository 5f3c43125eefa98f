"""Files in calls: a part of the form, an ``attach://`` link to one, an address, or the id of a file known already."""

from __future__ import annotations

from bot.sandbox.errors import bad_request
from bot.sandbox.files import PHOTO_LIMIT, UPLOAD_LIMIT, File
from bot.sandbox.forms import TooLarge
from bot.sandbox.params import Call, Json, Upload, whole

NUMBERS = ("width", "height", "duration", "length")
WORDS = ("performer", "title")


def input_file(call: Call, kind: str, given: object, details: Json) -> File:
    """The file to send as ``kind``; ``details`` are the parameters beside it (sizes, title, …)."""
    upload = _part(call, kind, given)
    if upload is not None:
        return _receive(call, kind, upload, details)
    if not given:
        raise bad_request(f"There is no {kind.replace('_', ' ')} in the request")
    value = str(given)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = call.world.files.take(kind, value)
    if file.kind != kind:
        call.world.strict.note(f"{call.method}: a {file.kind} is sent as {kind} and stays a {file.kind}")
    return file


def _part(call: Call, kind: str, given: object) -> Upload | None:
    if isinstance(given, str) and given.startswith("attach://"):
        name = given.removeprefix("attach://")
        if name not in call.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return call.files[name]
    return None if given else call.files.get(kind)


def _receive(call: Call, kind: str, upload: Upload, details: Json) -> File:
    size = len(upload.data)
    if size > UPLOAD_LIMIT:
        raise TooLarge
    if kind == "photo" and size > PHOTO_LIMIT:
        raise bad_request(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    extra: Json = {name: whole(details[name]) for name in NUMBERS if details.get(name)}
    extra |= {name: details[name] for name in WORDS if details.get(name)}
    return call.world.files.receive(kind, upload, **extra)
