"""Every trouble that keeps a desk from working is found on the local Telegram, and told how to mend."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.app import desk_rules
from bot.cli.check_telegram import telegram_findings
from bot.cli.commands import app
from bot.cli.findings import Finding, Level
from bot.cli.telegram import connected
from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram
from tests.journeys.stage import settings


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as telegram:
        yield telegram
    assert telegram.strict.lines == []


async def findings(telegram: LocalTelegram, **more: Any) -> list[Finding]:
    given = settings(telegram, Path("unused.sqlite3")).model_copy(update=more)
    async with connected(given) as bot:
        return await telegram_findings(bot, given, desk_rules(given).staff_chats)


def lines(found: list[Finding]) -> list[str]:
    return [f"{finding.level} {finding.text}" for finding in found]


async def troubles(telegram: LocalTelegram, **more: Any) -> list[str]:
    found = [finding for finding in await findings(telegram, **more) if finding.level is not Level.RIGHT]
    assert all(finding.remedy for finding in found)
    return lines(found)


async def test_a_desk_in_order_has_nothing_but_ticks(telegram: LocalTelegram) -> None:
    olga = telegram.admin("Olga")
    assert lines(await findings(telegram, owner_ids=(olga.id,))) == [
        f"✓ Telegram answers at {telegram.url}.",
        "✓ The token is that of Desk (@acme_desk_bot).",
        "✓ No webhook is in the way.",
        "✓ The staff chat is “Acme support”.",
        "✓ Topics are on.",
        "✓ The bot is an administrator, may manage topics and sees what is written.",
        "✓ No administrator is anonymous.",
        f"✓ The owner {olga.id} is Olga.",
    ]


async def test_a_check_is_seen_by_nobody(telegram: LocalTelegram) -> None:
    await findings(telegram)
    assert {call.method for call in telegram.calls} == {
        "getMe", "getWebhookInfo", "getChat", "getChatMember", "getChatAdministrators",
    }  # fmt: skip


async def topics_off(telegram: LocalTelegram) -> None:
    await telegram.forum_off()


async def right_missing(telegram: LocalTelegram) -> None:
    await telegram.bot_rights(can_manage_topics=False)


async def kicked(telegram: LocalTelegram) -> None:
    await telegram.kick_bot()


async def never_in(telegram: LocalTelegram) -> None:
    del telegram.staff.chat.members[telegram.bot_id]


async def anonymous(telegram: LocalTelegram) -> None:
    telegram.admin("Boss", anonymous=True)
    telegram.admin("Olga")


async def webhook(telegram: LocalTelegram) -> None:
    telegram.world.updates.set_webhook("https://elsewhere.example/secret")


async def down(telegram: LocalTelegram) -> None:
    telegram.faults.down = True


@pytest.mark.parametrize(
    ("spoil", "text"),
    [
        (topics_off, "✗ Topics are off: tickets have no place."),
        (right_missing, "✗ The bot is an administrator, but may not manage topics."),
        (kicked, "✗ The bot was removed from the staff chat {chat}."),
        (never_in, "✗ The bot is not in the staff chat {chat}."),
        (anonymous, "! Boss is an anonymous administrator, and cannot answer customers."),
        (webhook, "✗ The bot has a webhook: Telegram hands nothing to the desk while it is set."),
        (down, "✗ Telegram does not answer at {url} (TelegramNetworkError)."),
    ],
)
async def test_each_trouble_is_found_and_nothing_else(
    telegram: LocalTelegram, spoil: Callable[[LocalTelegram], Awaitable[None]], text: str
) -> None:
    await spoil(telegram)
    assert await troubles(telegram) == [text.format(chat=telegram.staff.chat_id, url=telegram.url)]


async def test_a_plain_member_makes_no_topics_and_is_blind_in_privacy_mode(telegram: LocalTelegram) -> None:
    await telegram.demote_bot()
    plain = "✗ The bot is not an administrator of the staff chat: it can make no topics."
    assert await troubles(telegram) == [plain, "✗ Privacy mode is on: the bot does not see what the staff write."]
    telegram.world.privacy = False
    assert await troubles(telegram) == [plain]


async def test_a_token_that_telegram_does_not_know_ends_the_check(telegram: LocalTelegram) -> None:
    wrong = type(settings(telegram, Path("unused.sqlite3")).bot_token)("42:AAwrong")
    assert await troubles(telegram, bot_token=wrong) == ["✗ Telegram does not accept the token."]


async def test_a_chat_that_is_not_there_and_one_that_is_no_supergroup(telegram: LocalTelegram) -> None:
    nowhere = -1009999999999
    unknown = f"✗ Telegram knows no staff chat {nowhere} that the bot is in."
    assert await troubles(telegram, staff_chat_id=nowhere) == [unknown]
    channel = telegram.group("News", "channel", rights={"can_post_messages": True})
    assert await troubles(telegram, staff_chat_id=channel.chat_id) == [
        "✗ The staff chat “News” is a channel, not a supergroup."
    ]


async def test_an_owner_who_has_never_met_the_bot_is_doubtful(telegram: LocalTelegram) -> None:
    assert await troubles(telegram, owner_ids=(4242,)) == ["! The owner 4242 is not known to the bot."]


async def test_the_command_prints_each_finding_with_its_remedy_below(
    telegram: LocalTelegram, cli: CliRunner, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = environment(telegram.url, telegram.token, telegram.staff.chat_id, f"sqlite:///{database}")
    for name, value in desk.items():
        monkeypatch.setenv(name, value)
    good = await asyncio.to_thread(cli.invoke, app, ["check"])
    assert good.exit_code == 0, good.output
    assert good.stdout.splitlines()[0] == "✓ The settings are complete."
    await telegram.forum_off()
    bad = await asyncio.to_thread(cli.invoke, app, ["check"])
    assert bad.exit_code == 1
    assert "✗ Topics are off: tickets have no place.\n  Open the group" in bad.stdout
