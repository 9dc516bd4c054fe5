# tries: kills its own process
# wall: the kernel's word goes first
# outcome: crashed

import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
