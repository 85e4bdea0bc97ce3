class T:
    def __init__(s,v): s.v=v
    def __lt__(s,o):
        a.append(T(1)); del a[:]; return s.v<o.v
a=[T(i%7) for i in range(100)]
try: a.sort()
except ValueError as e: print(e)
print(len(a))
