"""Not for people."""
