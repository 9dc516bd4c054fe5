# tries: fails to load with a text that moves the cursor
# wall: texts are cleaned before they are shown
# outcome: not_run
# load: raised

raise SystemExit("\x1b[2J\u202e\n::error::x <script>alert(1)</script> =1+1")
