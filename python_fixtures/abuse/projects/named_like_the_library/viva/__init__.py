MET = True
