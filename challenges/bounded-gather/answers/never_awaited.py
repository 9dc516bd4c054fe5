# floor: 1
# ceiling: 1
# misses: gathers_one, results, in_order, never_above_limit, any_awaitable, reaches_limit, called_in_turn, refuses_bad_limit,
#         original_error, cancels_the_rest, outer_cancellation, ten_thousand, bounded_by_design
async def gather_limited(limit, *factories):
    return [factory() for factory in factories[:limit]]
