class L:
    def __len__(s): return 2**62
    def __iter__(s): return iter([1])
    def __getitem__(s,i): raise IndexError
    def __length_hint__(s): return 2**60
print(list(L()),tuple(L()))
x=[1]
x.extend(L())
print(x)
print(list(reversed(L())) if 0 else 1)
