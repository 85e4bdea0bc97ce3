"""keys(), values() and items(): live views, and keys and items as sets."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d["d"] = 4
print(keys, values, items, len(keys), len(values), len(items))
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
print("a" in keys, "z" in keys, 4 in values, 9 in values, ("a", 1) in items, ("a", 2) in items, "a" in items, (1, 2, 3) in items)
attempt(lambda: [] in keys)
attempt(lambda: ([], 1) in items)
print([k for k in keys], [v for v in values], [(k, v) for k, v in items])

print(sorted(keys & {"a", "q"}), sorted(keys | "xy"), sorted(keys - ["a", "b"]), sorted(keys ^ {"a", "z"}))
print(sorted(items & [("a", 1), ("b", 9)]), sorted(items - {("a", 1)}), len(items | {("q", 0)}), len(items ^ items))
print(sorted({"a", "q"} & keys), sorted({"z"} | keys), sorted({"a", "q"} - keys), sorted(["a", "q"] - keys))
print(keys == {"a", "b", "c", "d"}, keys == d.keys(), keys != {"a"}, {"a", "b", "c", "d"} == keys, keys == ["a", "b", "c", "d"])
print(keys < {"a", "b", "c", "d", "e"}, keys <= keys, keys > {"a"}, keys >= {"q"}, {"a"} < keys, items >= {("a", 1)})
print(keys.isdisjoint("xyz"), keys.isdisjoint({"a"}), items.isdisjoint([("a", 2)]))
print(values == d.values(), values == values, items == dict(d).items())
attempt(lambda: keys & 5)
attempt(lambda: keys < [1])
attempt(lambda: values & values)
attempt(hash, keys)
attempt(hash, items)
attempt(lambda: keys[0])
attempt(lambda: keys.isdisjoint(5))

it = iter(keys)
print(next(it))
d["e"] = 5
attempt(next, it)
attempt(next, it)

big = {i: -i for i in range(300)}
for i in range(0, 300, 2):
    del big[i]
print(len(big.keys()), sum(big.keys()), sum(big.values()), sum(k + v for k, v in big.items()), list(big.items())[:3])
print(list(reversed(big.keys()))[:3], max(big), min(big.values()), sorted(big.keys() & range(10)))
print(bool({}.keys()), bool({1: 2}.items()), bool({}.values()))
