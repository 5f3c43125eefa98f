"""Who gets the next ticket: who is eligible, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.facts import Fact, TicketReassigned
from bot.domain.lifecycle import Status
from bot.domain.people import Person
from bot.domain.team import Service
from bot.domain.ticket import Ticket

ACTIVE = frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.TRANSFERRED})
"""In these a ticket is in its executor's hands, and counts against the capacity; while it waits it does not."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may be given a ticket. `active`: how many are in their hands. `turn`: that of the newest ticket they
    were given automatically in the service, the higher the later; 0 none. `away`: they have said so.
    """

    person: Person
    active: int = 0
    turn: int = 0
    away: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """The members of a service; `at_work`: it is within the working hours, which are those of all its members."""

    service: Service
    members: tuple[Colleague, ...]
    at_work: bool = True

    @property
    def has_room(self) -> bool:
        """Whether anybody is there for one more ticket."""
        return any(self._free(member) for member in self.members)

    def eligible(self, member: Colleague, ticket: Ticket) -> bool:
        return self._free(member) and member.person.id not in (*ticket.declined, ticket.executor_id)

    def next_for(self, ticket: Ticket) -> Colleague | None:
        """The least recently assigned who is eligible: whoever is passed over comes first as soon as they are."""
        found = [member for member in self.members if self.eligible(member, ticket)]
        return min(found, key=lambda member: member.turn, default=None)

    def given(self, one: Colleague) -> tuple[Roster, int]:
        """The roster after one more ticket was given to a member, and the turn which that was."""
        turn = max(member.turn for member in self.members) + 1
        after = replace(one, active=one.active + 1, turn=turn)
        return replace(self, members=tuple(after if member is one else member for member in self.members)), turn

    def _free(self, member: Colleague) -> bool:
        return self.at_work and not member.away and member.active < self.service.capacity


def stirs_queue(fact: Fact) -> bool:
    """Whether a ticket waits now that did not, or somebody has room who may have had none."""
    if isinstance(fact, TicketReassigned):
        return True
    let_go = fact.source in ACTIVE and fact.to not in ACTIVE
    return let_go or (fact.to is Status.RECEIVED and fact.source is not Status.RECEIVED)
