"""Lists and histories: read beside the writer at the moment of sending."""

from __future__ import annotations

from bot.domain.rules import DeskRules
from bot.domain.statements import Listing
from bot.ports import Reads
from bot.screens.briefing import briefing, description
from bot.screens.context import Reader
from bot.screens.export import export
from bot.screens.help import help_customer, help_staff
from bot.screens.history import history, merged
from bot.screens.letter import Document, Letter
from bot.screens.listings import mine, my_tickets, opened, queue, releases
from bot.screens.story import story


async def read(reader: Reader, reads: Reads, wanted: Listing, rules: DeskRules) -> Letter | Document:
    """The screen that a use case has asked for by name."""
    values, services, terms = wanted.values, rules.services, rules.terms
    match wanted.name:
        case "my":
            return my_tickets(reader, await reads.tickets_of(values["customer"], values["page"]))
        case "opened":
            return opened(reader, *await reads.opened(values["number"]), terms)
        case "story":
            ticket, rows, _ = await reads.history(values["number"])
            return story(reader, ticket, rows)
        case "merged":
            ticket, rows, _ = await reads.history(values["number"])
            return merged(reader, ticket, rows, services)
        case "export":
            return export(reader, *await reads.record(values["number"]), services)
        case "queue":
            return queue(reader, await reads.queue(values["chat"], values["page"]), terms)
        case "mine":
            executor = values["executor"]
            return mine(reader, await reads.tickets_with(executor, values["page"]), values["name"], executor, terms)
        case "releases":
            return releases(reader, await reads.releases(values["page"]))
        case "briefing":
            return briefing(reader, *await reads.conversation(values["number"], values["upto"]), values["called"])
        case "description":
            ticket, _, _ = await reads.history(values["number"])
            return description(reader, ticket)
        case "history":
            return history(reader, *await reads.history(values["number"]), services)
        case "help-customer":
            return help_customer(reader, rules)
        case "help-staff":
            return help_staff(reader, rules, lead=values["lead"], owner=values["owner"])
        case _:
            raise ValueError(f"no listing is called {wanted.name}")
