# Durations: construction from mixed units, exact arithmetic and rounding, limits; timetuple and isocalendar.
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta, timezone


def shown(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


big, tiny = timedelta.max, timedelta.resolution
for f in [lambda: timedelta(1.5, 0.1, 0.5, hours=-1, weeks=1 / 3), lambda: timedelta(microseconds=0.5), lambda: timedelta(microseconds=1.5), lambda: timedelta(seconds=1e-7),
          lambda: timedelta(days=999999999, hours=23), lambda: timedelta(days=1000000000), lambda: timedelta(days=10 ** 30), lambda: timedelta(days=1e30),
          lambda: timedelta(float("nan")), lambda: timedelta(float("inf")), lambda: timedelta("1"), lambda: timedelta(None), lambda: timedelta(True),
          lambda: big + tiny, lambda: -big, lambda: timedelta.min - tiny, lambda: abs(timedelta(-1, 1)), lambda: big * 0.1, lambda: big / 3, lambda: big / 1e300,
          lambda: big * 2 ** 100, lambda: big // 2 ** 100, lambda: -big // 2 ** 100, lambda: big / 2 ** 80, lambda: tiny / 2, lambda: 3 * tiny / 2, lambda: timedelta(1) / 0.3,
          lambda: timedelta(1) / 0, lambda: timedelta(1) // 0, lambda: timedelta(1) / 0.0, lambda: timedelta(1) % timedelta(0), lambda: divmod(timedelta(1), timedelta(0)),
          lambda: timedelta(1) / timedelta(0), lambda: timedelta(1) * float("nan"), lambda: timedelta(1) * float("inf"), lambda: timedelta(1) * "x", lambda: "x" * timedelta(1),
          lambda: divmod(timedelta(3, 5), timedelta(hours=7)), lambda: timedelta(-1) % timedelta(hours=7), lambda: timedelta(3) / timedelta(7), lambda: big.total_seconds(),
          lambda: timedelta(microseconds=-1).total_seconds(), lambda: timedelta(1) + 1, lambda: 1 - timedelta(1), lambda: timedelta(1) < 1, lambda: timedelta(1) == 1,
          lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: datetime.max + tiny, lambda: date(2020, 2, 29).replace(year=2021),
          lambda: datetime(2020, 1, 1) - date(2020, 1, 1), lambda: datetime(2020, 1, 1) - datetime(2020, 1, 1, tzinfo=timezone.utc), lambda: datetime(2020, 1, 1) < date(2020, 1, 1),
          lambda: timezone(timedelta(1)), lambda: timezone(timedelta(hours=1), None), lambda: timezone(3), lambda: timezone(-timedelta(hours=23, minutes=59)),
          lambda: date(2020, 1, 1).timetuple(), lambda: datetime(2020, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-5))).utctimetuple(), lambda: date(2021, 1, 3).isocalendar(),
          lambda: date(2021, 1, 3).isocalendar().week, lambda: tuple(date(2021, 1, 3).isocalendar()), lambda: date.fromisocalendar(2020, 53, 7), lambda: date.fromisocalendar(2021, 53, 1),
          lambda: date.fromisocalendar(2021, 1, 8), lambda: date.fromisocalendar(0, 1, 1), lambda: date.fromordinal(0), lambda: date.fromordinal(3652060), lambda: date(MAXYEAR + 1, 1, 1),
          lambda: date(MINYEAR - 1, 1, 1), lambda: date(2 ** 31, 1, 1), lambda: date(2 ** 70, 1, 1), lambda: date(1.5, 1, 1), lambda: time(24), lambda: time(1, 2, fold=2), lambda: datetime(2020, 1, 1, tzinfo=3),
          lambda: datetime.fromtimestamp(1e18), lambda: datetime.fromtimestamp(253402300800), lambda: datetime.utcfromtimestamp(-62135596801), lambda: datetime.fromtimestamp(float("nan")),
          lambda: datetime.fromtimestamp(1700000000.9999995), lambda: datetime.fromtimestamp(-0.5), lambda: date.fromtimestamp(-0.5), lambda: datetime(1, 1, 1).timestamp(),
          lambda: datetime(2020, 1, 1).isoformat("xy"), lambda: datetime(2020, 1, 1).isoformat(timespec="days"), lambda: time(1, 2, 3, 4).isoformat("milliseconds"),
          lambda: datetime.combine(date(2020, 1, 1), None), lambda: datetime.combine(None, time()), lambda: "%d" % date(2020, 1, 1), lambda: "%s" % date(2020, 1, 1)]:
    shown(f)
