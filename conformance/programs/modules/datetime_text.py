# strftime with flags, widths and every directive; strptime's errors; the forms that fromisoformat takes.
from datetime import date, datetime, time, timedelta, timezone


def shown(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


moment = datetime(2003, 2, 5, 7, 8, 9, 123, timezone(timedelta(hours=5, minutes=30), "IST"))
for directive in "aAbBcCdDeFfgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%":
    print(directive, repr(moment.strftime("%" + directive)), repr(datetime(99, 12, 31, 23, 59, 59).strftime("%" + directive)))
for form in ["%-d.%-m.%Y", "%_d %_H", "%05d", "%^a %^B", "%#p", "%10Y", "%-j", "%Ey %Od", "%Q", "%", "100%", "%%d", "é%Yé", ""]:
    print(form, repr(moment.strftime(form)), repr(date(2003, 2, 5).strftime(form)), repr(time(7, 8).strftime(form)))

for text, form in [("2020-01-02", "%Y-%m-%d"), ("2020-1-2", "%Y-%m-%d"), ("20-1-2", "%Y-%m-%d"), ("2020-01-02 ", "%Y-%m-%d"), ("2020-13-02", "%Y-%m-%d"),
                   ("2020-02-30", "%Y-%m-%d"), ("29 Feb", "%d %b"), ("12:30 PM", "%I:%M %p"), ("12 am", "%I %p"), ("Monday", "%A"), ("monday", "%a"), ("1234", "%H%M%S"),
                   ("60", "%S"), ("61", "%S"), ("62", "%S"), ("366 2020", "%j %Y"), ("366 2021", "%j %Y"), ("2020 10 1", "%Y %U %w"), ("2020 10 1", "%Y %W %w"),
                   ("2020 10", "%Y %U"), ("2020-W10-3", "%G-W%V-%u"), ("2020 3", "%G %u"), ("10 2", "%V %u"), ("2020 10 2", "%Y %V %u"), ("2020 2020 10 2", "%Y %G %V %u"), ("2020 10 2 5", "%G %V %u %j"), ("2020 2021", "%Y %G"), ("10 11 2", "%U %V %u"), ("2020 10 11 2", "%Y %U %V %u"), ("2020 5", "%G %j"), ("10", "%V"), ("+05:30", "%z"), ("+0530", "%z"),
                   ("-05:30:15.5", "%z"), ("+05:3015", "%z"), ("Z", "%z"), ("UTC +0000", "%Z %z"), ("EST", "%Z"), ("x", "%Q"), ("x", "%"), ("x", "% d"), ("a.b", "a.b"), ("5%", "%d%%"),
                   ("Wed Feb  5 07:08:09 2003", "%c"), ("02/05/03", "%x"), ("07:08:09", "%X"), ("1.123456", "%S.%f"), ("1.1234567", "%S.%f"), ("99", "%y"), ("68", "%y"), ("69", "%y")]:
    print(text, form, end=" ")
    shown(datetime.strptime, text, form)

for text in ["2020-01-02", "20200102", "2020-W10-3", "2020W103", "2020-W10", "2020W10", "2020-01", "2020-1-02", "20200102T", "2020-01-02T10", "2020-01-02T10:11",
             "2020-01-02T1011", "2020-01-02 10:11:12.5", "2020-01-02T10:11:12,123456789", "2020-01-02T10:11:12Z", "2020-01-02T10:11:12+05", "2020-01-02T10+05:30:15.5",
             "2020-01-02T10:11:12z", "2020-01-02x10:11", "2020-01-02é10:11", "2020-W53-1", "2021-W53-1", "0000-01-01", "2020-02-30", "", "T10:11", "10:11", "1011", "10:11:12.1234567",
             "24:00", "10:60", "10:11+24:00", "10:11-23:59", "10:11:", "10:"]:
    print(repr(text))
    for cls in (date, time, datetime):
        shown(cls.fromisoformat, text)
for bad in [None, 3, b"2020-01-02"]:
    shown(date.fromisoformat, bad)
    shown(datetime.strptime, bad, "%Y")
    shown(datetime.strptime, "x", bad)
