"""What is asked of the answer; each returns what is compared."""


def case_0(answer):
    return answer.fill()
