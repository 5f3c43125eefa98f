"""Refusals: every way in which a rule says no, by name."""

from __future__ import annotations

import re


class Refusal(Exception):
    """A rule said no; nothing was changed.

    The sentence for it stands in the catalogue under `key`, derived from the class name
    (`NotYourTicket` → `refusal-not-your-ticket`); `values` fill its variables.
    """

    def __init__(self, **values: str | int) -> None:
        super().__init__(type(self).__name__)
        self.values = values

    @property
    def key(self) -> str:
        return "refusal-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(self).__name__).lower()


class NotCurrent(Refusal):
    """The button belongs to a state that has passed."""


class NoSuchTicket(Refusal):
    """Unknown number, or a ticket of somebody else: the two look alike on purpose."""


class NotYourTicket(Refusal):
    """Only the executor or a lead may do that. Values: number."""


class StaffOnly(Refusal):
    """The actor is not a present member of the staff chat."""


class LeadOnly(Refusal):
    """The actor is not a lead."""


class NotAssignee(Refusal):
    """Only who works on it now may do that. Values: number."""


class NotOfService(Refusal):
    """Only a member of the service that the ticket is with may do that. Values: number, service."""


class CustomerOnly(Refusal):
    """The move belongs to the customer. Values: number."""


class MoveNotAllowed(Refusal):
    """The lifecycle has no such move from this state. Values: number, move, status."""


class AlreadyTaken(Refusal):
    """Somebody was first. Values: number, name."""


class NotPresent(Refusal):
    """The named person is not a present member of the staff chat. Values: name."""


class AlreadyAssignee(Refusal):
    """The ticket is with that person already. Values: number, name."""


class TextMissing(Refusal):
    """The move needs a text. Values: number."""


class ProofMissing(Refusal):
    """Who closes for the customer points at the customer's own words. Values: number."""


class SameService(Refusal):
    """The ticket is with that service already. Values: number."""


class VariantsCount(Refusal):
    """A choice has 1 to `limit` variants of one line each. Values: limit."""


class NoSuchVariant(Refusal):
    """A choice that was not among those offered. Values: number."""


class QuestionKind(Refusal):
    """The question cannot be answered that way: there was nothing to choose or to do. Values: number."""


class StillReachable(Refusal):
    """The customer has been out of reach for less than `days` days, or is not. Values: number, days."""


class ReopenTooLate(Refusal):
    """The customer may reopen for `days` days; a lead always may. Values: number, days."""


class NotReopenable(Refusal):
    """It was merged or rejected, or is given up: there is nothing to go on with. Values: number."""


class SameTicket(Refusal):
    """A ticket cannot be merged into itself, nor linked with itself. Values: number."""


class DifferentCustomers(Refusal):
    """Two customers' tickets are never merged: link them, or both with a known fault. Values: number, other."""


class MergedInto(Refusal):
    """The ticket goes on in another one. Values: number, other."""


class AlreadyLinked(Refusal):
    """Values: number, other."""


class NotLinked(Refusal):
    """Values: number, other."""


class NumberExpected(Refusal):
    """The command names a ticket. Values: command."""


class NothingToMove(Refusal):
    """`/move` did not answer a message of the customer that came to this topic."""


class NotTheirTicket(Refusal):
    """Messages are moved among tickets of one customer only. Values: number."""


class NobodyToFileFor(Refusal):
    """`/file` named nobody and stood in no ticket's topic."""


class NeverStarted(Refusal):
    """A bot can write only to people who have started it. Values: name."""


class MergeClosed(Refusal):
    """The surviving ticket of a merge has to be open. Values: number."""


class NothingToUnsend(Refusal):
    """`/unsend` did not answer a message that went to the customer."""


class TooLateToUnsend(Refusal):
    """Telegram lets a bot delete a message for 48 hours only."""


class NotATopic(Refusal):
    """The command works in a ticket's topic only."""


class AnonymousSender(Refusal):
    """An anonymous administrator or a channel: nobody can be held to account."""


class TicketClosed(Refusal):
    """The ticket is closed, nothing goes to the customer any more. Values: number."""


class NotRepeatable(Refusal):
    """A kind of message that a bot cannot say again: it stays where it was written."""


class WrongInput(Refusal):
    """What came cannot fill this step of the dialog; the subclass says why."""


class ButtonExpected(WrongInput):
    """The step is answered by a button."""


class TextExpected(WrongInput):
    """The step wants text (or a kind of message that carries text)."""


class DescriptionTooShort(WrongInput):
    """Fewer characters than the limit. Values: limit."""


class DescriptionTooLong(WrongInput):
    """More characters than the limit. Values: limit, length."""


class SubjectLength(WrongInput):
    """The subject is one line of 1..limit characters. Values: limit."""


class LogExpected(WrongInput):
    """The log step takes files and texts."""


class ZoneNotUnderstood(WrongInput):
    """Neither an IANA zone, a known city nor an offset."""


class UnknownChoice(WrongInput):
    """A forged or outdated value: not among the configured ones."""


class DraftInTheWay(WrongInput):
    """Another request is being written already."""


class DraftIncomplete(WrongInput):
    """Submit before every step has its answer."""


class OwnerOnly(Refusal):
    """The actor does not run the desk."""


class NoSuchService(Refusal):
    """No service of this group is called so. Values: services, those that are there."""


class ServiceElsewhere(Refusal):
    """That service lives in another staff group. Values: name."""


class NotInService(Refusal):
    """One cannot leave what one has not joined. Values: name."""


class UntilNotUnderstood(Refusal):
    """Not a time or a day that is ahead."""


class UntilIsPast(Refusal):
    """That moment has passed."""


class VersionNotUnderstood(Refusal):
    """No version `X.Y.Z`, or none at all."""


class UnknownStand(Refusal):
    """No stand of this desk, or none at all. Values: stands."""


class DayNotUnderstood(Refusal):
    """No day to come can be read from it."""


class DayIsPast(Refusal):
    """Nothing is planned for a day that has passed."""


class NoSuchRelease(Refusal):
    """Nobody has planned it for that stand. Values: version, stand."""


class ReleaseOut(Refusal):
    """It is published already. Values: version, stand."""


class ReleaseNotPlanned(Refusal):
    """It has no date on that stand, or one that has passed. Values: version, stand."""


class ReleaseNotPublished(Refusal):
    """Only what is published can be withdrawn. Values: version, stand."""


class ReleaseBusy(Refusal):
    """The customers concerned are still being told of its last change. Values: version, stand."""


class AlreadyPromised(Refusal):
    """The customer has been promised that release already. Values: number, version."""
