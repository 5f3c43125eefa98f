"""Decoration that a server may refuse: it is done without then, until the next start."""

from __future__ import annotations

from dataclasses import dataclass, field

SELECTOR = "\ufe0f"


@dataclass(slots=True)
class Niceties:
    """What this server has not refused so far. `icons`: emoji → custom emoji id of Telegram's set for topics."""

    styles: bool = True
    time_entities: bool = True
    icons: dict[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        return not (self.styles or self.time_entities)

    def icon(self, emoji: str) -> str | None:
        """Telegram writes some emoji with a variation selector and some without."""
        return self.icons.get(emoji.removesuffix(SELECTOR))

    def learn(self, emoji: str, custom_emoji_id: str) -> None:
        self.icons[emoji.removesuffix(SELECTOR)] = custom_emoji_id

    def without(self) -> None:
        """The server refused a decorated message: no more of it."""
        self.styles = self.time_entities = False
