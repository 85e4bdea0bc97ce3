import dataclasses
@dataclasses.dataclass
class A:
    x: object
a=A(1)
for i in range(10**4): a=A(a)
try: repr(a)
except RecursionError: print('rec')
try: a==A(a)
except RecursionError: print('rec')
try: dataclasses.asdict(a)
except RecursionError: print('rec')
a=A(1); a.x=a
print(repr(a))
