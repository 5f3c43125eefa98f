"""Is the database reachable and writable, and of which version are its tables?"""

from __future__ import annotations

from typing import assert_never

from bot.cli.findings import Finding, doubtful, right, wrong
from storage import migrate
from storage.condition import Condition, Schema


def database_findings(found: Condition) -> list[Finding]:
    file, has = f"The database {found.file}", found.revision or "empty"
    match found.schema:
        case Schema.UNUSABLE:
            remedy = "The desk must be able to write that file and its folder. Or set DESKGRAM_DATABASE_URL."
            return [wrong(f"{file} cannot be used: {found.trouble}.", remedy)]
        case Schema.MISSING:
            return [doubtful(f"{file} is not there yet.", "`deskgram run` makes it.")]
        case Schema.BEHIND:
            text = f"The database schema is behind: {has}, and the program expects {migrate.head()}."
            return [right(f"{file} can be written."), wrong(text, "Run `deskgram migrate`, or `deskgram run`.")]
        case Schema.NEWER:
            text = f"The database schema is newer than the program: {has}, and the program knows {migrate.head()}."
            remedy = "Start the newer program again, or restore the copy that was made before the upgrade."
            return [right(f"{file} can be written."), wrong(text, remedy)]
        case Schema.CURRENT:
            return [right(f"{file} can be written."), right(f"The database schema is current: {has}.")]
        case _:
            assert_never(found.schema)
