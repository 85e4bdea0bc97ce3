"""heapq: a list as a heap, its least item first."""
from _heapq import (
    heapify, heapify_largest as _heapify_largest, heappop, heappop_largest as _heappop_largest, heappush,
    heappushpop, heapreplace, heapreplace_largest as _heapreplace_largest,
)

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order; equal ones in the order of the iterables."""
    if reverse:
        arrange, replace, pop, step = _heapify_largest, _heapreplace_largest, _heappop_largest, -1
    else:
        arrange, replace, pop, step = heapify, heapreplace, heappop, 1
    # The numbers differ, so that a comparison of heads never reaches the items themselves.
    heads = []
    for number, iterable in enumerate(iterables):
        source = iter(iterable)
        for item in source:
            heads.append([item if key is None else key(item), number * step, item, source])
            break
    arrange(heads)
    while heads:
        head = heads[0]
        yield head[2]
        for item in head[3]:
            head[0] = item if key is None else key(item)
            head[2] = item
            replace(heads, head)
            break
        else:
            pop(heads)


def nsmallest(n, iterable, key=None):
    """The first n of sorted(iterable, key=key)."""
    return sorted(iterable, key=key)[:len(range(n))]


def nlargest(n, iterable, key=None):
    """The first n of sorted(iterable, key=key, reverse=True)."""
    return sorted(iterable, key=key, reverse=True)[:len(range(n))]
