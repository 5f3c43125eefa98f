"""The HTTP face of the Bot API: addresses, envelopes, faults."""

from __future__ import annotations

import inspect
from typing import Any

from aiohttp import web

from bot.sandbox.errors import ApiError, not_found
from bot.sandbox.faults import Fault
from bot.sandbox.forms import TooLarge, read_request
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.registry import Raw
from bot.sandbox.params import Call, whole
from bot.sandbox.wire import encode
from bot.sandbox.world import World

BIGGEST_BODY = 64 * 1024 * 1024
AFTER_LOG_OUT = frozenset({"logout"})


class BotServer:
    """Answers ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Any request to the Bot API; the connection just ends when a fault says so."""
        world = self.world
        if world.faults.down:
            return await hang_up(request)
        world.clock.activity += 1
        try:
            return await self._route(request)
        except ApiError as error:
            return refusal(error)
        except (TooLarge, web.HTTPRequestEntityTooLarge):
            return web.Response(status=413)
        finally:
            world.clock.activity += 1

    async def _route(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/file/bot"):
            token, _, rest = path[len("/file/bot") :].partition("/")
            self._check_token(token)
            return self._download(rest)
        if not path.startswith("/bot"):
            raise not_found()
        token, _, name = path[4:].partition("/")
        self._check_token(token)
        values, files = await read_request(request)
        return await self._call(request, Call(self.world, name, values, self.world.clock.now(), files))

    def _check_token(self, token: str) -> None:
        if token == self.world.token:
            return
        if token.startswith("0") or len(token) > 80 or ":" not in token:
            raise ApiError(401, "Unauthorized: invalid token specified")
        raise ApiError(401, "Unauthorized")

    def _download(self, path: str) -> web.StreamResponse:
        file = self.world.files.by_path.get(path)
        if file is None:
            raise not_found()
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def _call(self, request: web.BaseRequest, call: Call) -> web.StreamResponse:
        call.chat_id = whole(call.params.get("chat_id")) or None
        fault = self.world.faults.strike(call)
        if call.method.lower() != "getupdates":
            self.world.calls.append(call)
            self.world.clock.touch()
        if fault and fault.kind == "drop_before":
            call.ok, call.error = False, "dropped before processing"
            return await hang_up(request)
        if fault and fault.kind == "server_error":
            call.ok, call.error = False, f"HTTP {fault.status}"
            return web.Response(status=fault.status, text=fault.body, content_type="text/html")
        response = await self._perform(call, fault)
        if self.world.faults.down or (fault and fault.kind == "drop_after"):
            return await hang_up(request)
        if fault and fault.kind == "delay":
            await self.world.clock.sleep(fault.seconds)
        return response

    async def _perform(self, call: Call, fault: Fault | None) -> web.Response:
        """Do it, and sit out short flood waits as the official server does, when that is set."""
        patience = self.world.settings.flood_patience
        while True:
            try:
                if fault and fault.error:
                    raise fault.error
                return success(await self._result(call))
            except ApiError as error:
                wait = 0 if fault else min(error.retry_after or 0, patience)
                if wait <= 0:
                    call.ok, call.error = False, error.description
                    return refusal(error)
            patience -= wait
            await self.world.clock.sleep(wait)

    async def _result(self, call: Call) -> Any:
        function = METHODS.get(call.method.lower())
        self.world.strict.check(call.method, call.params)
        if function is None:
            raise not_found("method not found")
        if self.world.logged_out and call.method.lower() not in AFTER_LOG_OUT:
            raise ApiError(400, "Logged out")
        result = function(call)
        return await result if inspect.isawaitable(result) else result


async def hang_up(request: web.BaseRequest) -> web.StreamResponse:
    """End the connection without an answer."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


def success(result: Any) -> web.Response:
    text = result if isinstance(result, Raw) else encode(result)
    return web.Response(body=('{"ok":true,"result":' + text + "}").encode(), content_type="application/json")


def refusal(error: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    response = web.Response(status=error.code, body=encode(body).encode(), content_type="application/json")
    if error.retry_after:
        response.headers["Retry-After"] = str(error.retry_after)
    return response
