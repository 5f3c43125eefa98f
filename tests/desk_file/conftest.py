"""A desk file, written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.app import desk_rules
from bot.domain.rules import DeskRules
from bot.settings import Settings

STAFF = -1001234567890
Read = Callable[[str], DeskRules]


def settings(**more: Any) -> Settings:
    token = "123456789:AAExample-token_of_the_tests"
    return Settings(_env_file=None, bot_token=token, staff_chat_id=STAFF, timezone="Europe/Berlin", **more)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The rules of a desk with this file."""

    def read(text: str) -> DeskRules:
        file = tmp_path / "desk.toml"
        file.write_text(text, "utf-8")
        return desk_rules(settings(desk_file=str(file)))

    return read
