"""The local Telegram as tests and the demo hold it: the cast on its stage, behind a server."""

from __future__ import annotations

from datetime import datetime
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sandbox.chats import Account
from bot.sandbox.clock import SandboxClock
from bot.sandbox.control import Control
from bot.sandbox.faults import Faults
from bot.sandbox.params import Call
from bot.sandbox.server import BIGGEST_BODY, BotServer
from bot.sandbox.stage import Stage
from bot.sandbox.strict import StrictReport, known_methods
from bot.sandbox.world import Settings, World

BOT_ID = 7_100_200_300
TOKEN = f"{BOT_ID}:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
HOST = "127.0.0.1"


class LocalTelegram(Stage):
    """A whole Telegram on the loopback, with one bot and one staff forum to begin with.

    ``standing``: time stands until it is driven. ``budgets``: sends are limited. ``privacy``: the bot's privacy mode.
    ``port`` 0 takes a free one. Used as ``async with``; the server listens from entry to exit.
    """

    def __init__(
        self,
        *,
        standing: bool = True,
        budgets: bool = True,
        privacy: bool = True,
        port: int = 0,
        token: str = TOKEN,
        settings: Settings | None = None,
    ) -> None:
        bot = Account(int(token.partition(":")[0]), "Desk", username="acme_desk_bot", is_bot=True)
        self.clock = SandboxClock(standing=standing)
        super().__init__(World(self.clock, token, bot, privacy, settings or Settings()))
        self.world.budgets.on = budgets
        self.control = Control(self)
        self._server = BotServer(self.world)
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def bot_id(self) -> int:
        return self.world.bot.id

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def strict(self) -> StrictReport:
        return self.world.strict

    @property
    def calls(self) -> list[Call]:
        """All calls but getUpdates, in the order of their coming."""
        return self.world.calls

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}"

    async def __aenter__(self) -> Self:
        known_methods()  # read now: later it would stop all answers for seconds
        app = web.Application(client_max_size=BIGGEST_BODY)
        self.control.add_routes(app)
        app.router.add_route("*", "/{anything:.*}", self._server.answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.02)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self._port).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def settle(self, quiet: float = 10, within: float = 600) -> None:
        """Let the bot react until nothing has happened for ``quiet`` virtual seconds."""
        await self.clock.settle(quiet, within)

    def units(self, chat_id: int, since: datetime | None = None) -> int:
        """Budget units that calls to this chat have paid, from the moment ``since`` on."""
        paid = (call for call in self.calls if call.ok and call.chat_id == chat_id)
        return sum(call.units for call in paid if since is None or call.at >= since)
