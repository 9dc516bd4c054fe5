# tries: closes every descriptor, the streams of the runner among them
# wall: a case that cannot be told of is not met
# outcome: any of incomplete, raised

import os

os.closerange(0, 1024)
