# floor: 3
# ceiling: 3
# misses: reaches_limit, bounded_by_design
# misconceptions: one_at_a_time
async def gather_limited(limit, *factories):
    if limit < 1:
        raise ValueError("limit must be at least 1")
    results = []
    for factory in factories:
        result = await factory()
        results.append(result)
    return results
