# In which order the parts of expressions and statements are evaluated: left to right, the assigned value before its targets.

trace = []


def t(name, value=None):
    trace.append(name)
    return value


def show(title):
    print(f"{title}: {' '.join(trace)}")
    trace.clear()


class Box:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, key):
        t(f"{self.name}[{key}]")
        return 1

    def __setitem__(self, key, value):
        t(f"{self.name}[{key}]={value}")


# Comparison chains: each operand at most once, none after the first false link.
t("a", 1) < t("b", 2) < t("c", 3)
show("chain holds")
t("a", 2) < t("b", 1) < t("c", 3)
show("chain stops")
t("a", 1) in t("b", [1]) == t("c", [1]) is not t("d")
show("mixed chain")

# and, or, not, conditional expressions.
t("a", 0) or t("b", 5) and t("c", 0) or t("d", 1)
show("and or")
t("yes") if t("condition", True) else t("no")
show("conditional")

# Calls: the function, then arguments as they stand, then the call itself.
t("f", print)(*t("positional", []), *t("more", []), end=t("keyword", ""), **t("mapping", {}))
show("call")
t("f", dict)(a=t("a"), **t("m", {"b": 1}), c=t("c"))
show("keywords")

# Displays: key before value; slices in order.
{t("k1", 1): t("v1"), **t("spread", {}), t("k2", 2): t("v2")}
show("dict display")
t("list", [1, 2, 3])[t("low", 0):t("high", 3):t("step", 1)]
show("slice")
f"{t('x', 1):{t('width', 3)}}{t('y')!r}"
show("f-string")

# Assignment: the value, then the targets from left to right, each one's parts as its turn comes.
t("first", Box("A"))[t("i", 0)] = t("second", Box("B"))[t("j", 1)] = t("value", 9)
show("assignment")
t("p", Box("P"))[t("i", 0)], (t("q", Box("Q"))[t("j", 1)], *trace_rest) = t("value", (1, (2, 3)))
show("unpacking")

# Augmented assignment: the target's parts once, read, the operand, write.
t("box", Box("X"))[t("i", 5)] += t("operand", 2)
show("augmented")


class Slot:
    def __getattr__(self, name):
        return t(f"get {name}", 10)

    def __setattr__(self, name, value):
        t(f"set {name}={value}")


t("object", Slot()).size *= t("operand", 3)
show("augmented attribute")
try:
    t("box", Box("X"))[t("i", 5)] += t("operand", "text")
except TypeError:
    show("augmented fails")

# Annotated assignment: the value, then the target, then the annotation of a simple name.
noted: t("annotation", int) = t("value", 1)
show("annotated name")
(t("box", Box("N")))[t("i", 0)]: t("annotation", int) = t("value", 1)
show("annotated item")

# del, return tuples, raise from.
try:
    raise t("error", ValueError("x")) from t("cause", KeyError("y"))
except ValueError:
    show("raise from")
