"""The desk file was read again: what has changed, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.changes import Change
from bot.domain.statements import Notice, Priority, Private, Thread
from bot.ports import Mistake, UnitOfWork


def tell_reread(
    uow: UnitOfWork, changes: Sequence[Change], where: Thread | None = None, reply_to: int | None = None
) -> None:
    """To whom it concerns: the one who asked `where`, else the owners in private."""
    key = "desk-file-read" if changes else "desk-file-same"
    _tell(uow, Notice(key, {"lines": list(changes)} if changes else {}, reply_to=reply_to), where)


def tell_misset(
    uow: UnitOfWork, mistakes: Sequence[Mistake], where: Thread | None = None, reply_to: int | None = None
) -> None:
    lines = [(mistake.key, mistake.values) for mistake in mistakes]
    _tell(uow, Notice("desk-file-misset", {"lines": lines}, reply_to=reply_to), where)


def _tell(uow: UnitOfWork, notice: Notice, where: Thread | None) -> None:
    for to in [where] if where else [Private(owner) for owner in sorted(uow.rules.owners)]:
        uow.speech.say(to, notice, Priority.LIVE)
