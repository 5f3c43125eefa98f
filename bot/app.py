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
from bot.delivery.courtesies import Courtesies
from bot.delivery.greeting import greet
from bot.delivery.inbox import Inbox
from bot.delivery.intake import Intake
from bot.delivery.lease import Lease
from bot.delivery.moving import BeginAnew
from bot.delivery.niceties import Niceties
from bot.delivery.outbox import Outbox
from bot.delivery.pace import Limits, Pace
from bot.delivery.rounds import Rounds
from bot.delivery.sender import Sender
from bot.delivery.session import Session
from bot.delivery.standings import TelegramStandings
from bot.delivery.tempo import Tempo
from bot.desk_file.meaning import desk_fields
from bot.domain.intake import Form
from bot.domain.rules import DeskRules
from bot.ports import Clock
from bot.reception import Reception
from bot.rereading import Rereading
from bot.settings import Settings
from bot.timers import Timers
from handlers.routers import ROUTERS
from locales.catalog import Catalog
from storage import migrate
from storage.heartbeat import heart
from storage.reads import SqlReads
from storage.store import SqlStore

log = structlog.get_logger("app")


async def serve(settings: Settings, clock: Clock, hangup: asyncio.Event | None = None) -> None:
    """Run the desk until cancelled, or until a part of it has failed for good.

    Tables are brought up to date first; while another process serves, it waits. `hangup`: set whenever the desk file is
    to be read again. Raises Misset when that file is wrong at the start.

    When cancelled, nothing new is begun; what is on its way is finished and written down.
    """
    rereading = Rereading(lambda: desk_rules(settings), hangup or asyncio.Event(), clock)
    pace = Pace(limits(settings))
    await asyncio.get_running_loop().run_in_executor(None, migrate.upgrade, settings.database_url)
    # The lease is renewed beside the desk's own writing, and outlives one run of it.
    watch = SqlStore(settings.database_url, clock, rereading.rules)
    lease = Lease(watch, clock)
    try:
        while True:
            await lease.get()
            try:
                await _serve(settings, clock, watch, lease, rereading, pace)
            except* BeginAnew as why:
                log.warning("begins_anew", why=[type(error).__name__ for error in why.exceptions])
    finally:
        with suppress(asyncio.CancelledError):
            await asyncio.shield(_leave(watch, lease))


async def _serve(
    settings: Settings, clock: Clock, watch: SqlStore, lease: Lease, rereading: Rereading, pace: Pace
) -> None:
    """One run, ended by being cancelled or by BeginAnew in a group of exceptions. What was spent of Telegram's limits
    before it (`pace`) is spent.
    """
    catalog, niceties = catalog_of(settings.default_language), Niceties()
    rules = await watch.unit(lambda unit: rereading.rules.moved(unit.chats.present))
    session = Session(api=TelegramAPIServer.from_base(settings.api_url))
    bot = Bot(settings.bot_token.get_secret_value(), session=session)
    store, reads = SqlStore(settings.database_url, clock, rules), SqlReads(settings.database_url)
    standings = TelegramStandings(bot, session, clock, rules)
    answers = Answers(bot, session)
    courtesies = Courtesies(bot, session, pace, clock)
    composer, sender = Composer(catalog, rules, niceties), Sender(bot, session, reads, rules, niceties)
    outbox = Outbox(store, clock, composer, sender, pace, courtesies)
    tempo = Tempo(settings.slow_down_per_minute)
    reception = Reception(bot, dispatcher(), store, standings, answers, catalog, rules, clock, outbox, tempo, rereading)
    inbox = Inbox(store, clock, reception.handle, rules.staff_chats)
    intake = Intake(bot, session, inbox, clock, heart(settings.database_url))
    try:
        async with asyncio.TaskGroup() as desk:
            desk.create_task(lease.keep())
            desk.create_task(greet(bot, store, catalog, rules, niceties, clock))
            desk.create_task(outbox.run())
            desk.create_task(answers.run())
            desk.create_task(courtesies.run())
            desk.create_task(intake.run())
            desk.create_task(Rounds(store, clock, inbox).run())
            desk.create_task(rereading.watch())
            desk.create_task(rereading.listen(store))
            desk.create_task(Timers(store, clock).run())
            desk.create_task(inbox.watch())
            desk.create_task(outbox.watch())
    finally:
        with suppress(asyncio.CancelledError):
            await asyncio.shield(_close(outbox, inbox, outbox, store, reads, session=session))


async def _close(outbox: Outbox, *parts: Inbox | Outbox | SqlStore | SqlReads, session: Session) -> None:
    try:
        for part in parts:
            await _finish(part)
    finally:
        await session.close()
    log.info("stopped", possibly_twice=outbox.possibly_twice)


async def _finish(part: Inbox | Outbox | SqlStore | SqlReads) -> None:
    try:
        await part.close()
    except Exception:  # what one could not finish is there at the next start; the others are to finish theirs
        log.exception("not_closed", part=type(part).__name__)


async def _leave(watch: SqlStore, lease: Lease) -> None:
    await lease.drop()
    await watch.close()


@cache
def catalog_of(default: str) -> Catalog:
    """One for the process: the texts are read once, and never change."""
    return Catalog(default=default)


@cache
def dispatcher() -> Dispatcher:
    """One for the process: a router can hang on one dispatcher only, and neither holds anything of a desk."""
    made = Dispatcher(disable_fsm=True)
    made.include_routers(*ROUTERS)
    return made


def desk_rules(settings: Settings) -> DeskRules:
    """Settings and desk file together. Raises Misset when the file is wrong."""
    return DeskRules(
        staff_chat_id=settings.staff_chat_id,
        form=Form(settings.stands, settings.components, settings.skip_steps),
        company=settings.company,
        zone=settings.timezone.key,
        language=settings.default_language,
        staff_language=settings.staff_language,
        owners=frozenset(settings.owner_ids),
        **desk_fields(settings),
    )


def limits(settings: Settings) -> Limits:
    return Limits(
        group_per_minute=settings.group_per_minute,
        chat_per_second=settings.chat_per_second,
        chat_burst=settings.chat_burst,
        everywhere=settings.global_per_second,
    )
