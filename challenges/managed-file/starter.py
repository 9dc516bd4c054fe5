def managed_file(path, mode="r"):
    pass
