"""contextlib: with statements made from functions, and helpers for them."""
from _collections import deque as _deque
from _generic_alias import GenericAlias as _GenericAlias
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from functools import wraps as _wraps
import _belljar

__all__ = [
    "AbstractContextManager", "ContextDecorator", "ExitStack", "closing", "contextmanager", "nullcontext",
    "suppress",
]


class AbstractContextManager(_ABC):
    """What has __enter__ and __exit__."""

    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            if _belljar.lookup(C, "__enter__", None) is None or _belljar.lookup(C, "__exit__", None) is None:
                return NotImplemented
            return True
        return NotImplemented

    def __class_getitem__(cls, item):
        return _GenericAlias(cls, item)


class ContextDecorator:
    """Lets a context manager be used as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        # As a decorator it is entered once a call: each needs a generator of its own.
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            # One that the body raised itself goes on.
            return stop is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Decorator: a generator function that yields once becomes a context manager."""

    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class _BaseExitStack:
    """A list of exits to be run in reverse, as nested with statements would."""

    def __init__(self):
        self._exits = _deque()

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = _deque()
        return other

    def push(self, exit):
        cls = type(exit)
        method = getattr(cls, "__exit__", None)
        if method is None:
            self._exits.append(exit)
        else:
            self._exits.append(lambda *details: method(exit, *details))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        enter = getattr(cls, "__enter__", None)
        leave = getattr(cls, "__exit__", None)
        if enter is None or leave is None:
            raise TypeError(
                "'%s.%s' object does not support the context manager protocol"
                % (cls.__module__, cls.__qualname__)
            )
        result = enter(cm)
        self._exits.append(lambda *details: leave(cm, *details))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(*details):
            callback(*args, **kwds)

        self._exits.append(leave)
        return callback



class ExitStack(_BaseExitStack, AbstractContextManager):
    """A with statement over any number of context managers."""

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        received = exc_details[0] is not None
        outer = exc_details[1] if received else None
        current = outer
        suppressed = False
        pending = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if current is None:
                    done = leave(None, None, None)
                else:
                    done = leave(type(current), current, current.__traceback__)
                if done:
                    suppressed = True
                    pending = False
                    current = None
            except BaseException as error:
                _link(error, current, outer)
                pending = True
                current = error
        if pending:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return received and suppressed


def _link(error, current, handled):
    """Where the chain of a new error ends with what the with statement handles, it goes on with what was
    raised since, as nested with statements would have it."""
    while True:
        before = error.__context__
        if before is None or before is current:
            return
        if before is handled:
            break
        error = before
    error.__context__ = current
