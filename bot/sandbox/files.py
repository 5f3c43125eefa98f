"""Files and the media objects made of them. A ``file_id`` belongs to one bot and keeps its kind."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.params import Upload

Json = dict[str, Any]

MEGABYTE = 1024 * 1024
DOWNLOAD_LIMIT = 20 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_NAMES = (".jpg", ".jpeg", ".gif", ".png", ".tif", ".bmp", ".webp")
TYPE_NAMES = {"photo": "Photo", "video": "Video", "audio": "Audio", "document": "Document", "animation": "Animation",
              "voice": "VoiceNote", "video_note": "VideoNote", "sticker": "Sticker"}  # fmt: skip
SUFFIXES = {"photo": ".jpg", "video": ".mp4", "audio": ".mp3", "document": ".bin", "animation": ".mp4", "voice": ".oga",
            "video_note": ".mp4", "sticker": ".webp"}  # fmt: skip
FOLDERS = {"photo": "photos", "video": "videos", "audio": "music", "document": "documents", "animation": "animations",
           "voice": "voice", "video_note": "video_notes", "sticker": "stickers"}  # fmt: skip


@dataclass
class File:
    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    data: bytes
    path: str
    extra: Json = field(default_factory=dict)

    def base(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    def __init__(self, bot_id: int) -> None:
        self.bot_id = bot_id
        self.by_id: dict[str, File] = {}
        self.by_path: dict[str, File] = {}
        self._numbers = count(1)

    def add(self, kind: str, upload: Upload, *, size: int | None = None, **extra: Any) -> File:
        """Keep a file. ``size`` may claim more bytes than there are, for files too big to be carried about."""
        number = next(self._numbers)
        token = hashlib.sha256(f"{self.bot_id}:{kind}:{number}".encode()).hexdigest()
        unique = "AgAD" + hashlib.sha256(upload.data or token.encode()).hexdigest()[:12]
        name = upload.name or f"file_{number}{SUFFIXES[kind]}"
        mime = mimetypes.guess_type(name)[0] or upload.mime
        path = f"{FOLDERS[kind]}/file_{number}{suffix(name) or SUFFIXES[kind]}"
        length = len(upload.data) if size is None else size
        file = File(f"BQAC{token[:44]}", unique, kind, name, mime, length, upload.data, path, extra)
        self.by_id[file.id] = self.by_path[path] = file
        if kind == "photo":
            self.by_id[file.id + "s"] = file
        return file

    def take(self, kind: str, file_id: str) -> File:
        """The file of an id that is to be sent as ``kind``. Only photos refuse to change places with the others."""
        file = self.by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if (file.kind == "photo") != (kind == "photo"):
            raise bad_request(f"can't use file of type {TYPE_NAMES[file.kind]} as {TYPE_NAMES[kind]}")
        return file

    def receive(self, kind: str, upload: Upload, **extra: Any) -> File:
        """An upload by the bot, with the cloud's limits."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if kind == "photo" and suffix(upload.name) not in PHOTO_NAMES:
            raise bad_request("photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp")
        return self.add(kind, upload, **extra)


def suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def media(file: File) -> Json:
    """The message fields of one file, such as ``{"photo": [...]}``."""
    if file.kind == "photo":
        return {"photo": photo_sizes(file)}
    body = file.base() | SHAPES[file.kind] | file.extra
    if file.kind not in ("sticker", "video_note"):
        body["mime_type"] = file.mime
    if file.kind in ("document", "video", "audio", "animation"):
        body["file_name"] = file.name
    if file.kind == "animation":
        return {"animation": body, "document": file.base() | {"file_name": file.name, "mime_type": file.mime}}
    return {file.kind: body}


SHAPES: dict[str, Json] = {
    "video": {"width": 640, "height": 360, "duration": 3},
    "audio": {"duration": 3},
    "document": {},
    "animation": {"width": 320, "height": 240, "duration": 2},
    "voice": {"duration": 3},
    "video_note": {"length": 240, "duration": 3},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "👍"},
}


def photo_sizes(file: File) -> list[Json]:
    """Two sizes; each has a ``file_id`` of its own in life, here the smaller one is a lettered alias."""
    width, height = file.extra.get("width", 1280), file.extra.get("height", 960)
    small = file.base() | {"width": 90, "height": 67, "file_id": file.id + "s", "file_unique_id": file.unique_id + "s"}
    small["file_size"] = min(file.size, 1200)
    return [small, file.base() | {"width": width, "height": height}]
