// Natives that read texts: json, the formats of datetime, format specs and patterns of %.
#include "fuzz/targets/programs.h"
#include "fuzz/targets/targets.h"

namespace belljar::fuzz {

// What loads reads, dumps writes so that loads reads the same.
void fuzz_json(std::string_view input) {
  run_with_data(R"(
import json
for text in (data, data.decode('utf-8', 'surrogateescape'), data.decode('latin-1')):
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        continue
    for options in ({}, {'ensure_ascii': False, 'indent': 2}, {'sort_keys': True, 'separators': (',', ':')}):
        again = json.loads(json.dumps(value, **options))
        assert repr(again) == repr(value) or options.get('sort_keys') or 'nan' in repr(value), (again, value)
)",
                input);
}

// The first byte chooses what is asked, the rest is cut at newlines.
void fuzz_datetime(std::string_view input) {
  run_with_data(R"(
import datetime as d
parts = data.decode('utf-8', 'surrogateescape').split('\n')
texts = [parts[0], parts[-1]]
moments = [d.datetime(2024, 2, 29, 23, 59, 58, 999999, d.timezone.utc), d.datetime.min, d.datetime.max,
           d.date(1, 1, 1), d.time(12, 30, tzinfo=d.timezone(d.timedelta(hours=-23, minutes=-59)))]
for text in texts:
    for moment in moments:
        try:
            moment.strftime(text), format(moment, text)
        except (ValueError, OverflowError, UnicodeEncodeError):
            pass
    for cls in (d.datetime, d.date, d.time):
        try:
            value = cls.fromisoformat(text)
        except ValueError:
            continue
        assert cls.fromisoformat(value.isoformat()) == value, value
    try:
        value = d.datetime.strptime(texts[1], text)
        assert 1 <= value.year <= 9999
    except (ValueError, OverflowError, RecursionError):
        pass
)",
                input);
}

void fuzz_format(std::string_view input) {
  run_with_data(R"(
text = data.decode('utf-8', 'surrogateescape')
values = [0, -1, 10**30, 1.5, -0.0, 1e300, float('inf'), 1 + 2j, 'text', '\U0001f40d', b'bytes', None, True, [1], (1, 2)]
allowed = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
for value in values:
    for call in (lambda: format(value, text), lambda: text.format(value), lambda: text.format(1, value, a=value),
                 lambda: text % value, lambda: text % (value, value), lambda: text % {'a': value}, lambda: data % value):
        try:
            result = call()
            assert isinstance(result, (str, bytes))
        except allowed:
            pass
)",
                input);
}

}  // namespace belljar::fuzz
