import datetime
zone = datetime.timezone(datetime.timedelta(hours=1), 'z' * 15_000_000)
d = datetime.datetime(2020, 1, 1, tzinfo=zone)
d.strftime('%Z%Z%Z')
repr(d)
