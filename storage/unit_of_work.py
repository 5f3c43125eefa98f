"""Everything that one update may touch, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot import ports
from bot.domain.rules import DeskRules
from storage.pen import Pen
from storage.repositories.chats import SqlChats
from storage.repositories.drafts import SqlDrafts
from storage.repositories.history import SqlHistory
from storage.repositories.inbox import SqlInbox
from storage.repositories.lease import SqlLease
from storage.repositories.links import SqlLinks
from storage.repositories.messages import SqlMessages
from storage.repositories.outbox import SqlOutbox
from storage.repositories.people import SqlMembers, SqlPeople
from storage.repositories.prompts import SqlPrompts
from storage.repositories.releases import SqlReleases
from storage.repositories.speech import Outgoing, SqlSpeech
from storage.repositories.team import SqlPresence, SqlTeam
from storage.repositories.tickets import SqlTickets
from storage.repositories.timers import Changed, SqlTimers


class SqlUnit:
    """The port `Ledger` over an open transaction, which it neither begins nor ends."""

    def __init__(self, connection: Connection, now: datetime, rules: DeskRules) -> None:
        pen = Pen(connection)
        self.connection = connection
        self.now = now
        self.rules = rules
        self.outgoing = Outgoing()
        self.people: ports.People = SqlPeople(pen)
        self.members: ports.Members = SqlMembers(pen)
        self.team: ports.Team = SqlTeam(pen, now)
        self.presence: ports.Presence = SqlPresence(pen, now)
        self.drafts: ports.Drafts = SqlDrafts(pen)
        changed = Changed()
        self._timers = SqlTimers(pen, now, rules, self.people, changed, self.outgoing)
        self.timers: ports.Timers = self._timers
        self.alarms: ports.AlarmStore = self._timers
        self.tickets: ports.Tickets = SqlTickets(pen, rules, changed)
        self.releases: ports.Releases = SqlReleases(pen)
        self.messages: ports.Messages = SqlMessages(pen)
        self.links: ports.Links = SqlLinks(pen)
        self.prompts: ports.Prompts = SqlPrompts(pen)
        self.history: ports.History = SqlHistory(pen)
        self.speech: ports.Speech = SqlSpeech(pen, now, self.outgoing)
        self.chats: ports.Chats = SqlChats(pen)
        self.lease: ports.LeaseStore = SqlLease(pen)
        self.inbox: ports.InboxStore = SqlInbox(pen, now)
        self.outbox: ports.OutboxStore = SqlOutbox(pen, self.outgoing)
        self._deeds: dict[Callable[[ports.UnitOfWork], None], None] = {}

    def afterwards(self, deed: Callable[[ports.UnitOfWork], None]) -> None:
        self._deeds[deed] = None

    def finish(self) -> None:
        """The job is done: what follows from it by itself is stored with it."""
        deeds, self._deeds = self._deeds, {}
        for deed in deeds:
            deed(self)
        self._timers.finish()
