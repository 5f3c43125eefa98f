"""Commands by scope and language, the bot's texts, the menu button."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.commands import shown_commands
from bot.sandbox.telegram import LocalTelegram
from tests.sandbox.client import Client


def one(name: str) -> list[dict[str, str]]:
    return [{"command": name, "description": name.title()}]


async def test_commands_are_kept_by_scope_and_language(bot: Client) -> None:
    await bot("setMyCommands", commands=one("start"))
    await bot("setMyCommands", commands=one("queue"), scope={"type": "all_group_chats"}, language_code="ru")
    assert await bot("getMyCommands") == one("start")
    assert await bot("getMyCommands", scope={"type": "all_group_chats"}) == []
    assert await bot("getMyCommands", scope={"type": "all_group_chats"}, language_code="ru") == one("queue")
    await bot("deleteMyCommands")
    assert await bot("getMyCommands") == []


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({"commands": one("")}, "command must be non-empty"),
        ({"commands": one("x" * 33)}, "command length must not exceed 32"),
        ({"commands": [{"command": "x", "description": "y" * 257}]}, "command description length must not exceed 256"),
        ({"commands": one("Start!")}, "BOT_COMMAND_INVALID"),
        ({"commands": one("x"), "language_code": "RU"}, "invalid language code specified"),
        ({"commands": one("x"), "scope": {"type": "everybody"}},
         "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": one("x"), "scope": {"type": "chat"}}, "can't parse BotCommandScope: Empty chat_id specified"),
    ],
)  # fmt: skip
async def test_wrong_commands(bot: Client, given: dict[str, Any], description: str) -> None:
    assert (await bot.refused("setMyCommands", **given)).description == f"Bad Request: {description}"


async def test_channels_have_no_commands(telegram: LocalTelegram, bot: Client) -> None:
    channel = telegram.group("News", "channel")
    refusal = await bot.refused("setMyCommands", commands=one("x"), scope={"type": "chat", "chat_id": channel.chat_id})
    assert refusal.description == "Bad Request: can't change commands in channel chats"


async def test_the_first_scope_that_has_commands_is_shown(telegram: LocalTelegram, bot: Client) -> None:
    anna, ivan, olga = telegram.customer("Anna", language="ru"), telegram.member("Ivan"), telegram.admin("Olga")
    await anna.start()
    group = telegram.staff.chat

    def shown() -> list[str]:
        places = ((anna, anna.chat.chat), (ivan, group), (olga, group))
        lists = (shown_commands(telegram.world, person.account, chat) for person, chat in places)
        return ["".join(each["command"] for each in found) for found in lists]

    staff = {"chat_id": telegram.staff.chat_id}
    steps: list[tuple[dict[str, Any], str, list[str]]] = [
        ({"type": "default"}, "", ["a", "a", "a"]),
        ({"type": "all_group_chats"}, "", ["a", "b", "b"]),
        ({"type": "all_private_chats"}, "", ["c", "b", "b"]),
        ({"type": "all_private_chats"}, "ru", ["d", "b", "b"]),
        ({"type": "chat", "chat_id": anna.id}, "", ["e", "b", "b"]),
        ({"type": "all_chat_administrators"}, "", ["e", "b", "f"]),
        ({"type": "chat", **staff}, "", ["e", "g", "g"]),
        ({"type": "chat_administrators", **staff}, "", ["e", "g", "h"]),
        ({"type": "chat_member", "user_id": ivan.id, **staff}, "", ["e", "i", "h"]),
    ]
    for letter, (scope, language, expected) in zip("abcdefghi", steps, strict=True):
        await bot("setMyCommands", commands=one(letter), scope=scope, language_code=language)
        assert shown() == expected


@pytest.mark.parametrize(
    ("suffix", "field", "limit"), [("Name", "name", 64), ("Description", "description", 512),
                                   ("ShortDescription", "short_description", 120)],
)  # fmt: skip
async def test_texts_about_the_bot(bot: Client, suffix: str, field: str, limit: int) -> None:
    await bot(f"setMy{suffix}", **{field: "Support"})
    await bot(f"setMy{suffix}", **{field: "Поддержка"}, language_code="ru")
    assert await bot(f"getMy{suffix}", language_code="ru") == {field: "Поддержка"}
    assert await bot(f"getMy{suffix}", language_code="fr") == {field: "Support"}
    assert (await bot.refused(f"setMy{suffix}", **{field: "x" * (limit + 1)})).code == 400


async def test_the_menu_button_is_by_chat_or_for_all(telegram: LocalTelegram, bot: Client) -> None:
    anna = telegram.customer("Anna")
    await anna.start()
    assert await bot("getChatMenuButton") == {"type": "commands"}
    await bot("setChatMenuButton", menu_button={"type": "default"})
    await bot("setChatMenuButton", menu_button={"type": "commands"}, chat_id=anna.id)
    assert await bot("getChatMenuButton", chat_id=anna.id) == {"type": "commands"}
    assert await bot("getChatMenuButton") == {"type": "default"}
