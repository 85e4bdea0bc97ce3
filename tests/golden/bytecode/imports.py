from __future__ import annotations
import json
import os.path
import os.path as p
from datetime import datetime as d, timedelta
from ..up import thing


def f(a: undefined, *, b: int = 1) -> undefined:
    local: undefined = a
    assert local, "message"
    return local
