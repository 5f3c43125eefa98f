"""The way to the Bot API: JSON instead of multipart, and updates as raw as they come."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError
from aiogram.methods import SendDocument, TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import InputFile
from aiohttp import ClientError, ClientTimeout

CALL_TIMEOUT = 30.0
"""Seconds of real time after which a call is in doubt."""


class Session(AiohttpSession):
    """JSON, for nearly everything the desk sends is text or a file_id; a form only around a file of the desk's own."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 (the parent's signature)
    ) -> TelegramType:
        status, body = await self._post(bot, method, timeout or CALL_TIMEOUT)
        response = self.check_response(bot=bot, method=method, status_code=status, content=body)
        return cast(TelegramType, response.result)

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        _keep_response(type(method))
        return super().check_response(bot, method, status_code, content)

    async def close(self) -> None:
        """At once: the parent waits a quarter of a second for farewells of TLS that nobody reads."""
        if self._session is not None:
            await self._session.close()

    async def raw(self, bot: Bot, method: TelegramMethod[Any], patience: float = CALL_TIMEOUT) -> Any:
        """The result as Telegram sent it; raises AiogramError.

        Results are not put into models: a field or kind that no model knows must neither take a batch of updates with
        it nor make a message look unsent. `patience` in seconds of real time.
        """
        status, body = await self._post(bot, method, patience)
        try:
            answer = json.loads(body)
        except ValueError as error:
            raise ClientDecodeError("not JSON", error, body) from error
        if status == HTTPStatus.OK and isinstance(answer, dict) and answer.get("ok"):
            return answer["result"]
        self.check_response(bot=bot, method=method, status_code=status, content=body)
        raise ClientDecodeError("neither a result nor an error", ValueError(status), body)

    async def _post(self, bot: Bot, method: TelegramMethod[Any], seconds: float) -> tuple[int, str]:
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        try:
            async with session.post(url, timeout=ClientTimeout(seconds), **self._body(bot, method)) as response:
                return response.status, await response.text(errors="replace")
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="no answer in time") from error
        except ClientError as error:
            raise TelegramNetworkError(method=method, message=type(error).__name__) from error

    def _body(self, bot: Bot, method: TelegramMethod[Any]) -> dict[str, Any]:
        if isinstance(method, SendDocument) and isinstance(method.document, InputFile):
            return {"data": self.build_form_data(bot, method)}
        return {"json": self._parameters(bot, method)}

    def _parameters(self, bot: Bot, method: TelegramMethod[Any]) -> dict[str, Any]:
        prepared = {
            key: self.prepare_value(value, bot=bot, files={}, _dumps_json=False)
            for key, value in method.model_dump(warnings=False).items()
        }
        return {key: value for key, value in prepared.items() if value is not None}


@cache
def _keep_response(method: type[TelegramMethod[Any]]) -> Any:
    """Pydantic forgets such a model as soon as nobody holds it, and takes milliseconds to make it anew."""
    return Response[method.__returning__]  # type: ignore[name-defined]  # a value that only looks like a type
