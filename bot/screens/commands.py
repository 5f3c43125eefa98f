"""The commands in Telegram's menu: for whom, in which order, described in each language."""

from __future__ import annotations

from enum import StrEnum

from locales.catalog import Catalog


class Audience(StrEnum):
    """CUSTOMERS: all private chats. STAFF: the staff groups; LEADS: their administrators, and OWNERS: those who
    run the desk, there.
    """

    CUSTOMERS = "customers"
    STAFF = "staff"
    LEADS = "leads"
    OWNERS = "owners"


STAFF = (
    "queue", "mine", "history", "releases", "confirmed", "unsend", "decline", "merge", "link", "unlink", "move", "file",
    "team", "join", "leave", "away", "here", "help",
)  # fmt: skip
LEADS = ("reopen", "release", "publish", "withdraw")
COMMANDS: dict[Audience, tuple[str, ...]] = {
    Audience.CUSTOMERS: ("start", "new", "my", "help", "language"),
    Audience.STAFF: STAFF,
    Audience.LEADS: (*STAFF, *LEADS),
    Audience.OWNERS: (*STAFF, *LEADS, "reload"),
}


def commands(catalog: Catalog, language: str, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Name and description of each command, as setMyCommands takes them."""
    return tuple((name, catalog.text(language, f"command-{_of(audience, name)}")) for name in COMMANDS[audience])


def _of(audience: Audience, name: str) -> str:
    """What the staff have is called the same for leads and owners, and what leads have for owners."""
    if audience is Audience.CUSTOMERS:
        return f"{audience}-{name}"
    return f"{Audience.STAFF if name in STAFF else Audience.LEADS if name in LEADS else audience}-{name}"
