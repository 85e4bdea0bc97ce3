def f(v):
    match v:
        case 0 | "a":
            return 1
        case [x, *rest] if x:
            return rest
        case {"k": y, **others}:
            return y, others
        case Point(0, z=(1 | 2) as w):
            return w
        case None | _:
            pass
