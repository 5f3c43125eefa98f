"""The settings that rules depend on, as the rules see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar
from bot.domain.intake import Form
from bot.domain.sla import Terms
from bot.domain.team import Service, support
from bot.domain.times import Times


@dataclass(frozen=True, slots=True)
class DeskRules:
    """One desk. `zone` is an IANA name; `owners` are Telegram ids; `album_pause` is how long an album is gathered.

    `services` by their keys, never empty: without any there is one, "support", in `staff_chat_id`. The first one is the
    default: new tickets come to it. `contacts`: how else to reach the team, by language. `terms`: the desk's own, for
    everybody without an agreement.
    """

    staff_chat_id: int
    form: Form
    company: str
    zone: str = "UTC"
    language: str = "en"
    staff_language: str = "en"
    owners: frozenset[int] = frozenset()
    album_pause: timedelta = timedelta(seconds=1)
    services: Mapping[str, Service] = field(default_factory=dict)
    contacts: Mapping[str, str] = field(default_factory=dict)
    times: Times = field(default_factory=Times)
    terms: Terms = field(default_factory=Terms)

    def __post_init__(self) -> None:
        if not self.services:
            only = support(self.staff_chat_id)
            object.__setattr__(self, "services", {only.key: only})

    @property
    def time_zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def staff_chats(self) -> frozenset[int]:
        """The groups of all services."""
        return frozenset(service.chat_id for service in self.services.values())

    @property
    def default_service(self) -> Service:
        return next(iter(self.services.values()))

    def hours_of(self, service: str) -> Calendar:
        """When that service works; one that the desk has no more, as the default one."""
        return self.services.get(service, self.default_service).calendar

    def services_in(self, chat_id: int) -> tuple[Service, ...]:
        """In the order of the file; several services may share a group."""
        return tuple(service for service in self.services.values() if service.chat_id == chat_id)

    def service_of_chat(self, chat_id: int) -> Service | None:
        """The first one of those that live there."""
        return next(iter(self.services_in(chat_id)), None)

    def moved(self, present: Callable[[int], int]) -> DeskRules:
        """The same desk with the ids that its groups have by now."""
        services = {key: replace(one, chat_id=present(one.chat_id)) for key, one in self.services.items()}
        return replace(self, staff_chat_id=present(self.staff_chat_id), services=services)
