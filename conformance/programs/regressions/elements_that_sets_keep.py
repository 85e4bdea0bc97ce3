# Of equal elements that are different objects, each operation keeps a certain one.


def kinds(elements):
    return sorted((str(element), type(element).__name__) for element in elements)


ints, floats, bools = {0, 1, 2}, {0.0, 1.0, 2.0}, {False, True}
print("of two equally large ones the right one's", kinds(ints & floats), kinds(floats & ints))
print("otherwise the smaller one's", kinds(ints & bools), kinds(bools & ints), kinds(floats & bools))
print("of an iterable the iterable's", kinds(ints.intersection([0.0, 1.0])), kinds({1}.intersection((True, 1.0))))
print("in place", kinds(set(ints).intersection(floats)))
left = {0, 1, 2}
left &= floats
print(kinds(left))
print("union: the left one's", kinds(ints | floats), kinds(floats | bools))
print("difference: the left one's", kinds(ints - bools), kinds(floats - {1}))
print("symmetric difference", kinds({1, 2} ^ {1.0, 3.0}))
print("frozenset", kinds(frozenset(ints) & frozenset(floats)), kinds(frozenset(bools) & ints))
