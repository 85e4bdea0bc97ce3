from .. import (a as b, c,)
import os.path as p
