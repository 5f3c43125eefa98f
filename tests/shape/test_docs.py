"""What the documents say is there, and what is there is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli.commands import app
from bot.domain.lifecycle import Move
from tests.shape import lifecycle_table
from tests.shape.settings_table import README, with_table

ROOT = README.parent
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
OF_THE_OWNERS = {"desk.toml"}
"""What people write for themselves, from an example."""
LOGGED = re.compile(r"""(?:\blog|get_logger\("\w+"\))\.\w+\(\s*([^,)]*)""")
"""What a line of the log is called."""
IN_CODE = re.compile(r"`([\w./-]+/[\w.-]+\.\w+|[\w-]+\.(?:md|toml|yaml))`")


def test_the_readme_lists_the_settings_as_they_are() -> None:
    readme = README.read_text("utf-8")
    assert readme == with_table(readme), "write it anew: python -m tests.shape.settings_table"


def test_the_table_of_moves_is_the_one_that_the_desk_goes_by() -> None:
    page = lifecycle_table.PAGE.read_text("utf-8")
    assert page == lifecycle_table.with_table(page), "write it anew: python -m tests.shape.lifecycle_table"
    assert set(lifecycle_table.WHAT) == set(Move)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_whatever_a_document_links_to_is_there(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_whatever_file_a_document_names_is_there(document: Path) -> None:
    names = IN_CODE.findall(document.read_text("utf-8"))
    assert [name for name in names if not (ROOT / name).exists() and name not in OF_THE_OWNERS] == []


def test_the_readme_names_every_command() -> None:
    readme = README.read_text("utf-8")
    commands = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert [name for name in commands if f"`deskgram {name}`" not in readme] == []
    groups = [group.name for group in app.registered_groups]
    assert [name for name in groups if f"`deskgram {name} list`" not in readme] == []


def test_whatever_the_log_says_is_explained_and_nothing_else() -> None:
    files = [file for room in ("bot", "handlers", "storage") for file in (ROOT / room).rglob("*.py")]
    said = LOGGED.findall("".join(file.read_text("utf-8") for file in files))
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    rows = page.partition("| Event |")[2].partition("\n\n")[0].splitlines()[2:]
    events = " ".join(row.split("|")[1].partition(" with ")[0] for row in rows)
    assert set(re.findall(r"`(\w+)`", events)) == set(re.findall(r'"(\w+)"', " ".join(said)))


def test_every_decision_is_in_the_list_of_decisions() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    records = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert records
    assert LINK.findall(listed) == records
