# tries: replaces the parts of the toolbox that record
# wall: the recorder was bound before
# outcome: raised
# outcome in sum-pairs: unmet, unmet, raised, unmet

import viva._calls
import viva._codec
import viva._recorder
import viva.driver
import viva.oracle
import viva.runner

viva._codec.encode = lambda *_, **__: b"T"
viva._recorder.Recorder.record = lambda *_: None
viva.runner._see = lambda *_: None
viva.driver.raised = viva._calls.raised = lambda *_, **__: ValueError("name")
viva.oracle.Expect.__call__ = lambda *_: None


def wrong(*_, **__):
    return []


add = repeat = Box = fail = wrong
