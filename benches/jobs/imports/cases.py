"""What is asked of the answer; each returns what is compared."""


def case_0(answer):
    return answer.modules()


def case_1(answer):
    return answer.json.dumps([1])
