"""Parameters as the official server reads them: leniently. Also the record of one call."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
TRUE = frozenset({"true", "yes", "1"})


@dataclass
class Upload:
    """A file that came with a request, or that a person sends."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass
class Call:
    """One Bot API call: what was asked, and what became of it.

    ``params`` are the raw values (strings from forms, JSON values from JSON bodies), ``units`` what it cost of the
    chat's budget, ``error`` the description of a refusal.
    """

    world: World = field(repr=False)
    method: str
    params: Json
    at: datetime
    files: dict[str, Upload] = field(default_factory=dict, repr=False)
    chat_id: int | None = None
    units: int = 0
    ok: bool = True
    error: str | None = None

    def given(self, name: str) -> bool:
        return name in self.params

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name, default)
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def flag(self, name: str) -> bool:
        return truth(self.params.get(name, False))

    def number(self, name: str, default: int = 0) -> int:
        return whole(self.params.get(name, default))

    def real(self, name: str) -> float:
        try:
            return float(self.params.get(name, 0))
        except (TypeError, ValueError):
            return 0.0

    def nested(self, name: str, refusal: ApiError) -> Any:
        """A JSON value, or None when it is absent or empty; ``refusal`` when it is no JSON."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise refusal from None

    def numbers(self, name: str, what: str) -> list[int]:
        """An array of integers; ``what`` names it in the refusal."""
        value = self.nested(name, bad_request(f"can't parse {what} JSON object"))
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {what}")
        return [whole(item) for item in value]


def truth(value: Any) -> bool:
    return value if isinstance(value, bool) else str(value).lower() in TRUE


def whole(value: Any) -> int:
    """An integer; unreadable text is 0."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
