"""Slices of str, list, tuple, bytes and range, read, assigned and deleted, with every kind of bound."""
bounds = [None, 0, 1, 2, 3, 5, 9, -1, -2, -5, -9]
steps = [None, 1, 2, 3, -1, -2, -3, 100, -100]
text, numbers = "abcde", [0, 1, 2, 3, 4]
out = []
for i in bounds:
    for j in bounds:
        for k in steps:
            s = text[i:j:k]
            assert "".join(text[n] for n in range(5)[i:j:k]) == s, (i, j, k)
            assert list(tuple(numbers)[i:j:k]) == numbers[i:j:k]
            out.append(s)
print(len(out), len(set(out)), "|".join(sorted(set(out))))
print(b"abcdef"[1:-1], b"abcdef"[::-1], range(10)[2:8:3], range(10)[::-1], range(0)[::-1], "héllo wörld"[1:8], "日本語テキスト"[::-2])

results = []
for i in [None, 0, 2, 4, -2, 9]:
    for j in [None, 1, 3, -1, 9]:
        for k in [None, 1, 2, -1]:
            copy = list(numbers)
            try:
                copy[i:j:k] = "xyz"
                results.append("".join(str(v) for v in copy))
            except ValueError as error:
                results.append(str(error))
print(len(results), sorted(set(results)))
results = []
for i in [None, 0, 2, -2, 9]:
    for j in [None, 1, 3, -1, 9]:
        for k in [None, 1, 2, -1, -2]:
            copy = list(numbers)
            del copy[i:j:k]
            results.append("".join(str(v) for v in copy))
print(results)
a = [1, 2, 3]
a[1:1] = [9, 9]
a[len(a):] = [7]
a[:0] = a
print(a)
a[:] = []
print(a)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(4), text[s], numbers[s])


class Shows:
    def __getitem__(self, key):
        return key


show = Shows()
print(show[1], show[1:2], show[1, 2:3], show[::], show[..., 1], show[()], show["a":"b"])
for bad in [lambda: text["a":], lambda: numbers[1.5:], lambda: numbers[::0], lambda: text[1, 2]]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
