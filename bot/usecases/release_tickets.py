"""A change of a release reaches the tickets concerned: a date is moved, it is out, it is withdrawn (9, 10, 10a)."""

from __future__ import annotations

from bot.domain.lifecycle import Status
from bot.domain.people import Actor, Standing
from bot.domain.release import BATCH, Release, ReleaseState
from bot.domain.statements import Priority
from bot.domain.ticket import Ticket
from bot.ports import UnitOfWork
from bot.usecases.outcome import settle


def change_release(uow: UnitOfWork, release: Release) -> None:
    """Store a change, and bring it to the first tickets; the others follow, also after a crash."""
    _tell_batch(uow, uow.releases.save(release))


def tell_next(uow: UnitOfWork) -> bool:
    """The next batch of whatever is unfinished. Whether there was any."""
    release = uow.releases.unfinished()
    if release is None:
        return False
    _tell_batch(uow, release)
    return True


def _tell_batch(uow: UnitOfWork, release: Release) -> None:
    """In ascending number; how far it got is stored with what was said, so that nobody is told twice or forgotten."""
    tickets = uow.tickets.promised(release.id, release.told)
    for ticket in tickets:
        _tell(uow, release, ticket)
    if len(tickets) < BATCH:
        uow.releases.save(release.told_all())
    else:
        uow.releases.save(release.told_up_to(tickets[-1].number))


def _tell(uow: UnitOfWork, release: Release, ticket: Ticket) -> None:
    """The desk moves the ticket, at the word of the lead who changed the release. Live conversation goes before."""
    by, at = Actor(release.by_id, release.by_name, standing=Standing.DESK), uow.now
    waits = ticket.status is Status.WAITING_RELEASE
    match release.state:
        case ReleaseState.SCHEDULED if waits and ticket.promise and ticket.promise.on != release.on:
            settle(uow, *ticket.postpone_release(release.on, by=by, at=at), Priority.NOTICE)
        case ReleaseState.PUBLISHED if waits:
            settle(uow, *ticket.publish(by=by, at=at), Priority.NOTICE)
        case ReleaseState.WITHDRAWN if ticket.status is Status.COMPLETED:
            settle(uow, *ticket.unpublish(by=by, at=at), Priority.NOTICE)
        case ReleaseState.WITHDRAWN if ticket.solved_by_release:
            settle(uow, ticket, ticket.warn_of_withdrawal(by=by, at=at), Priority.NOTICE)
        case _:
            pass
