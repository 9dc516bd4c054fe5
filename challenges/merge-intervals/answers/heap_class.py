# floor: 5
# ceiling: 5
import heapq


class Merger:
    """Takes intervals one by one and hands them out merged."""

    def __init__(self):
        self._heap = []

    def add(self, start, end):
        if start > end:
            raise ValueError("an interval starts at most at its end")
        heapq.heappush(self._heap, (start, end))

    def __iter__(self):
        while self._heap:
            start, end = heapq.heappop(self._heap)
            while self._heap and self._heap[0][0] <= end:
                _, other = heapq.heappop(self._heap)
                if other > end:
                    end = other
            yield start, end


def merge(intervals):
    merger = Merger()
    for start, end in intervals:
        merger.add(start, end)
    return list(merger)
