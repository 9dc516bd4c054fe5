raise SystemExit("mine")
