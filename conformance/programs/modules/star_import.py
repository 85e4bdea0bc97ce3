"""from m import *: binds the public names of a module, and nothing else."""
from enum import *
from dataclasses import *


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


@dataclass
class Setting:
    level: Level = Level.LOW
    notes: list = field(default_factory=list)


print(Setting(), Setting(Level.HIGH) == Setting(Level.HIGH))
print(Level.LOW < Level.HIGH, unique(Level) is Level)
try:
    enum
except NameError as error:
    print(error)
