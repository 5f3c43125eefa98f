"""``python -m bot.sandbox``: the local Telegram with its page, and a desk at work in it."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from asyncio.subprocess import Process
from pathlib import Path
from string import Template

from bot.sandbox.desk import environment
from bot.sandbox.loop import IdleLoop
from bot.sandbox.people import Person
from bot.sandbox.telegram import LocalTelegram
from bot.sandbox.views import Forum

PATIENCE = 5
"""Seconds that the desk gets for a clean stop."""
CUSTOMERS = (("Anna", "en"), ("Борис", "ru"), ("Carla", "en"))
STAFF = (("Ivan", "en"), ("Павел", "ru"))
OTHERS = (("Victor", "en"), ("Нина", "ru"))
LEAD = ("Olga", "en")
DESK_FILE = Template((Path(__file__).parent / "demo.toml").read_text())


class DemoDesk:
    """The desk as a child process."""

    def __init__(self, variables: dict[str, str], telegram: LocalTelegram) -> None:
        self.restarts = 0
        self._variables = os.environ | variables
        self._telegram = telegram
        self._process: Process | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        command = (sys.executable, "-m", "bot.sandbox.desk")
        self._process = await asyncio.create_subprocess_exec(*command, env=self._variables)
        self._telegram.world.events.emit("state")

    async def restart(self) -> None:
        """Kill it as a power cut would, and start anew."""
        if self._process and self.running:
            self._process.kill()
            await self._process.wait()
        self.restarts += 1
        await self.start()

    async def stop(self) -> None:
        if not self._process or not self.running:
            return
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


async def people(telegram: LocalTelegram, backend: Forum) -> Person:
    """The lead of both groups, who runs the desk, too."""
    for name, language in CUSTOMERS:
        telegram.customer(name, language=language)
    for name, language in STAFF:
        telegram.member(name, language=language)
    for name, language in OTHERS:
        telegram.member(name, language=language, chat=backend)
    name, language = LEAD
    lead = telegram.admin(name, language=language)
    await telegram.promote(lead, backend)
    return lead


async def demo(port: int, language: str, folder: Path) -> None:
    """Run until interrupted."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with LocalTelegram(standing=False, port=port) as telegram:
        telegram.control.language = language
        backend = telegram.forum("Backend")
        lead = await people(telegram, backend)
        file = folder / "desk.toml"
        file.write_text(DESK_FILE.substitute(backend=backend.chat_id))
        database = f"sqlite:///{folder / 'desk.sqlite3'}"
        variables = environment(telegram.url, telegram.token, telegram.staff.chat_id, database, (lead.id,))
        variables |= {"DESKGRAM_STAFF_LANGUAGE": language, "DESKGRAM_DESK_FILE": str(file)}
        desk = telegram.control.desk = DemoDesk(variables, telegram)
        print(f"The desk and its Telegram are at {telegram.url}", flush=True)
        print(f"Its desk file is {file}", flush=True)
        await desk.start()
        try:
            await stopped.wait()
        finally:
            await desk.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A desk on a local Telegram.")
    parser.add_argument("--port", type=int, default=0, help="of the page; a free one when not given")
    parser.add_argument("--language", choices=("en", "ru"), default="en", help="of the staff group")
    parser.add_argument("--data", type=Path, help="folder of the database; a temporary one when not given")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deskgram-") as temporary, asyncio.Runner(loop_factory=IdleLoop) as runner:
        folder: Path = given.data or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        runner.run(demo(given.port, given.language, folder))


if __name__ == "__main__":
    main()
