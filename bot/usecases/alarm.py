"""Telling the owners, in private, what only they can mend."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.domain.statements import Notice, Priority, Private
from bot.ports import AlarmStore, InboxStore, UnitOfWork

BETWEEN = timedelta(minutes=10)


def tell_owners(uow: UnitOfWork, key: str, **values: Any) -> None:
    """One notice to each owner; who has never started the bot cannot be reached, and the log has it as well."""
    for owner in sorted(uow.rules.owners):
        uow.speech.say(Private(owner), Notice(key, values), Priority.LIVE)


def tell_of_set_aside(uow: UnitOfWork, inbox: InboxStore) -> None:
    """Of each update once; what comes within ten minutes of a notice is summed up in the next one."""
    untold = inbox.untold()
    if untold and _time_to_tell(uow, inbox):
        tell_owners(uow, "owner-set-aside", count=len(untold), update=str(untold[0]))
        inbox.told(untold)


def tell_of_stuck(uow: UnitOfWork, alarms: AlarmStore) -> None:
    """As with updates: of each timer once, summed up for ten minutes."""
    untold = alarms.untold()
    if untold and _time_to_tell(uow, alarms):
        number, alarm = untold[0]
        tell_owners(uow, "owner-timers-stuck", count=len(untold), number=str(number), alarm=alarm.value)
        alarms.told()


def _time_to_tell(uow: UnitOfWork, books: InboxStore | AlarmStore) -> bool:
    last = books.last_told()
    return last is None or last + BETWEEN <= uow.now
