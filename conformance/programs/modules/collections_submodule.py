# collections.abc is there with collections, and is a module of its own.
import collections
from collections import abc

print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), collections.abc.Iterable)
print(abc.Hashable is collections.abc.Hashable, issubclass(collections.OrderedDict, abc.MutableMapping))

import collections.abc
import collections.abc as names
from collections.abc import Sized

print(names.Sized is Sized, collections.abc.Sized is Sized, collections.deque("ab"))
