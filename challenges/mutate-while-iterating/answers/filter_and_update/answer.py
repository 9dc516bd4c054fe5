# floor: 4
# ceiling: 5
def remove_negatives(numbers):
    """Keep what is not negative, in the very same list."""
    stays = list(filter(lambda number: not number < 0, numbers))
    numbers.clear()
    numbers.extend(stays)


def drop_expired(sessions, now):
    """Forget every session whose time is over."""
    alive = {key: expiry for key, expiry in sessions.items() if expiry > now}
    sessions.clear()
    sessions.update(alive)
