"""docs/lifecycle.md: the table of moves, made from the table that the desk itself goes by.

``python -m tests.shape.lifecycle_table`` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.domain.lifecycle import TABLE, Move, Role, Rule, Status

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"
BEGIN = "<!-- written by python -m tests.shape.lifecycle_table -->\n"
END = "<!-- end of what is written -->\n"
WHO = {
    Role.CUSTOMER: "customer",
    Role.MEMBER: "any member of the staff",
    Role.ASSIGNEE: "assignee",
    Role.EXECUTOR: "executor",
    Role.TARGET: "member of that service",
    Role.LEAD: "lead",
    Role.DESK: "the desk",
}
WHAT: dict[Move, str] = {
    Move.ASSIGN: "It gets an executor, who is present and has room for it.",
    Move.TAKE: "Somebody works on it; the first reply does it too. The customer is told who.",
    Move.DECLINE: "The assignee does not want it, and is not eligible for it again.",
    Move.MISS: "Nobody took it in time; not after a lead's own assignment.",
    Move.REASSIGN: "Another executor, who is told; so is the customer.",
    Move.ASK: "A question, a choice of solutions, or a recommended action. The clocks rest once it is delivered.",
    Move.ANSWER: "An answer, a choice, “Done”, or “I can't, because…”.",
    Move.COMMIT: "“I'll do it”: said, and still waited for.",
    Move.WITHDRAW_QUESTION: "The question is withdrawn.",
    Move.GO_SILENT: "No answer in spite of the reminders: completed for lack of information.",
    Move.TRANSFER: "To another service, with a note. The executor stays the customer's contact.",
    Move.PICK_UP: "Somebody of that service becomes the assignee.",
    Move.GIVE_VERDICT: "Which part failed and how it can be resolved: back to the executor.",
    Move.HAND_BACK: "That service declines it, with a reason: back to the executor.",
    Move.RECALL: "The executor takes it back.",
    Move.PROMISE: "A release with a date is promised, or the promise changes; the customer is told each time.",
    Move.WITHDRAW_PROMISE: "The promise is withdrawn, work is resumed; the customer is told.",
    Move.PUBLISH: "The promised release is published on the ticket's stand; the customer is told.",
    Move.WITHDRAW_RELEASE: "The release that had completed it is withdrawn.",
    Move.COMPLETE: "By cause, which the customer never sees, and with words, which they do: solved or not?",
    Move.TAKE_BACK: "Not done after all, with a reason; the customer is told.",
    Move.CONFIRM: "“Solved”; by the executor only with the customer's own words to point at.",
    Move.DISAGREE: "“Not solved”; the second time the leads are told.",
    Move.LAPSE: "The customer never said what is not solved: their time begins anew.",
    Move.EXPIRE: "No word in time, in spite of the reminder.",
    Move.GIVE_UP: "The customer has been out of reach for days.",
    Move.CLOSE: "“Close my request”: asked once, never refused.",
    Move.REOPEN: "Within days of the closing, a lead always; without the former executor it is received anew.",
    Move.MERGE: "Into another open ticket of the same customer, who is told the number that survives.",
    Move.REJECT: "Not a request; the customer is told why.",
    Move.CORRECT: "Kind, stand, component or subject; the customer is told.",
    Move.REMIND: "The customer is reminded.",
    Move.NUDGE: "The staff are reminded; later, or where nobody is responsible, the leads.",
}


def table() -> str:
    rows = sorted(TABLE, key=lambda rule: _rank(rule.number))
    head = "| # | from | move | to | who | what it means |\n| --- | --- | --- | --- | --- | --- |\n"
    return head + "".join(_row(rule) for rule in rows)


def diagram() -> str:
    """Mermaid: one arrow a pair of states, with the numbers of its moves."""
    arrows: dict[tuple[Status, Status], list[str]] = {}
    for rule in TABLE:
        for source in Status:
            if source in rule.sources and (to := _to(rule)) is not None and to is not source:
                arrows.setdefault((source, to), []).append(rule.number)
    lines = [f"    {source} --> {to}: {_numbers(numbers)}\n" for (source, to), numbers in arrows.items()]
    return "".join(["```mermaid\n", "stateDiagram-v2\n", "    [*] --> received: 1\n", *lines, "```\n"])


def with_table(page: str) -> str:
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{diagram()}\n{table()}\n{END}{after}"


def _row(rule: Rule) -> str:
    sources = "any open state" if len(rule.sources) == len(Status) - 1 else _listed(rule.sources, Status)
    to = "where it was asked from" if rule.back else f"`{rule.to}`" if rule.to else "stays"
    who = ", ".join(WHO[role] for role in Role if role in rule.by)
    return f"| {rule.number} | {sources} | {rule.move.replace('_', ' ')} | {to} | {who} | {WHAT[rule.move]} |\n"


def _to(rule: Rule) -> Status | None:
    return Status.IN_PROGRESS if rule.back else rule.to


def _listed(some: Iterable[Status], order: Iterable[Status]) -> str:
    return ", ".join(f"`{status}`" for status in order if status in set(some))


def _numbers(numbers: list[str]) -> str:
    """Commas stand inside of some numbers already."""
    return " · ".join(dict.fromkeys(number.replace(", ", "+") for number in numbers))


def _rank(number: str) -> tuple[int, str]:
    """By the row that decides: `6a, 7` stands at 7."""
    deciding = number.split(", ")[-1]
    digits = deciding.rstrip("abc")
    return int(digits), deciding


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
