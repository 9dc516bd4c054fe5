# tries: has a syntax error on a line that moves the cursor
# wall: texts are cleaned before they are shown
# outcome: not_run
# load: raised

x = "[2J‮" ::error:: <script>
