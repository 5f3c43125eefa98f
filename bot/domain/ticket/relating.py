"""What a ticket has to do with others: links, merges, messages that belong elsewhere. No moves: the state stays."""

from __future__ import annotations

from datetime import datetime

from bot.domain import facts
from bot.domain.errors import SameTicket, StaffOnly
from bot.domain.lifecycle import Role
from bot.domain.people import Actor
from bot.domain.ticket.record import Record


class Relating(Record):
    __slots__ = ()

    def linked(self, other: Record, *, by: Actor, at: datetime) -> facts.TicketLinked:
        """Related to another ticket, of whichever customer; by any member, in any state."""
        same = self._relates(other, by)
        return facts.TicketLinked(*self._step(self, by, at), other=other.number, same_customer=same)

    def unlinked(self, other: Record, *, by: Actor, at: datetime) -> facts.TicketUnlinked:
        same = self._relates(other, by)
        return facts.TicketUnlinked(*self._step(self, by, at), other=other.number, same_customer=same)

    def absorbed(self, merged: Record, *, by: Actor, at: datetime) -> facts.TicketAbsorbed:
        """What `merge` of the other ticket means to this one."""
        return facts.TicketAbsorbed(*self._step(self, by, at), merged=merged.number)

    def moved_message(self, message: int, *, origin: int, into: int, by: Actor, at: datetime) -> facts.MessageMoved:
        return facts.MessageMoved(*self._step(self, by, at), message=message, origin=origin, into=into)

    def _relates(self, other: Record, by: Actor) -> bool:
        """Whether both are of one customer."""
        if Role.MEMBER not in self.roles(by):
            raise StaffOnly
        if other.number == self.number:
            raise SameTicket(number=self.number)
        return other.customer_id == self.customer_id
