def remove_negatives(numbers):
    for number in numbers:
        if number < 0:
            numbers.remove(number)


def drop_expired(sessions, now):
    for key in sessions:
        if sessions[key] <= now:
            del sessions[key]
