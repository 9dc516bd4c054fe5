# floor: 5
# ceiling: 5
class Countdown(list):
    """All numbers at once: short and right, at the price of memory."""

    def __init__(self, start):
        if start < 0:
            raise ValueError(f"start is {start}")
        super().__init__(range(start, 0, -1))
