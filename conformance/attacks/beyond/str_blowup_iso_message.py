import datetime
datetime.datetime.fromisoformat('\0' * 20_000_000)
