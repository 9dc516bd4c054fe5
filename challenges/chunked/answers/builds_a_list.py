# floor: 5
# ceiling: 5
def chunked(iterable, size):
    """Return an iterator of lists with `size` items each; the last list may be shorter."""
    if type(size) is not int:
        raise TypeError("size has to be an int")
    if size < 1:
        raise ValueError("size has to be positive")

    def generate():
        chunk = []
        for item in iterable:
            chunk.append(item)
            if len(chunk) == size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    return generate()
