"""Belljar: an interpreter for a safe subset of Python, over its C interface."""
from ._core import (Canceller, Engine, InvalidCall, Module, Outcome, Program, ProgramError, Refused, Session, Wish,
                    version)

__all__ = ["Canceller", "Engine", "InvalidCall", "Module", "Outcome", "Program", "ProgramError", "Refused", "Session",
           "Wish", "version"]
