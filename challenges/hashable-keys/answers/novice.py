# floor: 4
# ceiling: 5
def change_to_tuple(a_list):
    result = ()
    for item in a_list:
        if type(item) == list:
            result = result + (change_to_tuple(item),)
        else:
            result = result + (item,)
    return result


def count_rows(rows):
    answer = {}
    for row in rows:
        key = change_to_tuple(row)
        if key in answer:
            answer[key] = answer[key] + 1
        else:
            answer[key] = 1
    return answer


class Point:
    def __init__(self, x, y):
        self.__dict__["x"] = x
        self.__dict__["y"] = y

    def __setattr__(self, name, value):
        raise AttributeError("cannot change " + name)

    def __eq__(self, other):
        if type(other) == Point:
            return self.x == other.x and self.y == other.y
        return NotImplemented

    def __hash__(self):
        return 31 * hash(self.x) + hash(self.y)
