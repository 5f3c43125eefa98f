"""The customer is asked, reminded, and has answered."""

from __future__ import annotations

from typing import assert_never

from bot.domain.facts import (
    AskingFact,
    CustomerAnswered,
    CustomerAsked,
    CustomerCommitted,
    CustomerReminded,
    InformationMissing,
    QuestionWithdrawn,
)
from bot.domain.notices.told import NOTHING, Told
from bot.domain.ticket import Ticket


def told_of_asking(fact: AskingFact, _: Ticket) -> Told:
    match fact:
        case (
            CustomerAsked()
            | CustomerAnswered()
            | CustomerCommitted()
            | QuestionWithdrawn()
            | CustomerReminded()
            | InformationMissing()
        ):
            return NOTHING
        case _:
            assert_never(fact)
