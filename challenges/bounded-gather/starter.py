"""Bounded gather: write `gather_limited`."""

import asyncio


async def gather_limited(limit, *factories):
    """The results of all factories, in order, with at most `limit` in flight."""
    raise NotImplementedError
