"""Requests that were sent before a desk starts: much quicker than by its dialog."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from bot.app import desk_rules
from bot.domain import period
from bot.domain.content import Content, ContentKind, Incoming, Side
from bot.domain.intake import Piece, Step
from bot.domain.people import Actor, Standing
from bot.domain.ticket import Kind
from bot.ports import UnitOfWork
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.settings import Settings
from bot.usecases.submit_request import submit
from storage import migrate
from storage.store import SqlStore

PROBLEM = "Payment fails with error 500."
_written = count(1_000_000)


@dataclass(frozen=True)
class Request:
    """What somebody has filled in and sent."""

    by: Person
    text: str = PROBLEM
    kind: Kind = Kind.WRONG


async def filed(telegram: LocalTelegram, settings: Settings, requests: Sequence[Request]) -> None:
    """As the dialog leaves them: stored, with all that is to be said still waiting."""
    await asyncio.get_running_loop().run_in_executor(None, migrate.upgrade, settings.database_url)
    store = SqlStore(settings.database_url, telegram.clock, desk_rules(settings))

    for request in requests:
        await store.unit(partial(_file, request=request))
    await store.close()


async def joined(telegram: LocalTelegram, settings: Settings, service: str, people: Sequence[Person]) -> None:
    """As they have done by `/join`, one after the other."""
    await asyncio.get_running_loop().run_in_executor(None, migrate.upgrade, settings.database_url)
    store = SqlStore(settings.database_url, telegram.clock, desk_rules(settings))

    def join(uow: UnitOfWork) -> None:
        for person in people:
            account = person.account
            actor = Actor(account.id, account.first_name, account.username, account.language)
            uow.members.seen(settings.staff_chat_id, actor, Standing.MEMBER)
            uow.team.join(service, account.id)

    await store.unit(join)
    await store.close()


def _file(uow: UnitOfWork, request: Request) -> None:
    account = request.by.account
    account.started = account.known = True
    actor = Actor(account.id, account.first_name, account.username, account.language)
    uow.people.meet(actor)
    draft = uow.drafts.start(actor.id, uow.now)
    words = Incoming(actor.id, next(_written), Content(ContentKind.TEXT, request.text))
    message = uow.messages.add(words, actor, Side.CUSTOMER, uow.now, draft=draft.id)
    piece = Piece(message.id, Step.DESCRIPTION, ContentKind.TEXT, request.text)
    component = next(iter(uow.rules.form.components), None)
    filled = replace(
        draft, step=Step.SUMMARY, kind=request.kind, pieces=(piece,), described=True,
        stand="PROD", component=component, period=period.still_happening(), no_log=True,
    )  # fmt: skip
    submit(uow, actor, filled)
