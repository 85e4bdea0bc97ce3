# Groups in groups, with notes and causes inside.
def raised(error, cause=None):
    try:
        raise error from cause
    except BaseException as e:
        return e


inner = raised(ExceptionGroup("inner", [raised(ValueError(1)), raised(TypeError("two\nlines"))]))
inner.add_note("a note on the inner group")
leaf = raised(KeyError("k"), raised(OSError(2, "cause of it")))
leaf.add_note("first line\nsecond line")
outer = ExceptionGroup("outer", [inner, leaf, ExceptionGroup("never raised", [ValueError(3)])])
outer.add_note("at the end")
raise outer
