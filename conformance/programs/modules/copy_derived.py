# deepcopy of classes derived from tuple, frozenset and deque: nothing inside is shared.
import collections
import copy


class Pair(tuple):
    pass


class Names(frozenset):
    pass


class Line(collections.deque):
    pass


pair = Pair([[1, 2], 3])
pair.note = ["n"]
made = copy.deepcopy(pair)
print(made, type(made).__name__, made[0] is pair[0], made.note, made.note is pair.note)
names = Names([(1, 2)])
print(copy.deepcopy(names), type(copy.deepcopy(names)).__name__)
for line in [collections.deque([[10]]), collections.deque([[10]], 5), Line([[10]], 3), Line([[10]])]:
    made = copy.deepcopy(line)
    line[0].append(1)
    line.append("more")
    print(line, made, made.maxlen, type(made).__name__)
    shallow = copy.copy(line)
    shallow.append("only here")
    print(line == shallow, shallow[0] is line[0])
line = Line([1])
line.tag = ["t"]
made = copy.deepcopy(line)
print(made.tag, made.tag is line.tag)
circle = collections.deque()
circle.append(circle)
made = copy.deepcopy(circle)
print(made[0] is made, made is circle)
