"""The three ways in which a period is refused."""

from __future__ import annotations

from bot.domain.errors import WrongInput


class PeriodNotUnderstood(WrongInput):
    """Not a phrase of the grammar, or one that could mean two things: it is refused rather than guessed."""


class PeriodEndsBeforeStart(WrongInput):
    """The end lies before the start."""


class PeriodInFuture(WrongInput):
    """The problem cannot have occurred yet: the start or the end is more than five minutes ahead."""
