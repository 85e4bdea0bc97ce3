import datetime
a = 'a' * 20_000_000
datetime.datetime.strptime(a, a)
