"""What can go wrong, by its own name."""


class OutOfStock(ValueError):
    """More was to be shipped than is on hand."""


class UnknownItem(KeyError):
    """There is no item with this SKU."""


class NothingToUndo(LookupError):
    """Every change was taken back."""
