def run_all(tasks, kind):
    pass
