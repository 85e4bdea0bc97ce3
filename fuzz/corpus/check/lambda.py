lambda *, a=1: (yield)
