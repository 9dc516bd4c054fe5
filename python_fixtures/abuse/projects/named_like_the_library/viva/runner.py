def run(*_):
    raise SystemExit(0)
