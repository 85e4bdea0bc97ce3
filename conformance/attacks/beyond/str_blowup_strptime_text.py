import datetime
datetime.datetime.strptime('\0' * 20_000_000, '%Y')
