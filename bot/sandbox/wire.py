"""JSON as it goes over the wire."""

from __future__ import annotations

import json

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""One encoder for all: json.dumps makes a new one for each call with options."""
