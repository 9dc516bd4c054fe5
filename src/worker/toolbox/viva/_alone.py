"""Tools that look at the process itself, or start threads in it, need one in which nothing else ran.

Cases of an answer may share a process at first, for speed. A tool that calls `alone()` leaves such a
process at once; its case then runs in one of its own, where the call changes nothing.
"""

from __future__ import annotations

from viva._kept import BUILTINS

__builtins__ = BUILTINS


class NotAlone(BaseException):
    """Leaves a case that cannot share its process."""


class _Sharing:
    """Whether cases share this process, and whether the running one may not."""

    on = False
    refused = False


def share() -> None:
    """Says that cases share this process."""
    _Sharing.on = True


def alone() -> None:
    """Goes on only in a process of the case's own."""
    if _Sharing.on:
        _Sharing.refused = True
        raise NotAlone


def was_refused() -> bool:
    """Whether a tool left the case, whoever caught what it raised; the next case begins anew."""
    refused, _Sharing.refused = _Sharing.refused, False
    return refused
