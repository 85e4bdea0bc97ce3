"""Inherited names are candidates."""


class Base:
    def describe(self):
        pass


class Derived(Base):
    pass


Derived().descibe()
