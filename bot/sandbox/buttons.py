"""One button of a keyboard: its fields, its one action, its look."""

from __future__ import annotations

from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.fields import BadFieldError, Object, boolean, nested_object, string
from bot.sandbox.links import BadLinkError, checked_link, linked_user

STYLES = ("danger", "success", "primary")

_PRIVATE_ONLY = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "request_managed_bot": "Managed bots can be requested in private chats only",
}
_FLAGS = ("request_contact", "request_location")
_QUERIES = ("switch_inline_query", "switch_inline_query_current_chat")
_OBJECTS = ("callback_game", "switch_inline_query_chosen_chat", "disabled")


def inline_button(given: Any, *, private: bool) -> Object:
    """A button of an inline keyboard with exactly one action, links rewritten as Telegram does."""
    if not isinstance(given, dict):
        raise _unreadable("inline keyboard", "InlineKeyboardButton must be an Object")
    try:
        look = _look(given)
        action = _action(given)
    except BadFieldError as error:
        raise _unreadable("inline keyboard", str(error)) from None
    if not action:
        raise _unreadable("inline keyboard", "Text buttons are unallowed in the inline keyboard")
    if not (look["text"] or "icon_custom_emoji_id" in look):
        return look
    if "web_app" in action and not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    return look | _linked(action)


def reply_button(given: Any, *, private: bool) -> Object:
    """A button of a reply keyboard; a bare text is one as well."""
    if isinstance(given, str):
        return {"text": given}
    if not isinstance(given, dict):
        raise _unreadable("keyboard", "KeyboardButton must be a String or an Object")
    try:
        button = _look(given)
        for name in _PRIVATE_ONLY:
            if boolean(given, name) if name in _FLAGS else name in given:
                button[name] = True if name in _FLAGS else nested_object(given, name)
                break
    except BadFieldError as error:
        raise _unreadable("keyboard", str(error)) from None
    if not private:
        for name in button.keys() & _PRIVATE_ONLY.keys():
            raise bad_request(_PRIVATE_ONLY[name])
    return button


def _look(given: Object) -> Object:
    look = {"text": string(given, "text", required=True)}
    icon = string(given, "icon_custom_emoji_id")
    style = string(given, "style").lower()
    if style not in ("", "default", *STYLES):
        raise BadFieldError("invalid button style specified")
    if icon:
        look["icon_custom_emoji_id"] = icon
    if style in STYLES:
        look["style"] = style
    return look


def _action(given: Object) -> Object:
    """The action that counts when several are given: the first in the server's order."""
    for name in ("url", "callback_data"):
        if text := string(given, name):
            return {name: text}
    if given.get("pay") is not None:
        return {"pay": True}
    for name in _QUERIES:
        if given.get(name) is not None:
            return {name: string(given, name)}
    for name in _OBJECTS:
        if given.get(name) is not None:
            return {name: nested_object(given, name)}
    for name, field in (("login_url", "url"), ("web_app", "url"), ("copy_text", "text")):
        if given.get(name) is not None:
            inner = nested_object(given, name)
            return {name: {**inner, field: string(inner, field, required=True)}}
    return {}


def _linked(action: Object) -> Object:
    if "url" in action:
        return {"url": _checked(action["url"], "Inline keyboard button", https=False)}
    for name, what in (("login_url", "login"), ("web_app", "Web App")):
        if name in action:
            if linked_user(action[name]["url"]) is not None:
                kind = "login" if name == "login_url" else "Web App"
                raise bad_request(f"Link to a user can't be used in {kind} URL buttons")
            url = _checked(action[name]["url"], f"Inline keyboard button {what}", https=True)
            return {name: {**action[name], "url": url}}
    return action


def _checked(url: str, what: str, *, https: bool) -> str:
    if not https and linked_user(url) is not None:
        return url
    try:
        link = checked_link(url)
        if https and not link.startswith("https://"):
            raise BadLinkError("Only HTTPS links are allowed")
    except BadLinkError as error:
        raise bad_request(f"{what} URL '{url}' is invalid: {error}") from None
    return link


def _unreadable(keyboard: str, sentence: str) -> ApiError:
    return bad_request(f"Can't parse {keyboard} button: {sentence}")
