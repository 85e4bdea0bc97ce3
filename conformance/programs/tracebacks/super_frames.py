"""super() calls."""


class A:
    def run(self, n):
        return n["x"]


class B(A):
    def run(self, n):
        return super().run(n) + 1


B().run(3)
