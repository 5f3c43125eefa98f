"""What the desk has asked somebody for, and their next message is to answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Purpose(StrEnum):
    """What a person's next message in a place is for."""

    COMPLETING = "completing"
    TAKING_BACK = "taking_back"
    DISAGREEING = "disagreeing"
    RATING = "rating"
    SUBJECT = "subject"
    ASKING = "asking"
    ANSWERING = "answering"
    CANNOT = "cannot"
    REOPENING = "reopening"
    REJECTING = "rejecting"
    TRANSFERRING = "transferring"
    VERDICT = "verdict"
    HANDING_BACK = "handing_back"
    OFFERING = "offering"


FOR_STAFF = frozenset({Purpose.TRANSFERRING, Purpose.VERDICT, Purpose.HANDING_BACK})
"""Words that are for colleagues: whatever has happened meanwhile, they are not for the customer."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The desk asked `person_id` for a text about a ticket; the next one there is the answer."""

    chat_id: int
    person_id: int
    number: int
    purpose: Purpose
    data: dict[str, Any]
    turn: int


class Prompts(Protocol):
    def ask(self, prompt: Prompt) -> None: ...

    def pending(self, chat_id: int, person_id: int, number: int | None = None) -> Prompt | None: ...

    def answered(self, prompt: Prompt) -> None: ...

    def forget(self, chat_id: int, number: int, by: int = 0) -> None:
        """Whomever the desk had asked there about that ticket; but who was asked for words FOR_STAFF may be writing
        them, and is remembered, unless it is `by` that person.
        """
        ...
