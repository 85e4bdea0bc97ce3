class L:
    def __len__(s): return 2**62
    def __getitem__(s,i): return 1
for x in reversed(L()): pass
