class Broken:
    first = 1
    second = first + "x"
