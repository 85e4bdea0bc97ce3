import datetime
s = '2020-01-01' + '0' * 2_000_000
while True:
    try:
        datetime.datetime.fromisoformat(s)
    except ValueError:
        pass
