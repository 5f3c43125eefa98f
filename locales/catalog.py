"""The strict catalogue: a text that is missing, or lacks a value, is an error and never half a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle, resolver
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import FluentParser, ast

from locales import FOLDER, LANGUAGES

Value = str | int | float | Decimal | date
"""What a text may be given. A datetime is a date, too, and is shown in the zone it comes in."""

resolver.MAX_PART_LENGTH = 1_000_000
# fluent.runtime guards against hostile translators and turns every value above 2,500 characters into {???}.
# These texts are our own, and a customer's description has up to 4,000.


class MissingText(LookupError):
    """A text is not there, cannot be read, is there twice, or was not given a value that it needs."""


class Html(str):
    """Text that is HTML already: `Catalog.html` lets it through as it is."""

    __slots__ = ()


class Catalog:
    """The texts of some languages, each read when it is first needed.

    :param default: speaks for every language that nobody has translated.
    """

    def __init__(self, languages: Iterable[str] = LANGUAGES, *, default: str = "en", folder: Path = FOLDER) -> None:
        self.languages = tuple(languages)
        self.default = default
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}
        if default not in self.languages:
            raise MissingText(f"no texts in {default!r}")

    def language(self, code: str | None) -> str:
        """The language for what Telegram calls `code`: `ru` for `ru-RU`, the default for an unknown one."""
        prefix = (code or "").partition("-")[0].lower()
        return prefix if prefix in self.languages else self.default

    def text(self, language: str | None, key: str, **args: Value) -> str:
        """Plain text, for buttons, topic names and pop-ups. Numbers come without separators: `#1234`.

        :raises MissingText: no such key, or a variable of it was not given.
        """
        return self._format(language, key, {name: _ungrouped(value) for name, value in args.items()})

    def html(self, language: str | None, key: str, **args: Value) -> Html:
        """Telegram's HTML. Strings are escaped, unless they are `Html`, as what comes from here is.

        :raises MissingText: no such key, or a variable of it was not given.
        """
        return Html(self._format(language, key, {name: _escaped(value) for name, value in args.items()}))

    def _format(self, language: str | None, key: str, args: dict[str, Value | FluentType]) -> str:
        code = self.language(language)
        bundle = self._bundle(code)
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise MissingText(f"{code}: no text {key!r}")
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(f"{code}: {key}: {'; '.join(map(str, errors))}")
        return str(text)

    def _bundle(self, language: str) -> FluentBundle:
        if (known := self._bundles.get(language)) is not None:
            return known
        # No isolation: its invisible marks would count towards limits, and be copied along with the words.
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(ast.Resource(list(read_texts(self._folder / language).values())))
        return self._bundles.setdefault(language, bundle)


def read_texts(folder: Path) -> dict[str, ast.Message | ast.Term]:
    """The messages (`key`) and terms (`-key`) of one language.

    :raises MissingText: a file cannot be read to its end, or two texts have one key.
    """
    found: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(folder.glob("*.ftl")):
        where = f"{folder.name}/{file.name}"
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise MissingText(f"{where}: {(entry.content or '').splitlines()[0]!r} is no text")
            if isinstance(entry, ast.Message | ast.Term):
                key = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                if key in found:
                    raise MissingText(f"{where}: {key} is there twice")
                found[key] = entry
    return found


def _escaped(value: Value) -> Value | FluentType:
    if isinstance(value, str) and not isinstance(value, Html):
        return escape(value, quote=False).replace('"', "&quot;")
    return _ungrouped(value)


def _ungrouped(value: Value) -> Value | FluentType:
    return fluent_number(value, useGrouping=False) if isinstance(value, int | float | Decimal) else value
