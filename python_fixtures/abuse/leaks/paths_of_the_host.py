# tries: reads where things lie on the host
# wall: a neutral prefix
# outcome: unmet
# got: []

import json
import os
import sys


def attack():
    texts = [sys.prefix, sys.executable, json.__file__, *sys.path, os.getcwd(), sys.base_prefix]
    return [text for text in texts if not text.startswith(("/python", "/toolbox", "/tmp"))]
