"""What buttons carry: ids and what the presser saw. Everything in here is untrusted when it comes back."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Id = Annotated[int, Field(ge=0, lt=2**63)]
"""What a database can look up; anything else is no button of the desk."""


class DraftPress(CallbackData, prefix="d"):
    """A button of the dialog's window. `value` is an index into the step's choices, a step or a zone's name.

    `do`: choose, next, back, edit, period, no_log, anew, zone, submit, cancel, discard, keep.
    """

    draft: Id
    version: Id
    do: str
    value: str = ""


class NewPress(CallbackData, prefix="n"):
    """New request."""


class TicketPress(CallbackData, prefix="t"):
    """A customer's button about a ticket.

    `do`: solved, not_solved, close, close_sure, close_keep, rate, open, reopen, story.
    """

    number: Id
    turn: Id
    do: str
    value: Id = 0


class QuestionPress(CallbackData, prefix="q"):
    """A customer's button under what the staff have asked; `message` is the desk's id of the question.

    `do`: answer, choose (`value` is the solution's index), commit, done, cannot; chosen is nothing to press any more.
    """

    number: Id
    message: Id
    do: str
    value: Id = 0


class HeldPress(CallbackData, prefix="h"):
    """Where the held messages belong: a ticket's `number`, or 0 for a new request (or the one being written).

    `do`: ticket, new, solved, not_solved, reopen, comment.
    """

    number: Id
    do: str


class CardPress(CallbackData, prefix="c"):
    """A button of a ticket's card. `value`: a cause, an id of a person or a release, a field, an index, a page, what
    the customer is asked for, a service's mark.

    `do`: take, complete, cause, last_reply, take_back, ask, ask_for, withdraw_question, assign, assign_to,
    assign_page, give, give_to, give_page, correct, field, set, decline, main; promise, promise_anew, as_fault and
    as_improvement (pages), for_fault and for_improvement (releases), unpromise; told_page, told, unplanned; more,
    merge, merge_into, link, link_to, unlink, unlink_from, reject, give_up, reopen; transfer, to, pick_up, verdict,
    no_variants, hand_back, recall, offer.
    """

    number: Id
    turn: Id
    do: str
    value: str = ""


class ReleasePress(CallbackData, prefix="v"):
    """The second word about a change of a release. `do`: publish, withdraw, keep."""

    release: Id
    turn: Id
    do: str


class RetryPress(CallbackData, prefix="r"):
    """Send a message that did not arrive once more; `message` is the desk's id of it."""

    message: Id


class LanguagePress(CallbackData, prefix="l"):
    language: str


class PagePress(CallbackData, prefix="p"):
    """Turn a listing's page. `name`: my, queue, mine, releases; `owner`: whose list it is, or 0."""

    name: str
    page: Id
    owner: Id = 0
