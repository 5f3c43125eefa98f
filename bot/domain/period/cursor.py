"""A place in a row of tokens."""

from __future__ import annotations

from typing import TypeVar

from bot.domain.period.syntax import Mark, Token

T = TypeVar("T")


class Cursor:
    """What is taken is passed; what is not there is left and gives None. `place` may be set back."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def next(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, kind: type[T]) -> T | None:
        token = self.next
        if not isinstance(token, kind):
            return None
        self.place += 1
        return token

    def mark(self, *marks: Mark) -> Mark | None:
        return self.take(Mark) if self.next in marks else None
