"""What the desk has asked somebody to write: one question a person, place and ticket."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import and_, bindparam, delete, insert, literal, select

from bot.ports import FOR_STAFF, Prompt
from storage.pen import Pen
from storage.tables import prompts

PENDING = (
    select(*(prompts.c[field.name] for field in fields(Prompt)))
    .where(prompts.c.chat_id == bindparam("chat"), prompts.c.person_id == bindparam("person"))
    .order_by(prompts.c.id.desc())
    .limit(1)
)
PENDING_OF = PENDING.where(prompts.c.number == bindparam("of_ticket"))
ASK = insert(prompts)
OF_TICKET = (prompts.c.chat_id == bindparam("chat")) & (prompts.c.number == bindparam("of_ticket"))
THEIRS = prompts.c.person_id == bindparam("person")
OTHERS = and_(*(prompts.c.purpose != literal(one, prompts.c.purpose.type) for one in sorted(FOR_STAFF)))
FORGET = delete(prompts).where(OF_TICKET, OTHERS | THEIRS)
ANSWERED = delete(prompts).where(OF_TICKET, THEIRS)


class SqlPrompts:
    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def ask(self, prompt: Prompt) -> None:
        """The newest question takes the place of an older one."""
        self.answered(prompt)
        self._pen.execute(ASK, asdict(prompt))

    def pending(self, chat_id: int, person_id: int, number: int | None = None) -> Prompt | None:
        """The newest one; `number` narrows it to a ticket."""
        values = {"chat": chat_id, "person": person_id, "of_ticket": number}
        row = self._pen.execute(PENDING if number is None else PENDING_OF, values).first()
        return Prompt(*row) if row else None

    def answered(self, prompt: Prompt) -> None:
        values = {"chat": prompt.chat_id, "person": prompt.person_id, "of_ticket": prompt.number}
        self._pen.execute(ANSWERED, values)

    def forget(self, chat_id: int, number: int, by: int = 0) -> None:
        self._pen.execute(FORGET, {"chat": chat_id, "of_ticket": number, "person": by})
