"""Countdown: write the class."""


class Countdown:
    """Counts down from `start` to 1, as often as it is asked to."""

    def __init__(self, start):
        raise NotImplementedError
