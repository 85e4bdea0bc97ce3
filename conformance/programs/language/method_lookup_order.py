# A method is found before its arguments are evaluated, and called after.
def say(text):
    print("argument", text)
    return text


class Hooked:
    def __getattr__(self, name):
        print("getattr", name)
        if name == "missing":
            raise AttributeError(name)
        return lambda *args, **named: (name, args, named)


class Computed:
    @property
    def method(self):
        print("property")
        return lambda *args, **named: ("computed", args, named)

    @property
    def failing(self):
        print("failing property")
        raise KeyError("inside")


class Plain:
    def __init__(self):
        self.stored = lambda *args: ("stored", args)

    def method(self, *args):
        return ("plain", args)

    def replace(self, value):
        self.stored = lambda *args: ("replaced", args)
        return value

    def shift(self, value):
        self.method = lambda *args: ("shifted", args)
        return value


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: Hooked().anything(say(1), say(2)))
attempt(lambda: Hooked().anything(say(1), key=say(2)))
attempt(lambda: Hooked().missing(say(1)))
attempt(lambda: Computed().method(say(1)))
attempt(lambda: Computed().method(*[say(1)], **{"k": say(2)}))
attempt(lambda: Computed().failing(say(1)))
attempt(lambda: Plain().nothing(say(1)))
attempt(lambda: Plain().method(say(1), say(2)))
attempt(lambda: "text".nothing(say(1)))
attempt(lambda: "text".upper(say(1)))
attempt(lambda: [].append(say(1), say(2)))
attempt(lambda: (5).real(say(1)))
attempt(lambda: None.method(say(1)))

# What an argument does to the object comes too late for the attribute that was found.
p = Plain()
print(p.stored(p.replace(1)), p.stored(2))


class Base:
    def method(self, *args):
        return ("base", args)

    @classmethod
    def make(cls, *args):
        return (cls.__name__, args)

    @staticmethod
    def free(*args):
        return ("free", args)


class Derived(Base):
    def method(self, *args):
        return super().method(say("in derived"), *args)

    def missing(self):
        return super().nowhere(say("never"))


attempt(lambda: Derived().method(say(1)))
attempt(lambda: Derived().missing())
attempt(lambda: Derived.make(say(1)))
attempt(lambda: Derived().make(say(1), say(2)))
attempt(lambda: Derived.free(say(1)))
attempt(lambda: Derived.method(Derived(), say(1)))
attempt(lambda: Derived.nowhere(say(1)))


# The callee of a plain call is evaluated first as well, and is called even if its name is rebound.
def first():
    print("callee")
    return print


first()(say("last"))


def f(*args):
    return ("old f", args)


def rebind():
    global f
    f = lambda *args: ("new f", args)
    return "rebound"


print(f(rebind()), f(1))


# In a generator the same holds.
def generator():
    c = Computed()
    yield c.method((yield "sent"))


g = generator()
print(next(g))
print(g.send(say("to the generator")))

# Chains: each link is found, then its arguments are evaluated, then it is called.
class Chain:
    def __init__(self, name):
        self.name = name

    @property
    def link(self):
        print("link of", self.name)
        return lambda text: Chain(self.name + text)


print(Chain("a").link(say("b")).link(say("c")).name)
