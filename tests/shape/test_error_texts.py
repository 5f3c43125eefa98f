"""What Telegram's refusals mean is read in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READER = ROOT / "bot" / "delivery" / "outcome.py"
FOLDERS = ("bot", "handlers", "storage", "locales")
READS_TEXT = re.compile(
    r"\b(?:str|repr)\((?:error|e|exc|exception)\)(?!\.__)|\b(?:error|e|exc|exception)\.(?:message|description|args)\b"
    r"|\.retry_after\b.*\berror\b|\bTelegramBadRequest\b|\bTelegramForbiddenError\b|\bTelegramConflictError\b"
)


def sources() -> list[Path]:
    """The desk's own: the local Telegram writes the refusals, and so knows them."""
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return [path for path in found if "sandbox" not in path.parts and path != READER]


def test_nothing_but_the_error_table_reads_error_texts() -> None:
    lines = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if READS_TEXT.search(line)
    ]
    assert not lines


@pytest.mark.parametrize(
    "slip",
    ['if "kicked" in str(error):', 'if "not found" in error.message.lower():', "except TelegramBadRequest:"],
)
def test_reading_an_error_text_is_recognised(slip: str) -> None:
    assert READS_TEXT.search(slip)


def test_the_error_table_itself_would_be_found() -> None:
    assert READS_TEXT.search(READER.read_text("utf-8"))
