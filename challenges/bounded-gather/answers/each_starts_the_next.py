# floor: 4
# ceiling: 4
# misses: ten_thousand, bounded_by_design
import asyncio


async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    results = {}
    numbers = iter(range(len(factories)))

    async def go_on():
        number = next(numbers, None)
        if number is not None:
            results[number] = await factories[number]()
            await go_on()

    lines = set()
    while len(lines) < limit:
        lines.add(asyncio.ensure_future(go_on()))
    try:
        await asyncio.gather(*lines)
    finally:
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)
    return [results[number] for number in range(len(factories))]
