"""How a desk in a process of its own follows the local Telegram's clock."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime

from aiohttp import web

from bot.sandbox.clock import Follower, SandboxClock


class ClockFace:
    """``stream`` tells a follower every change of time, one JSON object a line; ``idle`` hears its reports.

    A line is {"version", "now", "standing"}; a report {"seen": version, "sleeper": ISO moment or null}: the follower
    had nothing left to do after it had seen that version. A follower whose stream ends is gone.
    """

    def __init__(self, clock: SandboxClock) -> None:
        self.clock = clock
        self._followers: dict[str, Follower] = {}
        self._joined = asyncio.Event()

    async def joined(self, name: str) -> None:
        """Wait until this follower's stream stands; its name is its process id."""
        while name not in self._followers:
            self._joined.clear()
            await self._joined.wait()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/x-ndjson"})
        await response.prepare(request)
        changed = asyncio.Event()
        changed.set()
        name = request.query.get("name", "")
        follower = self._followers[name] = Follower()
        self.clock.followers.add(follower)
        self._joined.set()
        self.clock.on_change(changed.set)
        try:
            while True:
                await changed.wait()
                changed.clear()
                await response.write(self._line())
        finally:
            self.clock.off_change(changed.set)
            self.clock.followers.discard(follower)
            del self._followers[name]
            follower.gone()

    def _line(self) -> bytes:
        clock = self.clock
        line = {"version": clock.version, "now": clock.now().isoformat(), "standing": clock.standing}
        return json.dumps(line).encode() + b"\n"

    async def idle(self, request: web.Request) -> web.Response:
        report = await request.json()
        follower = self._followers.get(request.query.get("name", ""))
        if follower:
            sleeper = report.get("sleeper")
            follower.report(report["seen"], datetime.fromisoformat(sleeper) if sleeper else None)
        return web.json_response({"ok": True})
