"""Who is there: a desk of three services in two staff groups, its people, and its desk file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.sandbox.chats import Member
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Forum

FILE = """
[services.support]
name = { en = "Support", ru = "Поддержка" }
assignment = "round_robin"
capacity = 3
calendar = "office"
leads = [LEAD]
[services.web]
name = "Web"
assignment = "manual"
[services.backend]
name = { en = "Backend", ru = "Бэкенд" }
chat = CHAT
calendar = "office"
[calendars.office]
zone = "Europe/Berlin"
holidays = [2026-03-12]
[calendars.office.hours]
mon-fri = "8:00-12:30, 13:00-20:00"
[targets.any.wrong]
first_response = "1h"
next_reply = "2h"
resolution = "1d"
[targets.any.stopped]
resolution = "4h"
[times]
not_taken = "40m"
not_picked_up = "60m"
question_reminders = [1]
silence = 2
acceptance = "2d"
acceptance_reminder = "12h"
after_reminder = "24h"
disagreement_reason = "6h"
unreachable = "12h"
reopen = "5d"
nudge = 1
nudge_lead = 2
draft_recall = "12h"
draft_discard = "2d"
"""
CAPACITY = 3
CHANGES = (
    ("", ""),
    ('assignment = "round_robin"', 'assignment = "manual"'),
    ('assignment = "manual"', 'assignment = "round_robin"'),
    ('not_taken = "40m"', 'not_taken = "15m"'),
    ("[targets.any.stopped]", "[targets.any.nonsense]"),
)
"""What the owner tries in the file before a `/reload`; the last one is a mistake."""
NAMES = (("Anna", "en"), ("Борис", "ru"), ("<b>Cy</b>&", "de"), ("Z\u0351\u036b\u0343" * 16, "en"))


class Cast:
    """Olga works in both groups, Max leads by the file, Bella and Kurt are of Backend, Dana leads there alone."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self.backend = telegram.forum("Backend staff")
        self.groups: list[Forum] = [telegram.staff, self.backend]
        self.customers = [telegram.customer(name, language=language) for name, language in NAMES]
        self.ivan, self.olga, self.max = (telegram.member(name) for name in ("Ivan", "Olga", "<i>Max"))
        self.bella, self.kurt = (telegram.member(name, chat=self.backend) for name in ("Bella", "Kurt"))
        self.backend.chat.members[self.olga.id] = Member(self.olga.account)
        self.owner = telegram.admin("Olaf")
        self.members = [self.ivan, self.olga, self.max, self.bella, self.kurt]
        self.leads = [telegram.admin("Lena"), telegram.admin("Ghost", anonymous=True), self.owner]
        self.dana = telegram.admin("Dana", chat=self.backend)

    @property
    def staff(self) -> list[Person]:
        return [*self.members, *self.leads, self.dana]

    @property
    def leading(self) -> frozenset[int]:
        """Whom a lead's moves of tickets of the first group may come from."""
        return frozenset(one.id for one in (*self.leads, self.max))

    def of(self, service: str) -> list[Person]:
        """Who works there in the beginning."""
        return [who for who, _, words in self.joining() if words == f"/join {service}"]

    def homes(self, who: Person) -> list[Forum]:
        """The groups that somebody is in now."""
        return [group for group in self.groups if _present(group, who)]

    def joining(self) -> Iterator[tuple[Person, Forum, str]]:
        """Who joins which service at the beginning."""
        home = self.telegram.staff
        yield from ((who, home, "/join support") for who in (self.ivan, self.olga, self.max))
        yield from ((who, home, "/join web") for who in (self.olga, self.max))
        yield from ((who, self.backend, "/join backend") for who in (self.bella, self.kurt, self.olga))

    def write(self, file: Path, change: tuple[str, str] = ("", "")) -> None:
        text = FILE.replace("CHAT", str(self.backend.chat_id)).replace("LEAD", str(self.max.id))
        file.write_text(text.replace(*change) if change[0] else text, "utf-8")


def _present(group: Forum, who: Person) -> bool:
    member = group.chat.members.get(who.id)
    return member is not None and member.present
