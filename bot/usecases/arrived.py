"""The customer has got something: from then on they have time to answer."""

from __future__ import annotations

from bot.domain.statements import Buttons, Notice
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.outcome import say_to_staff


def reply_arrived(uow: UnitOfWork, number: int) -> None:
    """A message of the staff. What is to be accepted is counted from the question that follows it; and anew from
    whatever the staff say after that.
    """
    ticket = uow.tickets.get(number)
    if ticket.acceptance is not None and ticket.acceptance.since is not None:
        _store(uow, ticket, ticket.reply_arrived(uow.now))


def notice_arrived(uow: UnitOfWork, notice: Notice) -> None:
    """A reminder; or the question whether it is solved. What the ticket has left behind counts no more."""
    asks = notice.buttons is Buttons.COMPLETED
    if notice.number is None or not (notice.reminds or asks):
        return
    ticket = uow.tickets.get(notice.number)
    if notice.reminds:
        _store(uow, ticket, ticket.reminder_arrived(uow.now, notice.values.get("closes")))
    elif ticket.turn == notice.turn:
        _store(uow, ticket, ticket.reply_arrived(uow.now))


def reminder_refused(uow: UnitOfWork, notice: Notice, reason: str) -> None:
    """Nothing ends by itself before a reminder has arrived: the team is told that this one did not."""
    ticket = uow.tickets.get(notice.number or 0)
    if ticket.turn == notice.turn:
        values = {"number": ticket.number, "reason": reason}
        say_to_staff(uow, ticket, Notice("staff-reminder-refused", values, number=ticket.number))


def _store(uow: UnitOfWork, ticket: Ticket, after: Ticket) -> None:
    if after is not ticket:
        uow.tickets.save(after)
