# floor: 3
# ceiling: 3
# misses: any_size, none_at_all
def create_multipliers(n=5):
    def by(i):
        return lambda x: x * i

    return [by(0), by(1), by(2), by(3), by(4)]
