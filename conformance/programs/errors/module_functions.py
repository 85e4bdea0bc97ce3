"""Functions of modules name their module when they are called with wrong arguments."""
import bisect
import functools
import heapq
import itertools
import math
import operator


def attempt(label, action, *arguments, **keywords):
    try:
        print(label, "->", action(*arguments, **keywords))
    except Exception as e:
        print(label, "!", type(e).__name__ + ":", e)


attempt("sin", math.sin)
attempt("sin", math.sin, 1, 2)
attempt("sin", math.sin, x=1)
attempt("sqrt", math.sqrt, "a")
attempt("floor", math.floor)
attempt("pow", math.pow, 1)
attempt("atan2", math.atan2, 1, 2, 3)
attempt("neg", operator.neg)
attempt("neg", operator.neg, 1, 2)
attempt("add", operator.add, 1)
attempt("not_", operator.not_, x=1)
attempt("heapify", heapq.heapify)
attempt("heapify", heapq.heapify, [], [])
attempt("heappop", heapq.heappop)
attempt("heappush", heapq.heappush, [])
attempt("len", len)
attempt("len", len, x=1)
attempt("ord", ord, "a", "b")
attempt("chain", lambda: list(itertools.chain(1)))
attempt("reduce", functools.reduce)
attempt("bisect", bisect.bisect, [1])
