"""What the constructors and methods of exceptions say with wrong arguments."""


def show(label, call, *args, **keywords):
    try:
        made = call(*args, **keywords)
        print(label, repr(made), "|", str(made))
    except Exception as e:
        print(label, type(e).__name__ + ":", e)


for cls in [BaseException, Exception, ArithmeticError, AssertionError, AttributeError, BufferError, EOFError,
            FloatingPointError, GeneratorExit, ImportError, IndexError, KeyError, KeyboardInterrupt, LookupError,
            MemoryError, ModuleNotFoundError, NameError, NotImplementedError, OSError, OverflowError, RecursionError,
            ReferenceError, RuntimeError, StopIteration, SystemError, SystemExit, TypeError, UnboundLocalError,
            UnicodeError, ValueError, Warning, UserWarning, ZeroDivisionError, ConnectionError, TimeoutError]:
    name = cls.__name__
    for count in range(3):
        show(name, cls, *["a", "b"][:count])
    show(name + " keyword", cls, bad=1)
    show(name + " argument and keyword", cls, 1, bad=1)
    e = cls("x")
    show(name + ".add_note", cls.add_note, e)
    show(name + ".add_note", cls.add_note, e, 1)
    show(name + ".add_note", cls.add_note, e, "a", "b")
    show(name + ".with_traceback", cls.with_traceback, e)
    show(name + ".with_traceback", cls.with_traceback, e, 1)
    show(name + ".with_traceback", cls.with_traceback, e, None)
