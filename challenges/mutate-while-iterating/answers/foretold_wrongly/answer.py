# floor: 3
# ceiling: 3
# misses: foretells_output
# misconceptions: wrong_guess
def remove_negatives(numbers):
    numbers[:] = (number for number in numbers if number >= 0)


def drop_expired(sessions, now):
    for key, expiry in sessions.copy().items():
        if expiry <= now:
            del sessions[key]
