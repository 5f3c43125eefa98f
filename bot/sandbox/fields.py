"""Fields of JSON objects, read as leniently and refused in the words of Telegram's JSON reader."""

from __future__ import annotations

import json
import re
from typing import Any

Object = dict[str, Any]


class BadFieldError(ValueError):
    """A missing field or one of the wrong type; the caller says of which object."""


def decoded(value: object) -> object:
    """A parameter that is the JSON text of an object or array, read; everything else as it is."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return parsed(value)
    except ValueError:
        return value


def parsed(text: str) -> object:
    """JSON, read; ValueError also for what is nested too deep to be read."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def string(item: Object, name: str, *, required: bool = False) -> str:
    """A text; numbers count as text, a missing one that is not required as empty."""
    value = _value(item, name, required=required)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadFieldError(f'Field "{name}" must be of type String')
    return str(value)


def integer(item: Object, name: str) -> int:
    """A number that must be there; it may be written as text."""
    value = _value(item, name, required=True)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadFieldError(f'Field "{name}" must be a valid Number')
    return value


def boolean(item: Object, name: str) -> bool:
    value = _value(item, name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise BadFieldError(f'Field "{name}" must be of type Boolean')
    return value


def nested_object(item: Object, name: str) -> Object:
    value = _value(item, name, required=True)
    if not isinstance(value, dict):
        raise BadFieldError(f'Field "{name}" must be of type Object')
    return value


def array(item: Object, name: str) -> list[Any]:
    value = _value(item, name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadFieldError(f'Field "{name}" must be of type Array')
    return value


def _value(item: Object, name: str, *, required: bool = False) -> Any:
    value = item.get(name)
    if value is None and required:
        raise BadFieldError(f'Can\'t find field "{name}"')
    return value
