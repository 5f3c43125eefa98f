"""Customers and colleagues, as they are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.people import Actor, Person, Standing
from bot.domain.team import Absence, Service


class People(Protocol):
    def meet(self, actor: Actor, message_id: int | None = None) -> Person:
        """The stored person, made or brought up to date from what Telegram says of them; that message of theirs is now
        the newest one in the private chat.
        """
        ...

    def get(self, person_id: int) -> Person | None: ...

    def called(self, username: str) -> Person | None:
        """In any letter case. None also where two are said to have it: nobody is chosen by chance."""
        ...

    def heard(self, person_id: int, message_id: int, *, of_ticket: bool = False) -> None:
        """The desk's own message is the newest one in the private chat; `of_ticket`: it spoke of a ticket there."""
        ...

    def set_language(self, person_id: int, language: str) -> None: ...

    def set_zone(self, person_id: int, zone: str) -> None: ...

    def set_reachable(self, person_id: int, reachable: bool, at: datetime) -> bool:
        """Whether that was news."""
        ...


class Members(Protocol):
    """The staff as the desk has seen it: for choosing a person; authority is asked of Telegram."""

    def seen(self, chat_id: int, person: Actor, standing: Standing) -> None: ...

    def left(self, chat_id: int, person_id: int) -> None: ...

    def present(self, chat_id: int) -> Sequence[Person]: ...

    def leads(self, chat_id: int) -> Sequence[Person]: ...

    def find(self, chat_id: int, name_or_username: str) -> Person | None: ...


class Team(Protocol):
    """Who works in which service. Of people who have left its group nobody is a member, whatever they have joined."""

    def join(self, service: str, person_id: int) -> bool:
        """By the service's key. Whether that was news."""
        ...

    def leave(self, service: str, person_id: int) -> bool:
        """Whether that was news."""
        ...

    def members_of(self, service: Service) -> Sequence[Person]:
        """Who has joined it and is in its group; if that is nobody, all who are in its group. Ordered by name."""
        ...

    def services_of(self, person_id: int) -> Sequence[str]:
        """The keys of those the person has joined, also of services that are no longer there."""
        ...

    def turns(self, service: str) -> Mapping[int, int]:
        """By person: which turn was their newest, of the tickets that were given out automatically there."""
        ...

    def had_turn(self, service: str, person_id: int, turn: int) -> None: ...


class Presence(Protocol):
    """Who has said that they are away; working hours are no part of it."""

    def away(self, person_id: int, until: datetime | None) -> None:
        """From now on; None: until they are `here`."""
        ...

    def here(self, person_id: int) -> bool:
        """Whether that was news."""
        ...

    def absences(self) -> Mapping[int, Absence]:
        """All who are away now, by their ids."""
        ...
