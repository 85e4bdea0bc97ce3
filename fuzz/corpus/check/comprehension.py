[x for x in y if (z := x) for w in z]
