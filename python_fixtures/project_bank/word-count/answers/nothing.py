# floor: 1
# ceiling: 1
# misses: counts_input, counts_file, missing_file, writes_file, reads_on
def main():
    pass
