# What super() says where it cannot work.
def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class A:
    def deleted(self):
        del self
        super()

    def captured(self):
        reader = lambda: self
        del self
        super()
        return reader

    def no_arguments():
        super()

    def only_star(*args):
        return super()

    def missing(self):
        return super().nothing

    def wrong(self):
        return super(5, self)

    def other_object(self):
        return super(A, 5)

    def three(self):
        return super(A, self, 1)

    def keyword(self):
        return super(type=A)

    def setting(self):
        super().attribute = 1

    def deleting(self):
        del super().attribute


def outside():
    super()


a = A()
attempt(a.deleted)
attempt(a.captured)
attempt(A.no_arguments)
attempt(A.only_star)
attempt(a.missing)
attempt(a.wrong)
attempt(a.other_object)
attempt(a.three)
attempt(a.keyword)
attempt(a.setting)
attempt(a.deleting)
attempt(outside)
attempt(lambda: A.missing(5))


class B:
    def f(self):
        nonlocal __class__
        del __class__
        super()


attempt(B().f)
