from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from bot.sandbox.strict import StrictReport


def lines(method: str, **parameters: Any) -> list[str]:
    report = StrictReport()
    report.check(method, parameters)
    return report.lines


def test_an_unknown_method_is_reported() -> None:
    assert lines("sendMesage", text="x") == ["sendMesage: unknown method"]


@pytest.mark.parametrize("method", ["sendMessage", "sendmessage", "getUpdates", "createForumTopic"])
def test_known_methods_pass_in_any_case(method: str) -> None:
    assert lines(method) == []


def test_an_unknown_parameter_is_reported() -> None:
    assert lines("sendMessage", chat_id=1, text="x", parsemode="HTML") == ["sendMessage: unknown parameter parsemode"]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        (
            "reply_markup",
            {"inline_keyboard": [[{"text": "x", "calback_data": "t"}]]},
            "sendMessage.reply_markup.inline_keyboard: unknown field calback_data of InlineKeyboardButton",
        ),
        (
            "reply_markup",
            {"inline_keyboard": [], "resize": True},
            "sendMessage.reply_markup: unknown field resize of InlineKeyboardMarkup",
        ),
        (
            "reply_parameters",
            {"mesage_id": 5},
            "sendMessage.reply_parameters: unknown field mesage_id of ReplyParameters",
        ),
        (
            "entities",
            [{"type": "bold", "offset": 0, "size": 1}],
            "sendMessage.entities: unknown field size of MessageEntity",
        ),
        (
            "link_preview_options",
            {"disabled": True},
            "sendMessage.link_preview_options: unknown field disabled of LinkPreviewOptions",
        ),
    ],
)
@pytest.mark.parametrize("as_text", [False, True])
def test_unknown_fields_inside_of_parameters_are_reported(name: str, value: Any, line: str, as_text: bool) -> None:
    assert lines("sendMessage", **{name: json.dumps(value) if as_text else value}) == [line]


def test_the_kind_of_medium_decides_which_fields_it_may_have() -> None:
    photo = {"type": "photo", "media": "x", "duration": 3, "performer": "y"}
    assert lines("sendMediaGroup", media=[photo]) == [
        "sendMediaGroup.media: unknown field duration of InputMediaPhoto",
        "sendMediaGroup.media: unknown field performer of InputMediaPhoto",
    ]


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        (
            "sendMessage",
            {
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "e.com", "style": "danger"}]]},
            },
        ),
        ("sendMediaGroup", {"media": [{"type": "video", "media": "x", "caption": "y", "duration": 3}]}),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "b"}], "scope": {"type": "chat", "chat_id": 1}},
        ),
        ("setMessageReaction", {"reaction": [{"type": "emoji", "emoji": "x"}]}),
        ("sendMessage", {"text": '{"unknown": 1'}),
        ("sendMessage", {"text": '{"unknown": 1}'}),
    ],
)
def test_right_calls_leave_no_trace(method: str, parameters: dict[str, Any]) -> None:
    assert lines(method, **parameters) == []


def test_a_finding_is_written_once() -> None:
    report = StrictReport()
    for _ in range(3):
        report.check("nope", {})
        report.note("a button without text dropped")
    assert report.lines == ["nope: unknown method", "a button without text dropped"]
    report.clear()
    assert report.lines == []


def test_importing_the_report_does_not_import_the_framework() -> None:
    code = "import sys, bot.sandbox.strict; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=120).returncode == 0
