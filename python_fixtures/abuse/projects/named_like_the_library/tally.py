import json
import os
import posix
import traceback

import viva

print("sum", json.dumps(viva.MET), os.getcwd(), posix.getpid() > 0, traceback.format_exc())
