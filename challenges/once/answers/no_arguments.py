# floor: 2
# ceiling: 2
# misses: same_arguments, keywords_reach, other_arguments, keeps_metadata, threads_one_call, threads_all_see, uses_lock
# misconceptions: check_then_act
def once(func):
    results = []

    def wrapper():
        if len(results) == 0:
            results.append(func())
        return results[0]

    return wrapper
