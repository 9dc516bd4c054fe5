# tries: reads the names and texts of the run's other steps from memory
# wall: a step's process forgets the others before the answer is loaded
# outcome: unmet
# got: 0

import gc


def attack():
    tables = [thing for thing in gc.get_objects() if type(thing) is dict and type(thing.get("steps")) is list]
    return len(tables)
