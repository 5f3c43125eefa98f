"""Who is what in the staff chat: asked of Telegram, and never remembered longer than it is true."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import GetChatMember

from bot.delivery.session import Session
from bot.delivery.standings import TelegramStandings
from bot.domain.intake import Form
from bot.domain.people import Standing
from bot.domain.rules import DeskRules
from bot.domain.team import Service

IVAN, OLGA, OWNER = 11, 12, 99
GROUP, OTHER = -100, -200
SERVICES = {
    "support": Service("support", {}, GROUP),
    "web": Service("web", {}, OTHER, leads=frozenset({OLGA})),
}
RULES = DeskRules(GROUP, Form(("PROD",)), "Acme", owners=frozenset({OWNER}), services=SERVICES)


class Telegram(Session):
    """Answers getChatMember with what `member` holds when `answers` is set."""

    def __init__(self, member: Mapping[str, Any] | Exception) -> None:
        super().__init__()
        self.member = member
        self.asked = 0
        self.answers = asyncio.Event()
        self.answers.set()

    async def raw(self, bot: Bot, method: Any, patience: float = 0) -> Any:
        self.asked += 1
        known = self.member
        await self.answers.wait()
        if isinstance(known, Exception):
            raise known
        return known


class Hour:
    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 10, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    async def sleep_until(self, at: datetime) -> None:
        self.at = at


def standings(telegram: Telegram, hour: Hour | None = None) -> TelegramStandings:
    return TelegramStandings(Bot("42:TEST", session=telegram), telegram, hour or Hour(), RULES)


@pytest.mark.parametrize(
    ("member", "standing"),
    [
        ({"status": "creator"}, Standing.LEAD),
        ({"status": "administrator"}, Standing.LEAD),
        ({"status": "member"}, Standing.MEMBER),
        ({"status": "restricted", "is_member": True}, Standing.MEMBER),
        ({"status": "restricted", "is_member": False}, Standing.OUTSIDER),
        ({"status": "left"}, Standing.OUTSIDER),
        ({"status": "kicked"}, Standing.OUTSIDER),
        ({"status": "a status of the future"}, Standing.OUTSIDER),
    ],
)
async def test_a_status_gives_a_standing(member: Mapping[str, Any], standing: Standing) -> None:
    assert await standings(Telegram(member)).of(GROUP, IVAN) is standing


async def test_whom_telegram_does_not_know_is_an_outsider_and_an_owner_a_lead_unasked() -> None:
    telegram = Telegram(TelegramBadRequest(GetChatMember(chat_id=-100, user_id=IVAN), "user not found"))
    assert await standings(telegram).of(GROUP, IVAN) is Standing.OUTSIDER
    assert await standings(telegram).of(GROUP, OWNER) is Standing.LEAD
    assert telegram.asked == 1


async def test_an_answer_is_remembered_for_a_minute() -> None:
    telegram, hour = Telegram({"status": "member"}), Hour()
    known = standings(telegram, hour)
    for _ in range(3):
        await known.of(GROUP, IVAN)
    assert telegram.asked == 1
    hour.at += timedelta(seconds=61)
    await known.of(GROUP, IVAN)
    assert telegram.asked == 2


async def test_what_was_asked_before_somebody_left_is_not_remembered_after_it() -> None:
    telegram = Telegram({"status": "member"})
    known = standings(telegram)
    telegram.answers.clear()
    asking = asyncio.create_task(known.of(GROUP, IVAN))
    await asyncio.sleep(0)
    telegram.member = {"status": "left"}
    known.forget(GROUP, IVAN)
    telegram.answers.set()
    assert await asking is Standing.MEMBER, "it was true when it was asked"
    assert await known.of(GROUP, IVAN) is Standing.OUTSIDER


async def test_nobody_is_let_in_while_telegram_is_silent() -> None:
    silent = TelegramNetworkError(method=GetChatMember(chat_id=-100, user_id=IVAN), message="no answer in time")
    with pytest.raises(TelegramNetworkError):
        await standings(Telegram(silent)).of(GROUP, IVAN)


async def test_each_group_is_asked_for_itself_and_forgotten_for_itself() -> None:
    telegram = Telegram({"status": "member"})
    known = standings(telegram)
    assert await known.of(GROUP, IVAN) is Standing.MEMBER
    telegram.member = {"status": "left"}
    assert await known.of(OTHER, IVAN) is Standing.OUTSIDER
    known.forget(OTHER, IVAN)
    assert await known.of(GROUP, IVAN) is Standing.MEMBER
    assert telegram.asked == 2


@pytest.mark.parametrize(
    ("member", "standing"),
    [({"status": "member"}, Standing.LEAD), ({"status": "left"}, Standing.OUTSIDER)],
)
async def test_a_lead_by_the_desk_file_leads_in_the_group_of_that_service_while_present(
    member: Mapping[str, Any], standing: Standing
) -> None:
    known = standings(Telegram(member))
    assert await known.of(OTHER, OLGA) is standing
    assert await known.of(GROUP, OLGA) is min(standing, Standing.MEMBER)
