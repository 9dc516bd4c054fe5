"""Your `wc/__main__.py`."""
