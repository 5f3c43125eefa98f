"""The menu of commands."""

from __future__ import annotations

import re

import pytest

from bot.screens.commands import Audience, commands
from locales import LANGUAGES
from tests.screens.builders import CATALOG


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", Audience)
def test_every_command_is_described_in_every_language(audience: Audience, language: str) -> None:
    menu = commands(CATALOG, language, audience)
    assert menu
    for name, description in menu:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(description) <= 256


def test_customers_and_staff_have_commands_of_their_own() -> None:
    customers = {name for name, _ in commands(CATALOG, "en", Audience.CUSTOMERS)}
    staff = {name for name, _ in commands(CATALOG, "en", Audience.STAFF)}
    assert customers == {"start", "new", "my", "help", "language"}
    team = {"team", "join", "leave", "away", "here"}
    ending = {"merge", "link", "unlink", "move", "file"}
    assert staff == {"queue", "mine", "history", "releases", "confirmed", "unsend", "decline", "help"} | team | ending


def test_only_leads_and_owners_see_what_would_refuse_others() -> None:
    staff, leads, owners = (
        commands(CATALOG, "en", audience) for audience in (Audience.STAFF, Audience.LEADS, Audience.OWNERS)
    )
    assert leads[: len(staff)] == staff
    assert [name for name, _ in leads[len(staff) :]] == ["reopen", "release", "publish", "withdraw"]
    assert owners == (*leads, ("reload", "Read the desk file again"))
