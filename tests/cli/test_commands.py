from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bot.cli.commands import app
from tests.cli.processes import ROOT

HEAVY = ("aiogram", "aiohttp", "alembic", "pydantic", "sqlalchemy", "structlog")


@pytest.mark.usefixtures("empty_environment")
@pytest.mark.parametrize("command", ["run", "check", "migrate", "health", "inbox list", "outbox drop 1"])
def test_a_missing_setting_is_said_in_one_sentence_with_exit_code_2(cli: CliRunner, command: str) -> None:
    result = cli.invoke(app, command.split())
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "DESKGRAM_BOT_TOKEN is missing",
        "DESKGRAM_STAFF_CHAT_ID is missing",
    ]
    assert result.stdout == ""


def test_the_program_alone_shows_its_commands(cli: CliRunner) -> None:
    shown = cli.invoke(app, []).output
    assert all(f"  {command} " in shown for command in ("run", "demo", "check", "migrate", "health", "inbox", "outbox"))


def test_help_does_not_wait_for_anything_heavy() -> None:
    code = f"import sys, bot.__main__, bot.cli.commands; sys.exit(str(set(sys.modules) & set({HEAVY})))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "set()"
