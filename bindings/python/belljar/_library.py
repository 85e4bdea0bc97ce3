"""The C interface as ctypes sees it: belljar.h, declared once."""
import ctypes
import ctypes.util
import os
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p

OK, INVALID, REFUSED, MEMORY, ENDED = range(5)

EffectFunction = ctypes.CFUNCTYPE(None, c_void_p, c_char_p, c_char_p, c_char_p, c_void_p)


class EngineOptions(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("profile", c_char_p), ("modules_json", c_char_p), ("limits_json", c_char_p),
                ("host_modules_json", c_char_p), ("keep_warm", c_uint32)]


class Call(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("handler", c_char_p), ("event_json", c_char_p), ("args_json", c_char_p),
                ("limits_json", c_char_p), ("world_json", c_char_p), ("effect", EffectFunction), ("user", c_void_p),
                ("canceller", c_void_p), ("transcript", c_int)]


_H = POINTER(c_void_p)  # where a handle is put
_T = POINTER(c_char_p)  # where a text of the library's is put
# name: (result, arguments)
_FUNCTIONS = {
    "abi_version": (c_uint32, []),
    "version": (c_char_p, []),
    "text_data": (c_void_p, [c_void_p]),
    "text_size": (c_size_t, [c_void_p]),
    "text_free": (None, [c_void_p]),
    "engine_new": (c_int, [POINTER(EngineOptions), _H, _H]),
    "engine_free": (None, [c_void_p]),
    "compile": (c_int, [c_void_p, c_char_p, c_size_t, c_char_p, _H, _H]),
    "program_free": (None, [c_void_p]),
    "canceller_new": (c_void_p, []),
    "cancel": (None, [c_void_p]),
    "canceller_free": (None, [c_void_p]),
    "reply_answer": (None, [c_void_p, c_char_p]),
    "reply_error": (None, [c_void_p, c_char_p]),
    "reply_refuse": (None, [c_void_p, c_char_p]),
    "reply_later": (None, [c_void_p]),
    "evaluate": (c_int, [c_void_p, POINTER(Call), _H, _H]),
    "outcome_json": (c_char_p, [c_void_p]),
    "outcome_status": (c_char_p, [c_void_p]),
    "outcome_result": (c_char_p, [c_void_p]),
    "outcome_error_text": (c_char_p, [c_void_p]),
    "outcome_output": (c_char_p, [c_void_p]),
    "outcome_transcript": (c_char_p, [c_void_p]),
    "outcome_free": (None, [c_void_p]),
    "session_start": (c_int, [c_void_p, POINTER(Call), _H, _H]),
    "session_resume": (c_int, [c_void_p, c_char_p, c_char_p, POINTER(Call), _H, _H]),
    "session_wish": (c_int, [c_void_p, _T, _T, _T]),
    "session_answer": (c_int, [c_void_p, c_char_p]),
    "session_error": (c_int, [c_void_p, c_char_p]),
    "session_refuse": (c_int, [c_void_p, c_char_p]),
    "session_outcome": (c_int, [c_void_p, _H]),
    "session_snapshot": (c_int, [c_void_p, _H]),
    "session_free": (None, [c_void_p]),
}
ABI_VERSION = 1


class Library:
    """The loaded library: its functions without their prefix."""

    def __init__(self) -> None:
        path = os.environ.get("BELLJAR_LIBRARY") or "libbelljar.so.1"
        try:
            loaded = ctypes.CDLL(path)
        except OSError as error:
            raise ImportError(f"cannot load {path}: {error}; install libbelljar1, or name the file in "
                              "BELLJAR_LIBRARY") from None
        for name, (result, arguments) in _FUNCTIONS.items():
            function = getattr(loaded, "belljar_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)
        if self.abi_version() < ABI_VERSION:
            raise ImportError(f"{path} has an older interface ({self.abi_version()}, needed: {ABI_VERSION})")

    def take_text(self, handle: c_void_p) -> str:
        """The text behind a handle, which is freed; "" for none."""
        if not handle.value:
            return ""
        try:
            return ctypes.string_at(self.text_data(handle), self.text_size(handle)).decode("utf-8", "replace")
        finally:
            self.text_free(handle)


library = Library()
new_handle = c_void_p
reference = byref
