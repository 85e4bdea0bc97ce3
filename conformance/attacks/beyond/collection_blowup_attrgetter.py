import operator
operator.attrgetter('x.' * 20_000_000 + 'x')
