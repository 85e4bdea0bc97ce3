# Classes derived from date, time, datetime and timedelta: what stays of the class in results, what a class may override.
from datetime import *
class D(date):
    def __new__(cls, *a, **k):
        return date.__new__(cls, *a)
    def nice(self): return "nice %d" % self.year
d = D(2020, 2, 3)
print(repr(d), d, d.nice(), d + timedelta(1), repr(d + timedelta(1)), repr(d.replace(year=2021)), D.fromordinal(5).nice(), type(D.fromisoformat("2020-01-01")))
print(d == date(2020,2,3), hash(d) == hash(date(2020,2,3)), d < date(2021,1,1), date(2021,1,1) > d, d - date(2020,1,1), date(2021,1,1)-d, d.isoformat(), d.year, f"{d:%Y}", isinstance(d, date), {d: 1}[date(2020,2,3)])
class T(datetime):
    def __init__(self, *a, extra=None, **k): self.extra = extra
t = T(2020, 1, 2, 3, 4, 5, 6, timezone.utc, fold=1)
print(repr(t), t.fold, repr(t + timedelta(hours=1)), t - timedelta(1), t.date(), t.time(), t.astimezone(timezone(timedelta(hours=1))), repr(t.replace(hour=0)), T.combine(d, time(1)), T.fromtimestamp(0), T.utcfromtimestamp(0.5), T.strptime("2020", "%Y"), T.fromisoformat("2020-01-01"), t == datetime(2020,1,2,3,4,5,6,timezone.utc), timezone.utc.fromutc(t))
class TD(timedelta):
    def hours(self): return self.days*24
x = TD(days=2)
print(repr(x), x.hours(), x + timedelta(1), timedelta(1) + x, x*2, x/timedelta(1), -x, abs(x), x == timedelta(2), x // timedelta(1), repr(x + x), d + x, t - x, timezone(TD(hours=1)))
class TM(time): pass
m = TM(1,2,3, fold=1)
print(repr(m), m, repr(m.replace(hour=5)), m == time(1,2,3), m.strftime("%H"), f"{m:%M}", TM.fromisoformat("10:00"), m < time(2))
import enum
class E(date, enum.Enum):
    A = 2020, 1, 1
print(E.A, E.A.year, repr(E.A))


class Loud(date):
    def isoformat(self):
        return "LOUD"

    def strftime(self, form):
        return "<%s>" % form

    def __add__(self, other):
        return "added"

    def __eq__(self, other):
        return "equal"

    __hash__ = date.__hash__


loud = Loud(2020, 1, 1)
print(str(loud), "%s" % loud, f"{loud:%d}", f"{loud}", loud + 1, loud == 1, repr(loud), {loud: 2}[loud])


class Counted(timedelta):
    made = 0

    def __new__(cls, *args, **kwargs):
        cls.made += 1
        return super().__new__(cls, *args, **kwargs)


print(Counted(1) + Counted(2), Counted.made, sorted([Counted(3), timedelta(2), Counted(1)]), max(Counted(3), Counted(4)))
