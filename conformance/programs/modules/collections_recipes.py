# collections at work: the things that programs do with it.
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque


class LRU(OrderedDict):
    def __init__(self, size, *args, **kwargs):
        self.size = size
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]


cache = LRU(2)
cache["a"] = 1
cache["b"] = 2
cache["a"]
cache["c"] = 3
print(list(cache), cache)


def breadth_first(graph, start):
    seen, queue = [start], deque([start])
    while queue:
        for near in graph.get(queue.popleft(), ()):
            if near not in seen:
                seen.append(near)
                queue.append(near)
    return seen


print(breadth_first({1: [2, 3], 2: [4], 3: [4, 5], 5: [1]}, 1))


def moving_average(numbers, size=3):
    window = deque(numbers[: size - 1], maxlen=size)
    for x in numbers[size - 1 :]:
        window.append(x)
        yield sum(window) / size


print(list(moving_average([40, 30, 50, 46, 39, 44])))


def round_robin(*iterables):
    iterators = deque(map(iter, iterables))
    while iterators:
        try:
            while True:
                yield next(iterators[0])
                iterators.rotate(-1)
        except StopIteration:
            iterators.popleft()


print("".join(round_robin("ABC", "D", "EF")))

words = "the quick brown fox jumps over the lazy dog the end".split()
print(Counter(words).most_common(3), Counter(map(len, words)), +Counter(a=1, b=-1))
print(Counter("listen") == Counter("silent"), Counter("aab") - Counter("ab"), sum(Counter("aab").values()))

index = defaultdict(lambda: defaultdict(list))
for position, word in enumerate(words):
    index[word[0]][word].append(position)
print({letter: dict(found) for letter, found in sorted(index.items())}["t"])

settings = ChainMap({"debug": True}, {"debug": False, "level": 3})
print(settings["debug"], settings["level"], {**settings}, dict(settings.parents))


class Upper(UserDict):
    def __getitem__(self, key):
        return super().__getitem__(key).upper()


print(Upper(a="x")["a"], Upper(a="x").get("a"), dict(Upper(a="x")), {**Upper(a="y")}, list(Upper(b="z").values()))
