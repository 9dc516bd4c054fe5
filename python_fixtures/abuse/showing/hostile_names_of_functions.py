# tries: defines names that move the cursor, near to the one that is wanted
# wall: texts are cleaned before they are shown
# outcome: raised

for name in ("\x1b[2Jfail", "fai\u202el", "fail\n::error::x", "<b>fail</b>"):
    globals()[name] = lambda *_: None
