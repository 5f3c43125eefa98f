"""A desk's environment: the settings it needs, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

REQUIRED = {"BOT_TOKEN": "123456789:AAExample-token_of_the_tests", "STAFF_CHAT_ID": "-1001234567890"}


@pytest.fixture
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No setting at all, and no `.env` lies about."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.upper().startswith("DESKGRAM_")]:
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.fixture
def database(empty_environment: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the desk's data would be, with all that is required set; there is no such file yet."""
    file = tmp_path / "desk.sqlite3"
    for name, value in {**REQUIRED, "DATABASE_URL": f"sqlite:///{file}"}.items():
        empty_environment.setenv(f"DESKGRAM_{name}", value)
    return file


@pytest.fixture
def cli() -> CliRunner:
    return CliRunner()
