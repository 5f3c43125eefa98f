"""Tickets that wait because nobody can be given them: the leads hear of each once."""

from __future__ import annotations

from bot.domain.statements import Notice, Thread
from bot.domain.team import Assignment
from bot.ports import UnitOfWork
from bot.usecases.outcome import calling, serve_queues


def look_after_queues(uow: UnitOfWork) -> None:
    """For all that nobody's move brings about: working hours begin, an absence ends, the desk file has changed.

    Only within working hours is it news that nobody is there.
    """
    serve_queues(uow)
    for service in uow.rules.services.values():
        if service.assignment is Assignment.MANUAL or not service.calendar.open_at(uow.now):
            continue
        if numbers := list(uow.tickets.stranded_in(service.key)):
            values = {"service": service.name(uow.rules.staff_language), "numbers": numbers}
            told = calling(Notice("staff-stranded", values), uow.members.leads(service.chat_id))
            uow.speech.say(Thread(service.chat_id, None), told)
