"""Names that both sides draw alike."""

from __future__ import annotations

WORDS = ["Mailer", "Printer", "Archive", "Backup", "Report", "Search", "Export", "Upload", "Digest", "Ledger"]
OTHERS = ["zip", "tar", "smtp", "json", "toml", "ftp", "html", "epub"]


def class_names(rng, count: int) -> list:
    """Draws so many names of classes, in no order."""
    return rng.sample(WORDS, count)


def plugin_names(rng, count: int) -> list:
    """Draws so many names that differ from those of classes, in no order."""
    return rng.sample(OTHERS, count)
