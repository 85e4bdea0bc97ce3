# super(T) without an object: it finds nothing itself, and binds where a class holds it.


class Base:
    def name(self):
        return "Base.name"

    @classmethod
    def made(cls):
        return "Base.made", cls.__name__

    @property
    def kind(self):
        return "Base.kind"


class Middle(Base):
    def name(self):
        return self.up.name(), "Middle.name"


class Last(Middle):
    def name(self):
        return super().name(), "Last.name"


Middle.up = super(Middle)
unbound = super(Middle)


def show(label, f):
    try:
        print(label, f())
    except Exception as error:
        print(label, type(error).__name__, error)


show("through the class's attribute", lambda: Middle().name())
show("from a derived class", lambda: Last().name())
show("a property", lambda: Last().up.kind)
show("of the class", lambda: Middle.up)
show("itself", lambda: unbound)
show("finds nothing", lambda: unbound.name)
show("bound by hand", lambda: unbound.__get__(Last()).name())
show("bound to a class", lambda: unbound.__get__(Last).made())
show("bound", lambda: unbound.__get__(Last()))
show("not bound to None", lambda: unbound.__get__(None, Middle) is unbound)
show("bound only once", lambda: super(Middle, Last()).__get__(5))
show("not to another class's object", lambda: unbound.__get__(Base()))
show("not to an int", lambda: unbound.__get__(5))
show("no type", lambda: super(5))
show("too many", lambda: super(Middle, Last(), 1))
