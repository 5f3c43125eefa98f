"""The desk's process beside a local Telegram: the production code, on the local Telegram's time.

``python -m bot.sandbox.desk`` runs one desk with the settings of its environment. With ``--nursery`` it imports
everything and reads all texts once, and then forks desks on command (see ``nursery.py``), because that takes seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, TextIO

from bot.sandbox.follower import FollowerClock
from bot.sandbox.loop import IdleLoop

if TYPE_CHECKING:
    from bot.settings import Settings

Json = dict[str, Any]


def environment(
    url: str, token: str, staff_chat_id: int, database_url: str, owner_ids: tuple[int, ...] = ()
) -> dict[str, str]:
    """The settings of a desk that works on a local Telegram, as environment variables."""
    values = {
        "API_URL": url,
        "BOT_TOKEN": token,
        "STAFF_CHAT_ID": str(staff_chat_id),
        "DATABASE_URL": database_url,
        "OWNER_IDS": ",".join(map(str, owner_ids)),
        "COMPANY": "Acme",
    }
    return {f"DESKGRAM_{name}": value for name, value in values.items()}


def main() -> None:
    gc.disable()  # imports only add: looking for garbage among them takes a sixth of the start
    if "--nursery" in sys.argv:
        keep_nursery()
    else:
        run_desk()


def run_desk() -> None:
    """Run a desk until SIGTERM, SIGINT or the end of the local Telegram."""
    from bot.settings import load_settings

    with asyncio.Runner(loop_factory=IdleLoop) as runner, contextlib.suppress(asyncio.CancelledError):
        runner.run(live(load_settings()))
    gc.freeze()  # else Python looks through all that was ever imported before it ends


async def live(settings: Settings) -> None:
    from bot.app import serve

    gc.enable()
    clock = FollowerClock(settings.api_url)
    following = asyncio.create_task(clock.follow())
    await asyncio.wait({following, asyncio.create_task(clock.ready())}, return_when=asyncio.FIRST_COMPLETED)
    serving = asyncio.create_task(serve(settings, clock))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, serving.cancel)
    following.add_done_callback(lambda _: serving.cancel())
    try:
        await serving
    finally:
        following.cancel()


def keep_nursery() -> None:
    """Serve one JSON command a line: {"start": environment} → {"pid"}, {"wait": pid} → {"code"}.

    Ends with its input, and ends its desks then.
    """
    from bot.app import catalog_of, dispatcher, serve
    from bot.settings import load_settings

    warm = (serve, load_settings, dispatcher())
    catalog = catalog_of("en")
    for language in catalog.languages:
        catalog.text(language, "command-customers-start")
    gc.freeze()  # else every desk copies the whole heap when it first collects garbage
    gc.enable()
    sys.stdout.write(json.dumps({"ready": len(warm)}) + "\n")
    sys.stdout.flush()
    children: set[int] = set()
    for line in sys.stdin:
        answer = _obey(json.loads(line), children)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for pid in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _obey(command: Json, children: set[int]) -> Json:
    if "start" in command:
        pid = _fork(command["start"], sys.stdin)
        children.add(pid)
        return {"pid": pid}
    pid, status = os.waitpid(command["wait"], 0)
    children.discard(pid)
    return {"code": os.waitstatus_to_exitcode(status)}


def _fork(variables: dict[str, str], commands: TextIO) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        commands.close()
        os.dup2(2, 1)
        os.environ.update(variables)
        run_desk()
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
