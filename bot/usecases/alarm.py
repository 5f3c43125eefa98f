"""Telling the owners, in private, what only they can mend."""

from __future__ import annotations

from typing import Any

from bot.domain.statements import Notice, Priority, Private
from bot.ports import UnitOfWork


def tell_owners(uow: UnitOfWork, key: str, **values: Any) -> None:
    """One notice to each owner; who has never started the bot cannot be reached, and the log has it as well."""
    for owner in sorted(uow.rules.owners):
        uow.speech.say(Private(owner), Notice(key, values), Priority.LIVE)
