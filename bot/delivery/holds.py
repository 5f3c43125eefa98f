"""Chats with a trouble that only people can mend: everything for them waits, and one row asks now and then."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from bot.ports import Row


class Holds:
    """The row that has met the trouble is the one that asks: another one, which needs less, would prove nothing."""

    def __init__(self, chats: Iterable[int] = ()) -> None:
        self._asking: dict[int, int | None] = dict.fromkeys(chats)

    def __bool__(self) -> bool:
        return bool(self._asking)

    def may_go(self, heads: Sequence[Row], away: Container[int]) -> list[Row]:
        """Of these heads: all of chats without trouble, one of each other chat unless that is on its way."""
        return [row for row in heads if row.chat_id not in self._asking or row.id == self._next(row, heads, away)]

    def begin(self, row: Row) -> None:
        if self._asking.get(row.chat_id) is None:
            self._asking[row.chat_id] = row.id

    def over(self, row: Row) -> bool:
        """It got through: whether that ends a trouble."""
        if self._asking.get(row.chat_id, 0) not in (None, row.id):
            return False
        del self._asking[row.chat_id]
        return True

    def _next(self, row: Row, heads: Sequence[Row], away: Container[int]) -> int | None:
        """Whoever asked last, or the first in line where that one waits no more."""
        asking = self._asking[row.chat_id]
        if asking in away:
            return None
        waiting = [head.id for head in heads if head.chat_id == row.chat_id]
        self._asking[row.chat_id] = asking if asking in waiting else waiting[0]
        return self._asking[row.chat_id]
