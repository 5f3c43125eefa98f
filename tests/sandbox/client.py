"""A bot reduced to its HTTP calls."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.sandbox.telegram import LocalTelegram


@dataclass
class Refused(Exception):
    """What a refused call was answered with."""

    code: int
    description: str
    parameters: dict[str, Any]


class Client:
    """Calls methods of the Bot API: ``await bot("sendMessage", chat_id=1, text="hello")``."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram
        self.offset = 0

    async def __aenter__(self) -> Self:
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.session.close()

    def address(self, method: str) -> str:
        return f"{self.telegram.url}/bot{self.telegram.token}/{method}"

    async def __call__(self, method: str, /, **params: Any) -> Any:
        """The result; ``Refused`` when it is refused. Files are given as (name, bytes)."""
        async with self.session.post(self.address(method), data=self._form(params)) as response:
            answer = await response.json()
        if answer["ok"]:
            return answer["result"]
        raise Refused(answer["error_code"], answer["description"], answer.get("parameters", {}))

    def _form(self, params: dict[str, Any]) -> aiohttp.FormData:
        form = aiohttp.FormData(default_to_multipart=True)
        for name, value in params.items():
            if isinstance(value, tuple):
                form.add_field(name, value[1], filename=value[0])
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        return form

    async def refused(self, method: str, /, **params: Any) -> Refused:
        try:
            result = await self(method, **params)
        except Refused as refusal:
            return refusal
        raise AssertionError(f"{method} was not refused: {result}")

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What is new; the next call confirms it."""
        found: list[dict[str, Any]] = await self("getUpdates", offset=self.offset, **params)
        if found:
            self.offset = found[-1]["update_id"] + 1
        return found

    async def update(self, kind: str = "message") -> dict[str, Any]:
        """The only new update, which is of this kind."""
        found = await self.updates()
        assert [list(one)[1] for one in found] == [kind], found
        payload: dict[str, Any] = found[0][kind]
        return payload
