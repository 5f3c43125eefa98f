"""The commands in Telegram's menu: for whom, in which order, described in each language."""

from __future__ import annotations

from enum import StrEnum

from locales.catalog import Catalog


class Audience(StrEnum):
    """CUSTOMERS: all private chats. STAFF: the staff group."""

    CUSTOMERS = "customers"
    STAFF = "staff"


COMMANDS: dict[Audience, tuple[str, ...]] = {
    Audience.CUSTOMERS: ("start", "new", "my", "help", "language"),
    Audience.STAFF: ("queue", "mine", "history", "confirmed", "unsend", "help"),
}


def commands(catalog: Catalog, language: str, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Name and description of each command, as setMyCommands takes them."""
    return tuple((name, catalog.text(language, f"command-{audience}-{name}")) for name in COMMANDS[audience])
