# Template classes with a delimiter, an idpattern, flags or a whole pattern of their own.
import string


class Percent(string.Template):
    delimiter = "%"


class Namespaced(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braced(string.Template):
    braceidpattern = "[a-z]+[.][a-z]+"


class Lower(string.Template):
    flags = 0


class Whole(string.Template):
    pattern = r"""
    (?P<escaped>@{2})                   |
    @(?P<named>[_a-z][._a-z0-9]*)       |
    @{(?P<braced>[_a-z][._a-z0-9]*)}    |
    (?P<invalid>@)
    """




VALUES = {"who": "tim", "with_underscore": "w", "foo.bar": "f", "WHO": "big", "a": 1}
for cls, texts in [(Percent, ["%who %% %{who} $who", "%", "% who"]), (Namespaced, ["%who %with_underscore %% %{with_underscore}", "%%x"]),
                   (Braced, ["$who ${foo.bar} $$", "${who}"]), (Lower, ["$who $WHO", "$who"]), (Whole, ["@who @@ @{foo.bar} @foo.bar", "a @ b", "line\n @!"])]:
    for text in texts:
        template = cls(text)
        for call in [lambda: template.substitute(VALUES), lambda: template.safe_substitute({"a": 1}), template.is_valid, template.get_identifiers]:
            try:
                print(cls.__name__, repr(call()))
            except (ValueError, KeyError) as e:
                print(cls.__name__, type(e).__name__, e)
