@d
class A(B, metaclass=C):
    __slots__ = 'a',
    def f(self, /, *a, b: int = 1, **k) -> None: yield from (await x)
