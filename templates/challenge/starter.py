def first_repeat(items):
    """Return the first item that is met for the second time, or None."""
