"""Bodies of requests: multipart read in one piece, because the server reads thousands of small ones."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.params import Upload

Json = dict[str, Any]
MOST_TEXT = 1024 * 1024
MOST_FILES = 50
NAME = re.compile(rb'[; ]name="?([^";\r\n]*)"?')
FILE_NAME = re.compile(rb'filename="?([^"\r\n]*)"?')
TYPE = re.compile(rb"content-type: *([^\r\n;]+)", re.IGNORECASE)


class TooLarge(Exception):
    """Over the limits: answered 413 with an empty body."""


async def read_request(request: web.BaseRequest) -> tuple[Json, dict[str, Upload]]:
    """Parameters and files of a request, whatever their form. Later ones win over those in the query string."""
    values: Json = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if request.body_exists:
        body = await request.read()
        try:
            _read_body(request.headers.get("Content-Type", ""), body, values, files)
        except UnicodeDecodeError:
            raise bad_request("Strings must be encoded in UTF-8") from None
    size = sum(len(value) for value in values.values() if isinstance(value, str))
    if size > MOST_TEXT or len(files) > MOST_FILES:
        raise TooLarge
    return values, files


def _read_body(content_type: str, body: bytes, values: Json, files: dict[str, Upload]) -> None:
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        boundary = content_type.partition("boundary=")[2].partition(";")[0].strip('" ')
        read_multipart(body, boundary.encode(), values, files)
    elif kind == "application/json":
        if len(body) > MOST_TEXT:
            raise TooLarge
        values |= _json_object(body.decode())
    elif body:
        values |= parse_qsl(body.decode(), keep_blank_values=True, errors="strict")


def _json_object(text: str) -> Json:
    try:
        value = json.loads(text)
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    return value if isinstance(value, dict) else {}


def read_multipart(body: bytes, boundary: bytes, values: Json, files: dict[str, Upload]) -> None:
    """Parts with a file name are files, all others are text."""
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, data = part.partition(b"\r\n\r\n")
        name = NAME.search(head)
        if name is None:
            continue
        file_name = FILE_NAME.search(head)
        if file_name is None:
            values[name[1].decode()] = data.decode()
            continue
        mime = TYPE.search(head)
        files[name[1].decode()] = Upload(
            file_name[1].decode(), data, mime[1].decode().strip() if mime else "application/octet-stream"
        )
