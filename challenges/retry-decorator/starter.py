"""Retry decorator: write `retry`."""


def retry(max_attempts=3, delay=1):
    """Make a decorator that calls the function again when it fails."""
    raise NotImplementedError
