from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.keyboards import keyboard


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def button(text: str = "Take", **more: Any) -> dict[str, Any]:
    return {"text": text, **(more or {"callback_data": "t"})}


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        (inline(button(callback_data="я" * 33)), "BUTTON_DATA_INVALID"),
        (inline(button(callback_data="x" * 65)), "BUTTON_DATA_INVALID"),
        (inline(button(web_app={"url": "https://e.com"})), "BUTTON_TYPE_INVALID"),
        (inline(button(url="x")), "inline keyboard button URL 'x' is invalid: Wrong HTTP URL"),
        (
            inline(button(url="ftp://e.com")),
            "inline keyboard button URL 'ftp://e.com' is invalid: Unsupported URL protocol",
        ),
        (
            inline({"text": "Take"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline(button(callback_data="")),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"callback_data": "t"}), "can't parse inline keyboard button: Can't find field \"text\""),
        (inline("Take"), "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        (
            inline(button(callback_data="t", style="golden")),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        ("{", "can't parse reply keyboard markup JSON object"),
        pytest.param("[" * 200_000, "can't parse reply keyboard markup JSON object", id="deep"),
        ("[]", "object expected as reply markup"),
        ([], "object expected as reply markup"),
        (
            {"inline_keyboard": [button()]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["Take"]}, 'field "keyboard" must be an Array of Arrays'),
        ({"keyboard": "Take"}, 'field "keyboard" must be of type Array'),
        (
            {"keyboard": [[button(web_app={"url": "https://e.com"})]]},
            "Web App buttons can be used in private chats only",
        ),
        (
            {"keyboard": [[button(request_contact=True)]]},
            "phone number can be requested in private chats only",
        ),
        (inline(button(copy_text={"text": "x" * 257})), "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": [[button()]] * 101}, "reply markup is too long"),
        ({"inline_keyboard": [[button("x" * 600)]] * 20}, "reply markup is too long"),
    ],
)
def test_bad_keyboards_are_refused_in_telegrams_words(markup: object, description: str) -> None:
    with pytest.raises(ApiError) as caught:
        keyboard(markup, private=False)
    expected = description if description[1:2].isupper() else description[0].lower() + description[1:]
    assert caught.value.code == 400
    assert caught.value.description == f"Bad Request: {expected}"


@pytest.mark.parametrize("markup", [{"keyboard": [["Take"]]}, {"remove_keyboard": True}, {"force_reply": True}])
def test_an_edit_takes_inline_keyboards_alone(markup: dict[str, Any]) -> None:
    with pytest.raises(ApiError, match="Bad Request: inline keyboard expected"):
        keyboard(markup, private=True, inline_only=True)


def test_callback_data_of_64_bytes_passes() -> None:
    markup = inline(button(callback_data="я" * 32))
    assert keyboard(markup, private=True) == markup


@pytest.mark.parametrize("style", ["danger", "success", "primary"])
def test_a_style_is_kept(style: str) -> None:
    markup = inline(button(callback_data="t", style=style))
    assert keyboard(json.dumps(markup), private=True) == markup


@pytest.mark.parametrize(
    "action",
    [
        {"url": "https://e.com/x"},
        {"url": "tg://user?id=5"},
        {"copy_text": {"text": "x"}},
        {"web_app": {"url": "https://e.com/"}},
        {"switch_inline_query": ""},
        {"disabled": {}},
        {"pay": True},
    ],
)
def test_every_action_makes_a_button(action: dict[str, Any]) -> None:
    assert keyboard(inline(button(**action)), private=True) == inline(button(**action))


def test_a_link_is_stored_as_telegram_writes_it() -> None:
    assert keyboard(inline(button(url="Example.com")), private=True) == inline(button(url="http://example.com/"))


@pytest.mark.parametrize(("kind", "width"), [("inline_keyboard", 8), ("keyboard", 12)])
def test_a_row_is_cut_without_an_error(kind: str, width: int) -> None:
    notes: list[str] = []
    row = [button(str(number), callback_data="t") for number in range(13)]
    cut = keyboard({kind: [row]}, private=True, note=notes.append)
    assert cut is not None
    assert [kept["text"] for kept in cut[kind][0]] == [str(number) for number in range(width)]
    assert notes == [f"a row of 13 buttons cut to {width}"]


def test_a_button_without_text_is_dropped_silently() -> None:
    notes: list[str] = []
    assert keyboard(inline(button(""), button()), private=True, note=notes.append) == inline(button())
    assert keyboard(inline(button("")), private=True, note=notes.append) is None
    assert notes == ["a button without text dropped"] * 2


@pytest.mark.parametrize("markup", [None, "", "{}", {}, {"inline_keyboard": []}, {"keyboard": [[]], "x": 1}])
def test_no_buttons_make_no_keyboard(markup: object) -> None:
    assert keyboard(markup, private=True) is None


@pytest.mark.parametrize(
    "markup",
    [
        {
            "keyboard": [[{"text": "Send", "request_contact": True}]],
            "resize_keyboard": True,
            "selective": True,
        },
        {"keyboard": [[{"text": "Yes"}]], "is_persistent": True, "input_field_placeholder": "Your answer"},
        {"remove_keyboard": True, "selective": True},
        {"force_reply": True, "input_field_placeholder": "Your answer"},
    ],
)
def test_other_keyboards_come_back_as_they_are(markup: dict[str, Any]) -> None:
    assert keyboard(markup, private=True) == markup


def test_a_bare_text_is_a_reply_button() -> None:
    assert keyboard({"keyboard": [["Yes"]]}, private=False) == {"keyboard": [[{"text": "Yes"}]]}


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["inline_keyboard", "keyboard", "text", "url", "callback_data", "web_app", "style"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)


@given(VALUES, st.booleans())
def test_nothing_but_api_errors_is_raised(markup: object, private: bool) -> None:
    try:
        kept = keyboard(markup, private=private)
    except ApiError:
        return
    assert kept is None or keyboard(kept, private=private) == kept
