"""string: constants, capwords, Template, Formatter."""
import _belljar

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word capitalized; without `sep` also single spaces between them and none around."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


# --- Template ---------------------------------------------------------------------------------------

_STARTS = frozenset("_" + ascii_letters)
_PARTS = frozenset("_" + ascii_letters + digits)


class Template:
    """Text with $name and ${name} to be replaced; $$ is a dollar."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        pattern = _belljar.own(cls, "pattern", None)
        usual = (cls.idpattern == Template.idpattern and cls.braceidpattern is None and cls.flags == Template.flags)
        if pattern is None and usual:
            return
        import re

        if pattern is None:
            mark = re.escape(cls.delimiter)
            pattern = "%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (
                mark, mark, cls.idpattern, cls.braceidpattern or cls.idpattern)
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _found_parts(self):
        """As _parts, by a derived class's own pattern."""
        at = 0
        parts = []
        for found in self.pattern.finditer(self.template):
            before = self.template[at:found.start()]
            at = found.end()
            name = found["named"] or found["braced"]
            if name is not None:
                parts.append((before, "name", name, found.start(), found[0]))
            elif found["escaped"] is not None:
                parts.append((before, "escaped", None, found.start(), found[0]))
            elif found["invalid"] is not None:
                parts.append((before, "invalid", None, found.start("invalid") - len(self.delimiter), found[0]))
            else:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        parts.append((self.template[at:], None, None, -1, ""))
        return parts

    def _parts(self):
        """(text before, kind, name, position, whole) of each delimiter: kind is escaped, name or None."""
        if self.pattern is not None:
            return self._found_parts()
        text = self.template
        if isinstance(text, (bytes, bytearray)):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        if not isinstance(text, str):
            raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
        mark = self.delimiter
        size = len(mark)
        at = 0
        parts = []
        while True:
            found = text.find(mark, at)
            if found < 0:
                parts.append((text[at:], None, None, -1, ""))
                return parts
            before = text[at:found]
            behind = found + size
            if text.startswith(mark, behind):
                at = behind + size
                parts.append((before, "escaped", None, found, text[found:at]))
                continue
            braced = text.startswith("{", behind)
            begin = end = behind + 1 if braced else behind
            while end < len(text) and text[end] in (_PARTS if end > begin else _STARTS):
                end += 1
            if end == begin or (braced and not text.startswith("}", end)):
                at = behind
                parts.append((before, "invalid", None, found, text[found:at]))
                continue
            at = end + 1 if braced else end
            parts.append((before, "name", text[begin:end], found, text[found:at]))

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = at - len("".join(lines[:-1])), len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping={}, /, **kws):
        values = _merged(mapping, kws)
        out = []
        for before, kind, name, at, whole in self._parts():
            out.append(before)
            if kind == "name":
                out.append(str(values[name]))
            elif kind == "escaped":
                out.append(self.delimiter)
            elif kind == "invalid":
                self._invalid(at + len(self.delimiter))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        values = _merged(mapping, kws)
        out = []
        for before, kind, name, at, whole in self._parts():
            out.append(before)
            if kind == "name":
                try:
                    out.append(str(values[name]))
                except KeyError:
                    out.append(whole)
            elif kind == "escaped":
                out.append(self.delimiter)
            elif kind == "invalid":
                out.append(whole)
        return "".join(out)

    def is_valid(self):
        return not any(part[1] == "invalid" for part in self._parts())

    def get_identifiers(self):
        names = []
        for part in self._parts():
            if part[1] == "name" and part[2] not in names:
                names.append(part[2])
        return names


class _Merged:
    """Keywords first, then the mapping."""

    def __init__(self, keywords, mapping):
        self.keywords = keywords
        self.mapping = mapping

    def __getitem__(self, key):
        if key in self.keywords:
            return self.keywords[key]
        return self.mapping[key]


def _merged(mapping, keywords):
    if not keywords:
        return mapping
    return _Merged(keywords, mapping) if mapping else keywords


# --- Formatter --------------------------------------------------------------------------------------


class Formatter:
    """str.format whose steps a derived class can replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if field == "":
                if auto_arg_index is False:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                field = str(auto_arg_index)
                auto_arg_index += 1
            elif field.isdigit():
                if auto_arg_index:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                auto_arg_index = False
            value, first = self.get_field(field, args, kwargs)
            used_args.add(first)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(
                spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            out.append(self.format_field(value, spec))
        return "".join(out), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % (conversion,))

    def parse(self, format_string):
        return iter(_parse_format(format_string))

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            if is_attribute:
                value = _format_attribute(value, key)
            else:
                value = value[key]
        return value, first


def _format_attribute(value, name):
    """As str.format: no name of the interpreter's own is found."""
    if name.startswith("__") or (name.startswith("_") and isinstance(value, type)):
        raise AttributeError("%r object has no attribute %r" % (type(value).__name__, name))
    return getattr(value, name)


def _parse_format(text):
    """(literal, field, spec, conversion) of each replacement field, in the order of the text."""
    parts = []
    literal = ""
    at = 0
    while at < len(text):
        c = text[at]
        if c not in "{}":
            end = at
            while end < len(text) and text[end] not in "{}":
                end += 1
            literal += text[at:end]
            at = end
            continue
        if text.startswith(c, at + 1):
            parts.append((literal + c, None, None, None))
            literal = ""
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        field, spec, conversion, at = _parse_field(text, at + 1)
        parts.append((literal, field, spec, conversion))
        literal = ""
    if literal:
        parts.append((literal, None, None, None))
    return parts


def _parse_field(text, at):
    """The field that begins behind a brace: name, spec, conversion, and where the text goes on."""
    begin = at
    depth = 1
    bracket = False
    while at < len(text):
        c = text[at]
        if c == "{":
            raise ValueError("unexpected '{' in field name")
        if c == "[":
            bracket = True
        elif c == "]":
            bracket = False
        elif not bracket and c in "}:!":
            break
        at += 1
    else:
        raise ValueError("expected '}' before end of string")
    field = text[begin:at]
    conversion = None
    if text[at] == "!":
        if at + 2 > len(text) - 1:
            if at + 1 < len(text):
                raise ValueError("unmatched '{' in format spec")
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at + 1]
        at += 2
        if text[at] == "}":
            return field, "", conversion, at + 1
        if text[at] != ":":
            raise ValueError("expected ':' after conversion specifier")
    if text[at] == "}":
        return field, "", conversion, at + 1
    begin = at = at + 1
    while at < len(text):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if depth == 0:
                return field, text[begin:at], conversion, at + 1
        at += 1
    raise ValueError("expected '}' before end of string" if begin == at else "unmatched '{' in format spec")


def _split_field(name):
    """The first part of a field name (an int if it is a number) and the attributes and keys behind it."""
    at = 0
    while at < len(name) and name[at] not in ".[":
        at += 1
    first = name[:at]
    if first.isdecimal() and first.isascii():
        first = int(first)
    rest = []
    while at < len(name):
        if name[at] == ".":
            end = at + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            key = name[at + 1 : end]
            if not key:
                raise ValueError("Empty attribute in format string")
            rest.append((True, key))
            at = end
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1 : end]
            if not key:
                raise ValueError("Empty attribute in format string")
            rest.append((False, int(key) if key.isdecimal() and key.isascii() else key))
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return first, rest
