import datetime
d = datetime.datetime(2020, 1, 1)
d.strftime('x' * 40_000_000)
d.strftime('%c' * 1_000_000)
