"""The README's table of settings, made from the settings themselves.

``python -m tests.shape.settings_table`` writes it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic_core import PydanticUndefined

from bot.settings import PREFIX, Settings

README = Path(__file__).parents[2] / "README.md"
BEGIN = "<!-- settings: written by python -m tests.shape.settings_table -->\n"
END = "<!-- end of settings -->\n"


def table() -> str:
    rows = [
        f"| `{PREFIX}{name.upper()}` | {field.description} | {shown(field.default)} |\n"
        for name, field in Settings.model_fields.items()
    ]
    return "".join(["| Setting | Set it to | Default |\n", "| --- | --- | --- |\n", *rows])


def shown(default: Any) -> str:
    """As one would write it."""
    if default is PydanticUndefined:
        return "**required**"
    written = plain(default)
    return f"`{written}`" if written else "none"


def plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {plain(sorted(steps))}" for key, steps in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return str(value)


def with_table(readme: str) -> str:
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8")), "utf-8")
