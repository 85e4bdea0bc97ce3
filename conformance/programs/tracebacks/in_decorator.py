def deco(f):
    raise TypeError("decorated " + f.__name__)


@deco
def target():
    pass
