"""Which moves of the lifecycle a desk has seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.domain import facts
from bot.domain.lifecycle import TABLE, TRANSITIONS, Move, Rule, Status

MOVES: dict[str, Move] = {
    made.__name__: move
    for made, move in (
        (facts.TicketAssigned, Move.ASSIGN),
        (facts.TicketTaken, Move.TAKE),
        (facts.TicketDeclined, Move.DECLINE),
        (facts.TakeMissed, Move.MISS),
        (facts.TicketReassigned, Move.REASSIGN),
        (facts.CustomerAsked, Move.ASK),
        (facts.CustomerAnswered, Move.ANSWER),
        (facts.CustomerCommitted, Move.COMMIT),
        (facts.QuestionWithdrawn, Move.WITHDRAW_QUESTION),
        (facts.InformationMissing, Move.GO_SILENT),
        (facts.TicketTransferred, Move.TRANSFER),
        (facts.TransferPickedUp, Move.PICK_UP),
        (facts.VerdictGiven, Move.GIVE_VERDICT),
        (facts.TransferDeclined, Move.HAND_BACK),
        (facts.TransferRecalled, Move.RECALL),
        (facts.ReleasePromised, Move.PROMISE),
        (facts.PromiseWithdrawn, Move.WITHDRAW_PROMISE),
        (facts.ReleasePublished, Move.PUBLISH),
        (facts.ReleaseWithdrawn, Move.WITHDRAW_RELEASE),
        (facts.TicketCompleted, Move.COMPLETE),
        (facts.CompletionTakenBack, Move.TAKE_BACK),
        (facts.TicketConfirmed, Move.CONFIRM),
        (facts.CustomerDisagreed, Move.DISAGREE),
        (facts.DisagreementLapsed, Move.LAPSE),
        (facts.TicketExpired, Move.EXPIRE),
        (facts.TicketGivenUp, Move.GIVE_UP),
        (facts.TicketClosedByCustomer, Move.CLOSE),
        (facts.TicketReopened, Move.REOPEN),
        (facts.TicketMerged, Move.MERGE),
        (facts.TicketRejected, Move.REJECT),
        (facts.TicketCorrected, Move.CORRECT),
        (facts.CustomerReminded, Move.REMIND),
        (facts.TicketNudged, Move.NUDGE),
    )
}
"""Of what is no move, the state does not change."""
Cell = tuple[Status, Move]


def cells(rows: Iterator[tuple[str, str | None]]) -> Counter[Cell]:
    """How often each move was made from each state; rows of history: the fact, the state before."""
    return Counter((Status(source), MOVES[fact]) for fact, source in rows if fact in MOVES and source is not None)


def by_rule(made: Counter[Cell]) -> dict[Rule, int]:
    """In the order of the table."""
    times = dict.fromkeys(TABLE, 0)
    for cell, often in made.items():
        if cell in TRANSITIONS:
            times[TRANSITIONS[cell]] += often
    return times


def missing(made: Counter[Cell]) -> set[str]:
    """The rows that nobody has used, as `8b give_verdict`."""
    return {f"{rule.number} {rule.move.value}" for rule, often in by_rule(made).items() if not often}


def table(made: Counter[Cell]) -> Iterator[str]:
    for rule, often in by_rule(made).items():
        from_where = [f"{source.value} {made[source, rule.move]}" for source in Status if source in rule.sources]
        yield f"{rule.number:>6} {rule.move.value:<18}{often:>7}  {', '.join(from_where)}"
