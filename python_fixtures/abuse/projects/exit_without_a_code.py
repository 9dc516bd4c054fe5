# tries: ends with an exit whose code cannot be asked for
# wall: the exception is the program's own
# outcome: raised

class Without(SystemExit):
    @property
    def code(self):
        raise KeyError("no code")


raise Without
