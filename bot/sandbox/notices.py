"""Service messages in words, for the page."""

from __future__ import annotations

from typing import Any

from bot.sandbox.views import Message

WORDS = {
    "en": {
        "forum_topic_created": "{who} created the topic “{name}”",
        "renamed": "{who} changed the topic name to “{name}”",
        "icon": "{who} changed the topic icon",
        "forum_topic_closed": "{who} closed the topic",
        "forum_topic_reopened": "{who} reopened the topic",
        "general_forum_topic_hidden": "{who} hid the topic",
        "general_forum_topic_unhidden": "{who} showed the topic again",
        "pinned_message": "{who} pinned a message",
        "new_chat_members": "{whom} joined the group",
        "left_chat_member": "{whom} left the group",
        "other": "{who}: {kind}",
    },
    "ru": {
        "forum_topic_created": "{who}: создана тема «{name}»",
        "renamed": "{who}: новое название темы «{name}»",
        "icon": "{who}: новый значок темы",
        "forum_topic_closed": "{who}: тема закрыта",
        "forum_topic_reopened": "{who}: тема снова открыта",
        "general_forum_topic_hidden": "{who}: тема скрыта",
        "general_forum_topic_unhidden": "{who}: тема снова видна",
        "pinned_message": "{who}: сообщение закреплено",
        "new_chat_members": "{whom} теперь в группе",
        "left_chat_member": "{whom} больше не в группе",
        "other": "{who}: {kind}",
    },
}


def notice(message: Message, language: str) -> str:
    kind = next((one for one in WORDS["en"] if one in message.json), "other")
    body: Any = message.json.get(kind, {})
    if "forum_topic_edited" in message.json:
        body = message.json["forum_topic_edited"]
        kind = "renamed" if "name" in body else "icon"
    names = {"who": message.sender, "name": _get(body, "name"), "whom": _whom(body), "kind": message.service}
    return WORDS.get(language, WORDS["en"])[kind].format(**names)


def _get(body: Any, name: str) -> str:
    return str(body.get(name, "")) if isinstance(body, dict) else ""


def _whom(body: Any) -> str:
    users = body if isinstance(body, list) else [body]
    return ", ".join(_get(user, "first_name") for user in users)
