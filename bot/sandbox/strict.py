"""What the cloud lets pass without a word, kept for tests: wrong names, things cut or dropped.

Telegram ignores unknown parameters. The local Telegram answers alike and writes a line here instead.
Known names are those of aiogram's own models, read at the first call, because importing them takes seconds.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from bot.sandbox.fields import decoded

if TYPE_CHECKING:
    from pydantic import BaseModel

Note = Callable[[str], None]


def nowhere(line: str) -> None:
    """A note that nobody reads."""


class StrictReport:
    """One line a finding, each only once, in the order of their first coming."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    @property
    def lines(self) -> list[str]:
        return list(self._lines)

    def note(self, line: str) -> None:
        self._lines.setdefault(line)

    def clear(self) -> None:
        self._lines.clear()

    def check(self, method: str, parameters: Mapping[str, Any]) -> None:
        """Note an unknown method, unknown parameters and unknown fields inside of them.

        ``parameters`` are as they came: nested objects may be JSON text. Parts of uploads named by an
        ``attach://`` link are no parameters and are to be left out.
        """
        model = known_methods().get(method.lower())
        if model is None:
            self.note(f"{method}: unknown method")
            return
        for name, value in parameters.items():
            annotation = _fields(model).get(name)
            if annotation is None:
                self.note(f"{method}: unknown parameter {name}")
            else:
                self._inside(f"{method}.{name}", annotation, decoded(value))

    def _inside(self, path: str, annotation: object, value: object) -> None:
        if isinstance(value, list):
            for item in value:
                self._inside(path, annotation, item)
        elif isinstance(value, dict):
            self._object(path, _models(annotation), value)

    def _object(self, path: str, models: tuple[type[BaseModel], ...], value: dict[str, Any]) -> None:
        """Of a union the member of the given ``type`` is meant, else that with the fewest strangers."""
        if not models:
            return
        model = min(models, key=lambda candidate: _distance(candidate, value))
        for name, item in value.items():
            annotation = _fields(model).get(name)
            if annotation is None:
                self.note(f"{path}: unknown field {name} of {model.__name__}")
            else:
                self._inside(f"{path}.{name}", annotation, item)


def _distance(model: type[BaseModel], value: dict[str, Any]) -> tuple[bool, int]:
    kind = model.model_fields["type"].default if "type" in model.model_fields else None
    other_kind = isinstance(kind, str) and value.get("type") != kind
    return other_kind, len(value.keys() - _fields(model).keys())


@cache
def known_methods() -> dict[str, type[BaseModel]]:
    """The method models of aiogram by lower-case name."""
    from aiogram import methods

    models = (getattr(methods, name) for name in methods.__all__)
    return {name.lower(): model for model in models if isinstance(name := _api_name(model), str)}


def _api_name(model: object) -> object:
    """The abstract bases that stand beside the methods have no text here."""
    return getattr(model, "__api_method__", None)


@cache
def _fields(model: type[BaseModel]) -> dict[str, object]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _models(annotation: object) -> tuple[type[BaseModel], ...]:
    return tuple(dict.fromkeys(_walk(annotation)))


def _walk(annotation: object) -> Iterable[type[BaseModel]]:
    from pydantic import BaseModel

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (list, Union, types.UnionType):
        for part in get_args(annotation):
            yield from _walk(part)
