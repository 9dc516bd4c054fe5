def append_to(item, target=[]):
    target.append(item)
    return target
