"""What a refusal makes the desk say, after everything else was undone."""

from __future__ import annotations

from bot.domain.errors import NotCurrent, Refusal, WrongInput
from bot.domain.people import Actor
from bot.domain.statements import MAIN, Face, Notice, Priority, Private, Thread, WindowView
from bot.ports import UnitOfWork


def refused(
    uow: UnitOfWork, actor: Actor, refusal: Refusal, where: Private | Thread, message_id: int | None
) -> str | None:
    """Say it, and tell in which language the actor reads (None: the place's own).

    `message_id`: what was written; None for a press, which is answered at its button. In the dialog the sentence stands
    over the window, which is shown anew; a press on an old window shows the present one.
    """
    if not isinstance(where, Private):
        _say(uow, refusal, where, message_id, message_id)
        return None
    person = uow.people.meet(actor, message_id)
    draft = uow.drafts.of(actor.id)
    if draft is not None and isinstance(refusal, WrongInput | NotCurrent):
        uow.speech.show(where, WindowView(actor.id, draft.id), _face(refusal))
    else:
        _say(uow, refusal, where, message_id, None)
    return person.language


def _say(
    uow: UnitOfWork, refusal: Refusal, where: Private | Thread, message_id: int | None, reply_to: int | None
) -> None:
    if message_id is not None:
        uow.speech.say(where, Notice(refusal.key, refusal.values, reply_to=reply_to), Priority.LIVE)


def _face(refusal: Refusal) -> Face:
    if isinstance(refusal, NotCurrent):
        return MAIN
    return Face("refused", {"key": refusal.key, "values": refusal.values})
