class K:
    def __hash__(s):
        d.clear(); return 5
d={i:i for i in range(100)}
d[K()]=1
print(len(d), list(d.values()))
d.update({K():2, K():3})
print(len(d))
d.pop(K(),0); d.get(K()); K() in d; d.setdefault(K(),1)
print(len(d))
