"""What is asked of the answer; each returns what is compared."""


def filled(answer, capacity, pairs):
    cache = answer.LRUCache(capacity)
    for key, value in pairs:
        cache.put(key, value)
    return cache


def case_0(answer):
    return filled(answer, 2, [("a", 1)]).get("a")


def case_1(answer):
    return filled(answer, 2, [("a", 1)]).get("b")


def case_2(answer):
    return filled(answer, 2, [("a", 1)]).get("b", 7)


def case_3(answer):
    return len(filled(answer, 2, [("a", 1), ("b", 2), ("c", 3)]))


def case_4(answer):
    cache = filled(answer, 2, [("a", 1), ("b", 2), ("c", 3)])
    return [key in cache for key in "abc"]


def case_5(answer):
    cache = filled(answer, 2, [("a", 1), ("b", 2)])
    cache.get("a")
    cache.put("c", 3)
    return [key in cache for key in "abc"]


def case_6(answer):
    cache = filled(answer, 2, [("a", 1), ("b", 2), ("a", 3), ("c", 4)])
    return [cache.get(key) for key in "abc"]


def case_7(answer):
    return filled(answer, 1, [("a", 1), ("b", 2)]).get("b")


def case_8(answer):
    try:
        answer.LRUCache(0)
    except ValueError:
        return "refused"
    return "taken"


def case_9(answer):
    cache = filled(answer, 100, [(number, number) for number in range(1000)])
    return sum(cache.get(number, 0) for number in range(1000))
