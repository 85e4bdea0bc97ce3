"""try, except, else and finally with every way out of each part."""


def path(way):
    trail = []
    try:
        trail.append("try")
        if way == "return":
            return trail
        if way == "raise":
            raise ValueError("x")
        if way == "key":
            {}["k"]
    except ValueError as error:
        trail.append("except " + str(error))
    except (KeyError, IndexError):
        trail.append("lookup")
        return trail
    else:
        trail.append("else")
    finally:
        trail.append("finally")
    trail.append("after")
    return trail


for way in ("none", "return", "raise", "key"):
    print(way, path(way))


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    for i in range(3):
        try:
            raise KeyError(i)
        finally:
            if i == 1:
                break
            continue
    return i


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    log = []
    try:
        try:
            raise ValueError("inner")
        finally:
            log.append("a")
            try:
                raise KeyError("second")
            except KeyError as error:
                log.append(repr(error.__context__))
    except ValueError as error:
        log.append(repr(error) + repr(error.__context__))
    return log


print(overrides(), swallows(), value_is_kept(), nested())


def generator():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("cleanup")


g = generator()
print(next(g))
g.close()
try:
    try:
        raise ValueError("a")
    except ValueError as error:
        raise TypeError("b") from error
except TypeError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("c") from None
except TypeError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    error
except NameError as problem:
    print(problem)
for bad in (3, "x", int, None):
    try:
        raise bad
    except TypeError as error:
        print(error)
    except BaseException as error:
        print(type(error).__name__)
try:
    raise ValueError("x") from 3
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except 3:
        pass
except TypeError as error:
    print(error)
