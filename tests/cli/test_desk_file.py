"""The desk file at the command line: named with line and remedy, read again on SIGHUP by a process that stays."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.commands import app
from bot.sandbox.desk import environment
from bot.sandbox.telegram import LocalTelegram
from tests.cli.processes import LIMIT, deskgram, until

WRONG = "[services.support]\ncapacity = 0\n[time]\n"
SENTENCES = (
    "desk.toml, line 2: services.support.capacity is wrong (0): set it to a whole number above 0.\n"
    "desk.toml, line 3: time is unknown: take it out, or write one of services, calendars, targets, times, help.\n"
)


@pytest.mark.parametrize("command", ["run", "check"])
def test_a_wrong_file_keeps_the_desk_from_starting(cli: CliRunner, database: Path, command: str) -> None:
    (database.parent / "desk.toml").write_text(WRONG, "utf-8")
    result = cli.invoke(app, [command])
    assert result.exit_code == 2
    assert result.stderr == SENTENCES
    assert not database.exists()


@pytest.mark.parametrize("command", ["migrate", "health"])
def test_other_commands_do_not_look_at_it(cli: CliRunner, database: Path, command: str) -> None:
    (database.parent / "desk.toml").write_text(WRONG, "utf-8")
    assert "desk.toml" not in cli.invoke(app, [command]).output


async def test_the_check_looks_at_every_group(
    cli: CliRunner, database: Path, empty_environment: pytest.MonkeyPatch
) -> None:
    async with LocalTelegram() as telegram:
        web = telegram.forum("Web team")
        file = f"[services.support]\nname = 'Help'\n[services.web]\nchat = {web.chat_id}\n"
        (database.parent / "desk.toml").write_text(file, "utf-8")
        desk = environment(telegram.url, telegram.token, telegram.staff.chat_id, f"sqlite:///{database}")
        for name, value in desk.items():
            empty_environment.setenv(name, value)
        good = await asyncio.to_thread(cli.invoke, app, ["check"])
        assert "✓ The services are: Help, web." in good.stdout
        assert good.stdout.count("✓ Topics are on.") == 2
        await telegram.forum_off(web)
        bad = await asyncio.to_thread(cli.invoke, app, ["check"])
    assert bad.exit_code == 1
    assert "✓ The staff chat is “Web team”.\n✗ Topics are off" in bad.stdout


async def test_sighup_has_the_file_read_again_by_a_process_that_stays(tmp_path: Path) -> None:
    async with LocalTelegram(standing=False) as telegram:
        bob = telegram.customer("Bob")
        database = f"sqlite:///{tmp_path / 'desk.sqlite3'}"
        desk = environment(telegram.url, telegram.token, telegram.staff.chat_id, database, (bob.id,))

        async def bob_hears(words: str) -> None:
            await until(lambda: words in str(bob.chat.transcript()))

        async with deskgram(tmp_path, "run", settings=desk) as process:
            await bob.start()
            await bob_hears("Hello, Bob!")
            for words, answer in ((WRONG, "capacity is wrong (0)"), ("[services.web]", "New services: web")):
                (tmp_path / "desk.toml").write_text(words, "utf-8")
                process.send_signal(signal.SIGHUP)
                await bob_hears(answer)
            process.terminate()
            _, errors = await asyncio.wait_for(process.communicate(), LIMIT)
    assert process.returncode == 0
    events = [json.loads(line)["event"] for line in errors.decode().splitlines()]
    assert [event for event in events if event.startswith(("desk_file", "begins"))] == [
        "desk_file_misset",
        "desk_file_read",
        "begins_anew",
    ]
