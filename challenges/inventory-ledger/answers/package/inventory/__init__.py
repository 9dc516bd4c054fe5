"""What a warehouse has on hand, what it is worth, and everything that was done."""

from .errors import NothingToUndo, OutOfStock, UnknownItem
from .ledger import Ledger

__all__ = ["Ledger", "NothingToUndo", "OutOfStock", "UnknownItem"]
