"""Classes: inheritance, super, properties, class and static methods, the protocol methods."""


class Base:
    kind = "base"
    instances = 0

    def __init__(self, name):
        self.name = name
        Base.instances += 1

    def describe(self):
        return f"{self.kind}:{self.name}"

    @classmethod
    def make(cls, *names):
        return [cls(n) for n in names]

    @staticmethod
    def helper(x):
        return x * 2

    @property
    def upper(self):
        return self.name.upper()

    @upper.setter
    def upper(self, value):
        self.name = value.lower()


class Derived(Base):
    kind = "derived"

    def __init__(self, name, extra=None):
        super().__init__(name)
        self.extra = extra

    def describe(self):
        return super().describe() + f"/{self.extra}"


b, d = Base("one"), Derived("two", 2)
print(b.describe(), d.describe(), Base.instances)
print([x.describe() for x in Derived.make("p", "q")], Derived.helper(4), d.helper(5))
d.upper = "LOUD"
print(d.upper, d.name)
print(isinstance(d, Base), isinstance(b, Derived), issubclass(Derived, Base), isinstance(d, (int, Base)))
print(type(d).__name__, Derived.__name__, type(d) is Derived)


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who())


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __rmul__(self, k):
        return self * k

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, *args):
        return ("called", args)

    def __format__(self, spec):
        return f"[{spec}|{self!s}]"


v, w = Vector(1, 2), Vector(3, 4)
print(v, repr(v), [v, w], v + w, v * 3, 3 * v, -v, abs(w))
print(v == Vector(1, 2), v != w, v == 5, v < w, sorted([w, v]), max(v, w))
print(bool(Vector(0, 0)), len(v), list(v), v[-1], 2 in v, 9 in v, v(1, 2), f"{v:abc}", f"{v!r}")
print({v: "found"}[Vector(1, 2)], len({v, Vector(1, 2), w}))
u = v
u += w
print(v, u is v)
x, y = w
print(x, y)


class Bag:
    def __init__(self):
        self.items = {}

    def __setitem__(self, key, value):
        self.items[key] = value

    def __getitem__(self, key):
        return self.items[key]

    def __delitem__(self, key):
        del self.items[key]

    def __iter__(self):
        return iter(sorted(self.items))

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("refused " + name)
        return "missing " + name


bag = Bag()
bag["b"], bag["a"] = 1, 2
bag["b"] += 10
print(list(bag), bag["b"], bag.other)
del bag["a"]
print(list(bag), hasattr(bag, "nothing"), hasattr(bag, "anything"), getattr(bag, "nope", "default"))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(5), [*Countdown(2)])


class Attributes:
    shared = []


one, two = Attributes(), Attributes()
one.shared.append(1)
two.own = 2
one.shared = ["mine"]
print(Attributes.shared, one.shared, two.shared, two.own, hasattr(one, "own"))
setattr(one, "dynamic", 5)
print(one.dynamic, getattr(one, "dynamic"))
delattr(one, "dynamic")


def attempt(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: one.dynamic))
print(attempt(lambda: Attributes.missing))
print(attempt(lambda: Vector(1)))
print(attempt(lambda: v < 5))
print(attempt(lambda: v - w))
print(attempt(lambda: one < two))
print(attempt(lambda: one + 1))
print(attempt(lambda: len(one)))
print(attempt(lambda: one[0]))
print(attempt(lambda: one()))
print(attempt(lambda: iter(one)))
print(attempt(lambda: b.describe(1)))
print(attempt(lambda: Base.describe()))
method = d.describe
print(method(), Base.describe(d), callable(method), callable(one), callable(Base))
