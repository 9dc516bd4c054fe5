# floor: 2
# ceiling: 2
# misses: never_above_limit, called_in_turn, refuses_bad_limit, cancels_the_rest, bounded_by_design
# misconceptions: calls_all_at_once, gather_cancels
import asyncio


async def gather_limited(limit, *factories):
    return await asyncio.gather(*[factory() for factory in factories])
