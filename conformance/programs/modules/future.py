"""__future__: every feature can be imported, and looked at."""
from __future__ import annotations, division, generator_stop
import __future__

print(annotations)
print(__future__.division.getMandatoryRelease(), __future__.division == division)


def unevaluated(x: nowhere) -> nothing:
    return x


print(unevaluated(3), generator_stop.getOptionalRelease())
