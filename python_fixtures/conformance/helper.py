"""A second file of the answer."""


def shout(text):
    return text.upper()
