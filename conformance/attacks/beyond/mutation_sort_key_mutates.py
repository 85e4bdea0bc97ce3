a=[3,1,2]*50
def k(x):
    a.clear(); a.extend(range(1000)); return x
try: a.sort(key=k)
except ValueError as e: print(e)
print(len(a))
