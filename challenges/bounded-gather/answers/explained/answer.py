# floor: 5
# ceiling: 5
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any


async def gather_limited(limit: int, *factories: Callable[[], Awaitable[Any]]) -> list[Any]:
    """Gather with at most `limit` in flight; nothing outlives the call."""
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    semaphore = asyncio.Semaphore(limit)

    async def bounded(factory):
        async with semaphore:
            return await factory()

    tasks = [asyncio.create_task(bounded(factory)) for factory in factories]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
