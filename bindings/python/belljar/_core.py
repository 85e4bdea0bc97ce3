"""Engines, programs, outcomes, sessions. Handles are freed with the objects that hold them; the library
keeps an engine alive as long as its programs."""
from __future__ import annotations

import json
import weakref
from ctypes import c_char_p, sizeof
from typing import Any, Callable, Iterable, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ._library import (ENDED, MEMORY, OK, REFUSED, Call, EffectFunction, EngineOptions, library, new_handle,
                       reference)

Json = Any
Function = Tuple[str, Callable[..., Json]]


class InvalidCall(ValueError):
    """Misuse: an unknown profile, unusable limits, a malformed document."""


class Refused(Exception):
    """The source breaks the profile's rules. `findings`: all of them; str(): as a terminal shows them."""

    def __init__(self, report: Mapping[str, Json]) -> None:
        super().__init__(report["text"])
        self.findings: Sequence[Mapping[str, Json]] = report["findings"]


class ProgramError(Exception):
    """Raised by a host's method: raises an exception in the program instead of ending it."""

    def __init__(self, class_name: str, message: str, **members: Json) -> None:
        super().__init__(f"{class_name}: {message}")
        self.document = {"class": class_name, "message": message, **members}


class Module:
    """A module of the host's own. Keywords: a pair of a signature and a function, or a constant."""

    def __init__(self, name: str, **members: Union[Function, Json]) -> None:
        self.name = name
        self.functions = {n: m[1] for n, m in members.items() if _is_function(m)}
        self._declared = {
            "name": name,
            "functions": {n: m[0] for n, m in members.items() if _is_function(m)},
            "constants": {n: m for n, m in members.items() if not _is_function(m)},
        }


def _is_function(member: object) -> bool:
    return isinstance(member, tuple) and len(member) == 2 and callable(member[1])


class Wish(NamedTuple):
    """What a session waits for."""
    service: str  # "clock", "http", "secret", "sdk" or "host"
    call: str  # "now", "request", "retrieve_value", "okta.list_groups", "bank.balance" …
    arguments: Mapping[str, Json]


class Canceller:
    """Ends the evaluations that it is given to, from any thread."""

    def __init__(self) -> None:
        self._handle = library.canceller_new()
        weakref.finalize(self, library.canceller_free, self._handle)

    def cancel(self) -> None:
        library.cancel(self._handle)


class Outcome:
    """What an evaluation came to: plain data."""

    def __init__(self, handle: Any) -> None:
        def text(name: str) -> str:
            return getattr(library, "outcome_" + name)(handle).decode("utf-8", "replace")

        try:
            self.status: str = text("status")  # "ok", "error", "limit", "effect"
            self.document: Mapping[str, Json] = json.loads(text("json"))  # the whole, as `belljar run --json`
            self.error_text: str = text("error_text")  # the traceback
            self.output: str = text("output")  # what was printed
            self.transcript: str = text("transcript")
        finally:
            library.outcome_free(handle)

    @property
    def ok(self) -> bool:
        return self.status == "ok"

    @property
    def result(self) -> Json:
        """What the handler returned; None if it did not."""
        return self.document.get("result")

    @property
    def usage(self) -> Mapping[str, int]:
        return self.document["usage"]

    def __repr__(self) -> str:
        return f"<belljar.Outcome {self.status}>"


class Engine:
    """A profile with its modules and limits: immutable, for any number of threads."""

    def __init__(self, profile: str = "sym", *, allow: Iterable[str] = (), modules: Iterable[Module] = (),
                 limits: Optional[Mapping[str, int]] = None) -> None:
        modules = list(modules)
        self.functions = {f"{m.name}.{name}": f for m in modules for name, f in m.functions.items()}
        options = EngineOptions(sizeof(EngineOptions), _bytes(profile), _json(list(allow)), _json(limits),
                                _json([m._declared for m in modules]), 0)
        handle, problem = new_handle(), new_handle()
        _check(library.engine_new(reference(options), reference(handle), reference(problem)), problem)
        self._handle = handle
        weakref.finalize(self, library.engine_free, handle)

    def compile(self, source: Union[str, bytes], name: str = "<source>") -> Program:
        """Raises Refused if the source breaks the profile's rules."""
        text = source.encode() if isinstance(source, str) else source
        handle, report = new_handle(), new_handle()
        status = library.compile(self._handle, text, len(text), _bytes(name), reference(handle), reference(report))
        document = library.take_text(report)
        if status == REFUSED:
            raise Refused(json.loads(document))
        _check(status, new_handle())
        return Program(self, handle, json.loads(document))


class Program:
    """A compiled source: immutable, for any number of threads."""

    def __init__(self, engine: Engine, handle: Any, report: Mapping[str, Json]) -> None:
        self.engine = engine
        self.warnings: Sequence[Mapping[str, Json]] = report["findings"]
        self._handle = handle
        weakref.finalize(self, library.program_free, handle)

    def evaluate(self, handler: Optional[str] = None, *, args: Optional[Sequence[Json]] = None,
                 event: Optional[Json] = None, world: Optional[Mapping[str, Json]] = None, host: Optional[object] = None,
                 limits: Optional[Mapping[str, int]] = None, canceller: Optional[Canceller] = None,
                 transcript: bool = False) -> Outcome:
        """Runs to the end. Without a handler: the module's body. Not both a world and a host."""
        call = _Call(self.engine, handler, args, event, world, host, limits, canceller, transcript)
        outcome, problem = new_handle(), new_handle()
        _check(library.evaluate(self._handle, call.pointer(), reference(outcome), reference(problem)), problem)
        return Outcome(outcome)

    def start(self, handler: Optional[str] = None, *, args: Optional[Sequence[Json]] = None, event: Optional[Json] = None,
              limits: Optional[Mapping[str, int]] = None, canceller: Optional[Canceller] = None) -> Session:
        """Runs until the first effect, or to the end."""
        call = _Call(None, handler, args, event, None, None, limits, canceller, True)
        session, problem = new_handle(), new_handle()
        _check(library.session_start(self._handle, call.pointer(), reference(session), reference(problem)), problem)
        return Session(session)

    def resume(self, snapshot: str, *, secrets: Optional[Mapping[str, str]] = None,
               canceller: Optional[Canceller] = None) -> Session:
        """Goes on from Session.snapshot(), which holds no secrets."""
        call = _Call(None, None, None, None, None, None, None, canceller, True)
        session, problem = new_handle(), new_handle()
        _check(library.session_resume(self._handle, _bytes(snapshot), _json(secrets), call.pointer(), reference(session),
                                      reference(problem)), problem)
        return Session(session)


class Session:
    """An evaluation whose effects are answered later. One thread at a time."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        weakref.finalize(self, library.session_free, handle)

    @property
    def wish(self) -> Optional[Wish]:
        """None: the session has ended."""
        texts = [c_char_p() for _ in range(3)]
        if library.session_wish(self._handle, *map(reference, texts)) == ENDED:
            return None
        service, call, arguments = (text.value.decode() for text in texts)
        return Wish(service, call, json.loads(arguments))

    def answer(self, value: Json) -> None:
        self._go_on(library.session_answer, _json_always(value))

    def error(self, class_name: str, message: str, **members: Json) -> None:
        """Raises an exception in the program."""
        self._go_on(library.session_error, _json_always({"class": class_name, "message": message, **members}))

    def refuse(self, reason: str = "") -> None:
        """Ends the evaluation."""
        self._go_on(library.session_refuse, _bytes(reason))

    def _go_on(self, function: Callable[..., int], text: Optional[bytes]) -> None:
        if function(self._handle, text) == ENDED:
            raise InvalidCall("the session waits for nothing")

    @property
    def outcome(self) -> Outcome:
        """What the program has come to; while there is a wish, with status "effect"."""
        outcome = new_handle()
        _check(library.session_outcome(self._handle, reference(outcome)), new_handle())
        return Outcome(outcome)

    def snapshot(self) -> str:
        """JSON, for Program.resume, here or in another process."""
        text = new_handle()
        _check(library.session_snapshot(self._handle, reference(text)), new_handle())
        return library.take_text(text)


def version() -> str:
    """The library's."""
    return library.version().decode()


class _Call:
    """A belljar_call, and what must live as long as it is used."""

    def __init__(self, engine: Optional[Engine], handler: Optional[str], args: Optional[Sequence[Json]],
                 event: Optional[Json], world: Optional[Mapping[str, Json]], host: Optional[object],
                 limits: Optional[Mapping[str, int]], canceller: Optional[Canceller], transcript: bool) -> None:
        effect = EffectFunction()
        if world is not None and host is not None:
            raise InvalidCall("a world and a host exclude each other")
        if world is None and engine is not None and (host is not None or engine.functions):
            effect = EffectFunction(_Answers(engine, host))
        self._canceller = canceller
        self._call = Call(sizeof(Call), _bytes(handler), _json(event), _json(None if args is None else list(args)),
                          _json(limits), _json(world), effect, None, canceller._handle if canceller else None, transcript)

    def pointer(self) -> Any:
        return reference(self._call)


class _Answers:
    """Effects as calls of the host's methods. No exception leaves it: the effect is refused."""

    def __init__(self, engine: Engine, host: Optional[object]) -> None:
        self._engine, self._host = engine, host

    def __call__(self, _user: Any, service: bytes, call: bytes, arguments: bytes, reply: Any) -> None:
        try:
            value = self._ask(service.decode(), call.decode(), json.loads(arguments))
            library.reply_answer(reply, _json_always(value))
        except ProgramError as error:
            library.reply_error(reply, _json_always(error.document))
        except BaseException as error:  # a callback has nobody to raise to
            library.reply_refuse(reply, _bytes(f"{type(error).__name__}: {error}"))

    def _ask(self, service: str, call: str, arguments: Mapping[str, Json]) -> Json:
        if service == "host":
            return self._engine.functions[call](**arguments)
        method = getattr(self._host, {"clock": "now", "http": "http", "secret": "secret", "sdk": "call"}[service], None)
        if method is None:
            raise LookupError("the host does not offer it")
        if service == "clock":
            return method()
        if service == "secret":
            return method(arguments["path"])
        return method(arguments) if service == "http" else method(call, arguments)


def _bytes(text: Optional[str]) -> Optional[bytes]:
    if text is None:
        return None
    if "\0" in text:
        raise InvalidCall("a text with a NUL character")
    return text.encode()


def _json_always(value: Json) -> bytes:
    try:
        return json.dumps(value, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        raise InvalidCall(str(error)) from None


def _json(value: Optional[Json]) -> Optional[bytes]:
    return None if value is None else _json_always(value)


def _check(status: int, problem: Any) -> None:
    text = library.take_text(problem)
    if status == MEMORY:
        raise MemoryError("belljar")
    if status != OK:
        raise InvalidCall(text or "misuse")
