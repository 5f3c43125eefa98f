"""Errors as the Bot API words them; the rule for descriptions is that of the official server."""

from __future__ import annotations


class ApiError(Exception):
    """A refused call.

    ``code`` is both HTTP status and ``error_code``, ``description`` the whole sentence. ``retry_after``
    (seconds) and ``migrate_to_chat_id`` go into ``parameters``; ``retry_after`` also becomes the Retry-
    After header.
    """

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id

    @property
    def parameters(self) -> dict[str, int]:
        """What ``parameters`` of the answer holds; empty when it is left out."""
        given = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        return {name: value for name, value in given.items() if value is not None}


def describe(prefix: str, message: str) -> str:
    """``prefix: message``, its first letter lowered unless the second is a capital or an underscore."""
    if not message:
        return prefix
    second = message[1:2]
    raw = second == "_" or ("A" <= second <= "Z")
    return f"{prefix}: {message if raw else message[0].lower() + message[1:]}"


def bad_request(message: str, *, migrate_to_chat_id: int | None = None) -> ApiError:
    return ApiError(400, describe("Bad Request", message), migrate_to_chat_id=migrate_to_chat_id)


def forbidden(message: str) -> ApiError:
    return ApiError(403, describe("Forbidden", message))


def not_found(message: str = "") -> ApiError:
    """404 for paths and methods; an absent chat, message or topic is a bad request."""
    return ApiError(404, describe("Not Found", message))


def conflict(message: str) -> ApiError:
    return ApiError(409, describe("Conflict", message))


def too_many(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
