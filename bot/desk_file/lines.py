"""In which line of a TOML file something stands: asked of the TOML reader itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) in which the statement begins that first gives the innermost part of `path` that is there.

    `text` is valid TOML. The file is read again and again, one line longer each time: it is small, and this happens
    only where something is wrong in it.
    """
    wanted = depth(tomllib.loads(text), path)
    begins = 1
    for line, tables in _growing(text):
        if depth(tables, path) >= wanted:
            return begins
        begins = line + 1
    return begins


def depth(tables: Any, path: Sequence[str | int]) -> int:
    """How many parts of the path are there; what stands in a list is as far as its statement."""
    found = 0
    for part in path:
        if not isinstance(tables, dict) or part not in tables:
            break
        tables, found = tables[part], found + 1
    return found


def _growing(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line that ends a statement, and all that is said until then."""
    lines = text.splitlines(keepends=True)
    for line in range(1, len(lines) + 1):
        try:
            yield line, tomllib.loads("".join(lines[:line]))
        except tomllib.TOMLDecodeError:  # in the middle of a statement
            continue
