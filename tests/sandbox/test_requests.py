"""How requests are read and answers are put: the envelope, leniency, limits, the first errors."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


async def ask(telegram: LocalTelegram, path: str, **options: Any) -> tuple[int, bytes, Any]:
    async with aiohttp.ClientSession() as session, session.post(telegram.url + path, **options) as response:
        return response.status, await response.read(), response.headers


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/elsewhere", 404, "Not Found"),
        ("/bot{token}/fly", 404, "Not Found: method not found"),
        ("/bot0123:x/getMe", 401, "Unauthorized: invalid token specified"),
        ("/botnocolon/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot1:" + "x" * 80 + "/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot12345:AAAA/getMe", 401, "Unauthorized"),
        ("/file/bot{token}/documents/none.txt", 404, "Not Found"),
    ],
)
async def test_wrong_addresses_are_refused_as_telegram_does(
    telegram: LocalTelegram, path: str, code: int, description: str
) -> None:
    status, body, _ = await ask(telegram, path.format(token=telegram.token))
    assert status == code
    assert json.loads(body) == {"ok": False, "error_code": code, "description": description}


async def test_method_names_know_no_case(telegram: LocalTelegram, bot: Client) -> None:
    assert (await bot("GETME"))["id"] == telegram.bot_id


@pytest.mark.parametrize("form", ["query", "urlencoded", "multipart", "json"])
async def test_parameters_are_read_from_every_form(telegram: LocalTelegram, form: str) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    flat = {"chat_id": str(anna.id), "text": "hello", "reply_markup": json.dumps(keyboard)}
    form_data = aiohttp.FormData(flat, default_to_multipart=True)
    given: Any = {"chat_id": anna.id, "text": "hello", "reply_markup": keyboard}
    forms: dict[str, dict[str, Any]] = {
        "query": {"params": flat},
        "urlencoded": {"data": flat},
        "multipart": {"data": form_data},
        "json": {"json": given},
    }
    status, body, _ = await ask(telegram, f"/bot{telegram.token}/sendMessage", **forms[form])
    assert status == 200, body
    assert anna.chat.last.line() == "Desk: hello [Go]"


@pytest.mark.parametrize(
    ("given", "protected"), [("true", True), ("YES", True), ("1", True), ("on", False), ("2", False)]
)
async def test_only_true_yes_and_one_are_true(
    telegram: LocalTelegram, bot: Client, given: str, protected: bool
) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    sent = await bot("sendMessage", chat_id=anna.id, text="hello", protect_content=given)
    assert sent.get("has_protected_content", False) is protected


async def test_unreadable_numbers_are_zero(bot: Client) -> None:
    refusal = await bot.refused("sendMessage", chat_id="seven", text="hello")
    assert refusal.description == "Bad Request: chat not found"


async def test_unknown_parameters_are_ignored_and_reported(telegram: LocalTelegram, bot: Client) -> None:
    await bot("getMe", colour="blue")
    assert telegram.strict.lines == ["getMe: unknown parameter colour"]


async def test_unknown_methods_are_reported(telegram: LocalTelegram, bot: Client) -> None:
    await bot.refused("fly")
    assert telegram.strict.lines == ["fly: unknown method"]


async def test_more_than_a_mebibyte_of_text_gets_an_empty_413(telegram: LocalTelegram) -> None:
    form = (
        b'--cut\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + b"x" * (1024 * 1024 + 1) + b"\r\n--cut--\r\n"
    )
    headers = {"Content-Type": "multipart/form-data; boundary=cut"}
    status, body, _ = await ask(telegram, f"/bot{telegram.token}/sendMessage", data=io.BytesIO(form), headers=headers)
    assert (status, body) == (413, b"")


async def test_more_than_fifty_files_get_an_empty_413(telegram: LocalTelegram) -> None:
    form = aiohttp.FormData()
    for number in range(51):
        form.add_field(f"file{number}", b"x", filename="x.txt")
    status, body, _ = await ask(telegram, f"/bot{telegram.token}/getMe", data=form)
    assert (status, body) == (413, b"")


async def test_text_that_is_no_utf8_is_refused(telegram: LocalTelegram) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    _, body, _ = await ask(telegram, f"/bot{telegram.token}/getMe", data=b"text=\xff\xfe", headers=headers)
    assert json.loads(body)["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_a_logged_out_bot_is_refused(bot: Client) -> None:
    await bot("logOut")
    assert (await bot.refused("getMe")).description == "Logged out"
