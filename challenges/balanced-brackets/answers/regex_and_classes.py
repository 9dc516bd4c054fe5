# floor: 5
# ceiling: 5
import re

BRACKET = re.compile(r"[()\[\]{}]")
PAIRS = ["()", "[]", "{}"]


class Unbalanced(Exception):
    """Carries the index of the bracket that is wrong."""


class Matcher:
    def __init__(self):
        self.open_brackets = []

    def feed(self, bracket, index):
        for opener, closer in PAIRS:
            if bracket == opener:
                self.open_brackets.append((opener, index))
            elif bracket == closer:
                self.close(opener, index)

    def close(self, opener, index):
        if not self.open_brackets:
            raise Unbalanced(index)
        last, _ = self.open_brackets.pop()
        if last != opener:
            raise Unbalanced(index)

    def finish(self):
        if self.open_brackets:
            raise Unbalanced(self.open_brackets[-1][1])


def first_unbalanced(text):
    matcher = Matcher()
    try:
        for match in BRACKET.finditer(text):
            matcher.feed(match.group(), match.start())
        matcher.finish()
    except Unbalanced as error:
        return error.args[0]
    return None
