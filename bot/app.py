"""The composition root: the only place that knows everybody."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import cache

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.telegram import TelegramAPIServer

from bot.delivery.answers import Answers
from bot.delivery.compose import Composer
from bot.delivery.greeting import greet
from bot.delivery.inbox import Inbox
from bot.delivery.intake import Intake
from bot.delivery.niceties import Niceties
from bot.delivery.outbox import Outbox
from bot.delivery.pace import Limits, Pace
from bot.delivery.sender import Sender
from bot.delivery.session import Session
from bot.delivery.standings import TelegramStandings
from bot.domain.intake import Form
from bot.domain.rules import DeskRules
from bot.ports import Clock
from bot.reception import Reception
from bot.settings import Settings
from handlers.routers import ROUTERS
from locales.catalog import Catalog
from storage import migrate
from storage.heartbeat import heart
from storage.reads import SqlReads
from storage.store import SqlStore

log = structlog.get_logger("app")


async def serve(settings: Settings, clock: Clock) -> None:
    """Run the desk until cancelled, or until a part of it has failed for good. Tables are brought up to date first.

    When cancelled, nothing new is begun; what is on its way is finished and written down.
    """
    await asyncio.get_running_loop().run_in_executor(None, migrate.upgrade, settings.database_url)
    rules, catalog, niceties = desk_rules(settings), Catalog(default=settings.default_language), Niceties()
    session = Session(api=TelegramAPIServer.from_base(settings.api_url))
    bot = Bot(settings.bot_token.get_secret_value(), session=session)
    store, reads = SqlStore(settings.database_url, clock, rules), SqlReads(settings.database_url)
    standings = TelegramStandings(bot, session, clock, rules.staff_chat_id, rules.owners)
    answers = Answers(bot)
    pace = Pace(limits(settings))
    outbox = Outbox(store, clock, Composer(catalog, rules, niceties), Sender(bot, session, reads, niceties), pace)
    reception = Reception(bot, dispatcher(), store, standings, answers, catalog, rules, clock)
    inbox = Inbox(store, clock, reception.handle)
    intake = Intake(bot, session, inbox, clock, heart(settings.database_url))
    try:
        async with asyncio.TaskGroup() as desk:
            desk.create_task(greet(bot, store, catalog, rules, niceties, clock))
            desk.create_task(outbox.run())
            desk.create_task(answers.run())
            desk.create_task(intake.run())
            desk.create_task(inbox.watch())
            desk.create_task(outbox.watch())
    finally:
        with suppress(asyncio.CancelledError):
            await asyncio.shield(_close(inbox, outbox, store, reads, session))


async def _close(*parts: Inbox | Outbox | SqlStore | SqlReads | Session) -> None:
    for part in parts:
        try:
            await part.close()
        except Exception:  # what one could not finish is there at the next start; the others are to finish theirs
            log.exception("not_closed", part=type(part).__name__)
    log.info("stopped")


@cache
def dispatcher() -> Dispatcher:
    """One for the process: a router can hang on one dispatcher only, and neither holds anything of a desk."""
    made = Dispatcher(disable_fsm=True)
    made.include_routers(*ROUTERS)
    return made


def desk_rules(settings: Settings) -> DeskRules:
    return DeskRules(
        staff_chat_id=settings.staff_chat_id,
        form=Form(settings.stands, settings.components, settings.skip_steps),
        company=settings.company,
        zone=settings.timezone.key,
        language=settings.default_language,
        staff_language=settings.staff_language,
        owners=frozenset(settings.owner_ids),
    )


def limits(settings: Settings) -> Limits:
    return Limits(
        group_per_minute=settings.group_per_minute,
        chat_per_second=settings.chat_per_second,
        chat_burst=settings.chat_burst,
        everywhere=settings.global_per_second,
    )
