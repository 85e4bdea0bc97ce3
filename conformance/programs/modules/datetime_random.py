# Random dates, times, durations and zones: constructors, operators, methods, texts and their errors.
# fuzz/library.py runs it with other seeds and more cases.
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone

SEED = 1
CASES = 600

state = SEED * 7919 + 20231107


def rand(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
    return (state >> 33) % n


def pick(items):
    return items[rand(len(items))]


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


# --- values ----------------------------------------------------------------------------------------

YEARS = [1, 2, 4, 99, 100, 400, 999, 1000, 1582, 1899, 1900, 1904, 1968, 1969, 1970, 1972, 1999, 2000, 2004, 2015, 2016, 2020, 2023, 2024,
         2026, 2032, 2037, 2038, 2100, 2400, 9998, 9999]


def odd(value, strange):
    return pick(strange) if rand(60) == 0 else value


def any_date():
    y = odd(pick(YEARS) if rand(3) else 1 + rand(9999), [0, 10000, -1, 2.5, "2020", None, True])
    m = odd(1 + rand(12), [0, 13, -1, 1.0, None])
    d = odd(pick([1, 28, 29, 30, 31]) if rand(3) == 0 else 1 + rand(28), [0, 32, 31, -5, 2 ** 40, 2 ** 70])
    return y, m, d


def any_clock():
    return (odd(rand(24), [24, -1, 1.5]), odd(rand(60), [60, -1]), odd(pick([0, rand(60)]), [60, -1]),
            odd(pick([0, 0, rand(1000000), rand(1000) * 1000, 999999, 1]), [1000000, -1]))


def good(make):
    while True:
        v = attempt(make)
        if not isinstance(v, str):
            return v


def a_delta():
    kind = rand(6)
    if kind == 0:
        return timedelta(days=rand(2000) - 1000)
    if kind == 1:
        return timedelta(seconds=rand(200000) - 100000, microseconds=rand(2000000) - 1000000)
    if kind == 2:
        return timedelta(rand(1999999999) - 999999999, rand(86400), rand(1000000))
    if kind == 3:
        return pick([timedelta(0), timedelta.min, timedelta.max, timedelta.resolution, timedelta(1), timedelta(hours=-1), timedelta(minutes=1)])
    if kind == 4:
        return timedelta(hours=rand(100) - 50, minutes=rand(100) - 50)
    return timedelta(microseconds=rand(10 ** 15) - 5 * 10 ** 14)


def a_zone():
    kind = rand(8)
    if kind == 0:
        return timezone.utc
    if kind == 1:
        return timezone(timedelta(minutes=rand(2879) - 1439), pick(["EST", "x", "", "Zürich", "%Y"]))
    if kind == 2:
        return timezone(timedelta(seconds=rand(172798) - 86399, microseconds=pick([0, rand(1000000)])))
    if kind == 3:
        return timezone(timedelta(minutes=(rand(53) - 26) * 15))
    return None


def a_date():
    return good(lambda: date(*any_date()))


def a_time():
    return good(lambda: time(*any_clock(), tzinfo=a_zone(), fold=rand(2)))


def a_datetime():
    return good(lambda: datetime(*any_date(), *any_clock(), tzinfo=a_zone(), fold=rand(6) // 5))


def a_number():
    return pick([0, 1, -1, 2, 3, 7, 10, -13, 86400, 10 ** 6, 10 ** 12, 10 ** 20, 0.5, -0.5, 1.5, 2.5, 0.1, 1e-6, 1e10, 1e300, -0.0, 1 / 3, 1e-300,
                 float("inf"), float("nan"), True, rand(1000) - 500, (rand(20001) - 10000) / 7])


def anything():
    return pick([a_date, a_time, a_datetime, a_datetime, a_delta, a_delta, a_number, a_zone, lambda: pick([None, (), 1j])])()


# --- cases -----------------------------------------------------------------------------------------

def facts(v):
    if isinstance(v, datetime):
        return (repr(v), str(v), v.date(), v.time(), v.timetz(), v.utcoffset(), v.dst(), v.tzname(), v.ctime(), v.isocalendar(), v.weekday(),
                v.isoweekday(), v.toordinal(), v.fold, attempt(v.timestamp), hash(v) == hash(v.replace()), attempt(v.utctimetuple), v.timetuple())
    if isinstance(v, date):
        return (repr(v), str(v), v.ctime(), v.isocalendar(), v.weekday(), v.isoweekday(), v.toordinal(), v.timetuple(), v.year, v.month, v.day)
    if isinstance(v, time):
        return (repr(v), str(v), v.utcoffset(), v.dst(), v.tzname(), v.hour, v.minute, v.second, v.microsecond, v.fold, v.tzinfo, bool(v))
    if isinstance(v, timedelta):
        return (repr(v), str(v), v.total_seconds(), v.days, v.seconds, v.microseconds, bool(v), hash(v) == hash(timedelta(v.days, v.seconds, v.microseconds)))
    return repr(v)


def make_case():
    kind = rand(7)
    if kind == 0:
        return facts(attempt(date, *any_date()))
    if kind == 1:
        return facts(attempt(datetime, *any_date(), *any_clock()[:rand(5)], **pick([{}, {"tzinfo": a_zone()}, {"fold": odd(1, [2, -1, None, 0])}])))
    if kind == 2:
        return facts(attempt(time, *any_clock()[:rand(5)], **pick([{}, {"tzinfo": odd(a_zone(), [3, "UTC", a_date()])}, {"fold": odd(1, [2, -1, None, 0])}])))
    if kind == 3:
        names = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"]
        return facts(attempt(timedelta, **{pick(names): odd(a_number(), ["1", None, 1j, 2 ** 200]) for _ in range(rand(4))}))
    if kind == 4:
        return attempt(lambda: (repr(timezone(odd(a_delta() if rand(3) == 0 else timedelta(seconds=rand(172798) - 86399), [3, None, "x"]), *pick([(), (), ("N",), (3,), (None,)])))))
    if kind == 5:
        return facts(attempt(date.fromordinal if rand(2) else datetime.fromordinal, pick([0, 1, 2, 365, 366, 719163, 3652059, 3652060, -1, rand(3652059), 1.5, 2 ** 70])))
    return facts(attempt(date.fromisocalendar if rand(2) else datetime.fromisocalendar, odd(pick(YEARS), [0, 10000, "x"]), odd(1 + rand(53), [0, 54, -1]), odd(1 + rand(7), [0, 8])))


OPERATORS = [("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b),
             ("%", lambda a, b: a % b), ("divmod", divmod), ("==", lambda a, b: a == b), ("!=", lambda a, b: a != b), ("<", lambda a, b: a < b),
             ("<=", lambda a, b: a <= b), (">", lambda a, b: a > b), (">=", lambda a, b: a >= b), ("neg", lambda a, b: -a), ("pos", lambda a, b: +a),
             ("abs", lambda a, b: abs(a)), ("bool", lambda a, b: bool(a)), ("hash", lambda a, b: (hash(a) == hash(b)) if a == b else None)]


def operator_case():
    a, b = anything(), anything()
    if rand(4) == 0:
        a, b = a_delta(), pick([a_delta, a_number])()
    elif rand(4) == 0:
        a, b = a_datetime(), pick([a_delta, a_datetime])()
    name, f = pick(OPERATORS)
    return (a, name, b, attempt(f, a, b))


def method_case():
    v = pick([a_date, a_datetime, a_datetime, a_time])()
    kind = rand(9)
    if kind == 0:
        fields = {"year": pick(YEARS), "month": odd(1 + rand(12), [0, 13]), "day": odd(1 + rand(31), [0, "x"])} if isinstance(v, date) else {}
        if not isinstance(v, date) or isinstance(v, datetime):
            fields.update({"hour": odd(rand(24), [24]), "minute": rand(60), "second": odd(rand(60), [61]), "microsecond": rand(1000000), "tzinfo": a_zone(), "fold": odd(rand(2), [2])})
        return (v, attempt(v.replace, **{name: fields[name] for name in fields if rand(3) == 0}))
    if kind == 1:
        return (v, attempt(v.isoformat, *(odd((pick(["T", " ", "x", "é", "", "ab", 1]),), [()]) if isinstance(v, datetime) and rand(2) else ()),
                           **({"timespec": pick(["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "days", 3])} if rand(2) else {})))
    if kind == 2:
        zone = a_zone()
        v = a_datetime()
        return (v, zone, attempt(v.astimezone, zone), attempt(v.astimezone))
    if kind == 3:
        return attempt(datetime.combine, odd(a_date(), [1, a_time()]), odd(a_time(), [2, a_date()]), *((a_zone(),) if rand(3) == 0 else ()))
    if kind == 4:
        stamp = pick([0, 1, -1, 0.5, -0.5, 1e9, 1700000000.123456, 1700000000.9999995, -62135596800, 253402300799, 253402300800, -62135596801, 1e18, 1e20, 2.5e-7, 1.5e-6,
                      float("nan"), float("inf"), rand(4 * 10 ** 9), (rand(4 * 10 ** 9) - 10 ** 9) / 1000, (rand(10 ** 9) - 5 * 10 ** 8) / 3, "x", None, True])
        return (stamp, attempt(datetime.fromtimestamp, stamp), attempt(datetime.fromtimestamp, stamp, a_zone()), attempt(datetime.utcfromtimestamp, stamp), attempt(date.fromtimestamp, stamp))
    if kind == 5:
        zone = good(lambda: a_zone() or timezone.utc)
        v = a_datetime()
        return (zone, attempt(zone.utcoffset, v), attempt(zone.tzname, odd(None, [3, v])), attempt(zone.dst, v), attempt(zone.fromutc, pick([v, v.replace(tzinfo=zone)])))
    if kind == 6:
        other = pick([v, a_datetime(), a_date(), a_time()])
        return (v, other, v == other, v != other, attempt(lambda: v < other), attempt(lambda: sorted([v, other])), attempt(lambda: len({v, other})))
    if kind == 7:
        return (v, attempt(format, v, pick(["", "%Y", "%H:%M", "x", "%j%%"])), attempt(v.__format__, pick(["", "%d", 3])))
    return (v, attempt(min, v, v), v.min, v.max, v.resolution)


DIRECTIVES = list("aAbBcdfHIjmMpSUwWxXyYzZGuV%") + list("CDeFghklnPrRsTt") + ["-d", "-m", "-H", "-I", "_d", "05d", "^a", "^B", "#p", "Ey", "Od", "10Y", "-j", "3w", "Q", "^c", "12F", "_3k", "!"]


def strftime_case():
    v = pick([a_date, a_datetime, a_datetime, a_time])()
    text = "".join([pick([" ", "-", "/", ":", "at", "é", "%", "%%"]) if rand(4) == 0 else "%" + pick(DIRECTIVES) for _ in range(1 + rand(6))])
    if text.endswith("%") and not text.endswith("%%"):
        text += "%"
    text = text.replace("% ", "%%").replace("%-", "%d").replace("%/", "%d").replace("%:", "%d").replace("%é", "é")
    return (v, text, attempt(v.strftime, text))


FORMATS = ["%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d/%m/%y", "%b %d %Y", "%B %d, %Y", "%A %d %B %Y", "%a %b %d %H:%M:%S %Y", "%I:%M %p", "%H:%M:%S.%f", "%Y%m%d",
           "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z", "%j %Y", "%Y %j", "%U %w %Y", "%W %a %Y", "%G-W%V-%u", "%G %V %a", "%c", "%x", "%X", "%y%m%d", "%H%M%S",
           "%d %b %Y %Z", "%H:%M %Z %z", "%%%Y", "%Y %%", "%Y.%m.%d  %H", " %Y", "%Y\t%m", "%I %p %M", "%f", "%w", "%u %Y", "%Y-%U", "%V %Y", "%G", "%Y-%m", "%H", "(%Y)", "%Y+%m", "[%d]"]


def strptime_case():
    form = pick(FORMATS)
    v = a_datetime()
    text = attempt(v.strftime, form)
    if rand(3) == 0 and text:
        at = rand(len(text))
        text = pick([text[:at], text[:at] + text[at + 1:], text[:at] + pick(["0", "1", "9", " ", "-", ":", "x", "é", "٣"]) + text[at:], text + "0", text + " ", " " + text, text.upper(), text.lower()])
    if rand(40) == 0:
        form = pick([form + "%", form + "%Q", "%" + form, form + "%E", form.replace("%Y", "%y"), form + "%%", form + " "])
    return (form, text, attempt(datetime.strptime, text, form))


def iso_date_text():
    d = a_date()
    year, week, day = d.isocalendar()
    return pick([d.isoformat(), d.isoformat(), "%04d%02d%02d" % (d.year, d.month, d.day), "%04d-W%02d-%d" % (year, week, day), "%04dW%02d%d" % (year, week, day), "%04d-W%02d" % (year, week),
                 "%04dW%02d" % (year, week), "%04d-%02d" % (d.year, d.month), "%04d-%03d" % (d.year, d.toordinal() % 366), str(d.year)])


def iso_time_text():
    t = a_time()
    text = pick([t.isoformat(), t.isoformat(timespec=pick(["hours", "minutes", "seconds", "milliseconds", "microseconds"])), "%02d%02d%02d" % (t.hour, t.minute, t.second), "%02d%02d" % (t.hour, t.minute),
                 "%02d" % t.hour, "%02d%02d%02d.%03d" % (t.hour, t.minute, t.second, t.microsecond // 1000), "%02d:%02d:%02d,%d" % (t.hour, t.minute, t.second, rand(10 ** 9))])
    return text + pick(["", "", "", "Z", "+00:00", "-00:00", "+0530", "-03", "+14:59:59", "+01:02:03.000004", "+24:00", "-23:59:59.999999", "+1", "z", "+05:3", "+05:30:", "+0530:15", "+99:99", "-00:00:00.000001"])


def iso_case():
    kind = rand(3)
    text = iso_date_text() if kind == 0 else pick(["", "", "T"]) + iso_time_text() if kind == 1 else iso_date_text() + pick(["T", "T", "T", " ", "é", "-", ":", "t", "1", "日", ""]) + iso_time_text()
    if rand(4) == 0 and text:
        at = rand(len(text))
        text = pick([text[:at], text[:at] + text[at + 1:], text[:at] + pick(["0", "1", "9", " ", "-", ":", ".", "W", "T", "+", "é", "٣"]) + text[at:], text[:at] + pick(["0", "5", "9", "x", "/"]) + text[at + 1:], text + "0"])
    return (text, attempt(date.fromisoformat, text), attempt(time.fromisoformat, text), attempt(datetime.fromisoformat, text))


KINDS = [make_case, make_case, operator_case, operator_case, method_case, method_case, strftime_case, strptime_case, iso_case, iso_case]
for number in range(CASES):
    print(number, ascii(KINDS[number % len(KINDS)]()))
