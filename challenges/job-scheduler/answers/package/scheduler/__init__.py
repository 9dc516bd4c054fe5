"""Runs jobs that depend on each other, a bounded number at once."""

from .core import Scheduler
from .jobs import Result

__all__ = ["Result", "Scheduler"]
