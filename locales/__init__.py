"""Every word that a person reads: one folder for each language, and the catalogue that reads them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(file.parent.name for file in FOLDER.glob("*/main.ftl")))
"""A language is there as soon as its folder is."""
