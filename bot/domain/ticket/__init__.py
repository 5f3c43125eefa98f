"""The ticket: what it is, and what each move makes of it."""

from __future__ import annotations

from bot.domain.ticket.asking import MOST_VARIANTS, Asking
from bot.domain.ticket.ending import Ending
from bot.domain.ticket.handing import Handing
from bot.domain.ticket.keeping import Keeping
from bot.domain.ticket.parts import Acceptance, Alarmed, Promise, Question, Transfer, Verdict
from bot.domain.ticket.promising import Promising
from bot.domain.ticket.record import CARD_DESCRIPTION, Field, Kind
from bot.domain.ticket.relating import Relating
from bot.domain.ticket.reminding import Reminding
from bot.domain.ticket.working import Working


class Ticket(Working, Asking, Handing, Promising, Ending, Reminding, Relating, Keeping):
    """One request for support: the fields of `Record`, and the moves of each chapter of its life.

    A move returns the ticket after it and the fact that it was made; or raises the refusal that says why not.
    """

    __slots__ = ()


__all__ = [
    "CARD_DESCRIPTION",
    "MOST_VARIANTS",
    "Acceptance",
    "Alarmed",
    "Field",
    "Kind",
    "Promise",
    "Question",
    "Ticket",
    "Transfer",
    "Verdict",
]
