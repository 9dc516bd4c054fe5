# tries: leaves with success while it is imported
# wall: a case needs its END frame
# outcome: not_run
# load: raised

import sys

sys.exit(0)
