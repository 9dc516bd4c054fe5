# tries: stands first in line to find every module
# wall: the harness is loaded before
# outcome: unmet
# outcome in keep-state: raised

import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise ImportError(name)


sys.meta_path.insert(0, Finder())
sys.path_hooks.clear()
sys.path.clear()


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
