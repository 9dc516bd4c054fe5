"""The Python that runs in boxes: tools for authors, the runner of a step, and the recorder of cold runs.

Authors import from `viva.driver` and `viva.oracle` only. Runs on CPython 3.9 and later, with the standard
library alone. Every module here keeps builtins of its own (`viva._kept`), so an answer that patches the
interpreter's cannot bend a tool.
"""
