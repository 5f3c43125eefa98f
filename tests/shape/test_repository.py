"""What a file of this repository never contains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"\w+://|\bfile:")
MACHINE_PATH = re.compile(r"(?<![\w.\-])/(?:root|work|home/\w+|Users/\w+)/")
MAGIC_FILTER = re.compile(r"\bimport\b.*\bF\b|(?<![\w.\"'])F\.\w")
TEXT = {"", ".py", ".md", ".toml", ".ftl", ".html", ".js", ".css", ".yaml", ".yml", ".ini", ".mako", ".lock"}
GENERATED = {".git", ".hypothesis", ".venv", "__pycache__", "build", "dist", "node_modules"}


def files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in GENERATED and not path.name.endswith("_cache"):
            yield from files(path)
        elif path.is_file() and path.suffix in TEXT and path.name != ".env":
            yield path


def lines_with(pattern: re.Pattern[str], paths: Iterator[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_lock_files_name_no_host_and_no_path() -> None:
    locks = list(ROOT.glob("*.lock"))
    assert {lock.name for lock in locks} == {"requirements.lock", "requirements-dev.lock"}
    assert not lines_with(ADDRESS, iter(locks))


def test_every_locked_package_has_its_hashes() -> None:
    for lock in ROOT.glob("*.lock"):
        for block in re.split(r"\n(?=\S)", lock.read_text("utf-8")):
            assert "--hash=sha256:" in block, f"{lock.name}: {block}"


def test_no_file_knows_a_path_of_one_machine() -> None:
    assert not lines_with(MACHINE_PATH, files(ROOT))


def test_handlers_use_no_magic_filters() -> None:
    """Each one costs a thread hop: 20 times what an async filter costs."""
    assert not lines_with(MAGIC_FILTER, files(ROOT / "handlers"))


@pytest.mark.parametrize("slip", ["from aiogram import F", "from aiogram import F, Router", "@router.message(F.text)"])
def test_a_magic_filter_is_recognised(slip: str) -> None:
    assert MAGIC_FILTER.search(slip)


@pytest.mark.parametrize("folder", ["root", "work", "home/anna"])
def test_a_path_of_one_machine_is_recognised(folder: str) -> None:
    assert MACHINE_PATH.search(f"open('/{folder}/desk')")
