from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.scale.__main__ import measured, table
from tests.bench.scale.fill import fill
from tests.bench.scale.size import FACTS, LONG, MESSAGES, Size
from tests.warm import warm

__all__ = ["warm"]
TINY, SMALL = Size(200), Size(1000)


def test_what_sqlite_has_made_is_a_whole_desk(tmp_path: Path) -> None:
    fill(tmp_path / "desk.sqlite3", TINY)
    with closing(sqlite3.connect(tmp_path / "desk.sqlite3")) as db:
        counts = {
            name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - three names from here
            for name in ("tickets", "messages", "history")
        }
        assert counts == {"tickets": 200, "messages": 200 * MESSAGES, "history": 200 * FACTS + LONG - FACTS}
        assert db.execute("SELECT count(*) FROM tickets WHERE status <> 'closed'").fetchone() == (TINY.open,)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_screen_costs_as_many_statements_on_a_desk_five_times_as_big(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny, small = measured(tmp_path, TINY, 2), measured(tmp_path, SMALL, 2)
    assert [one.statements for one in tiny] == [one.statements for one in small]
    assert len(table(tiny).splitlines()) == len(tiny) + 2
    assert "1,000 tickets, 10,000 messages" in capsys.readouterr().out
    assert not list(tmp_path.glob("*.sqlite3"))
