# floor: 3
# ceiling: 3
# misses: expires_now, error_changes_nothing
def remove_negatives(numbers):
    kept = []
    while numbers:
        kept.append(numbers.pop())
    numbers.extend(n for n in reversed(kept) if n >= 0)


def drop_expired(sessions, now):
    for key in list(sessions):
        if sessions[key] < now:
            del sessions[key]
