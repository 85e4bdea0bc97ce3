"""How an expression of each kind is made from others. <kind> is a hole; <!kind> one that does not see the names this
template binds; @kind binds a fresh name of that kind; %s-like text is plain. Sizes that could explode (repetition, shifts,
powers, widths) take only literals: kinds `count`, `shift`, `exponent`."""

NUMBER = ["(<K> + <K>)", "(<K> - <K>)", "(<K> * <K>)", "(-<K>)", "(+<K>)", "abs(<K>)", "(<K> if <bool> else <K>)", "(<bool> and <K>)", "(<K> or <K>)",
          "(@K := <!K>)", "(lambda @K: <K>)(<!K>)"]
SEQUENCE = ["<K>[<bound>:<bound>]", "<K>[<bound>:<bound>:<step>]", "(<K> + <K>)", "(<K> * <count>)", "<K>[<slice>]", "(<K> if <bool> else <K>)", "(@K := <!K>)"]
TEXT = [".lower()", ".upper()", ".strip()", ".lstrip()", ".rstrip()", ".title()", ".capitalize()", ".swapcase()", ".expandtabs()",
        ".strip(<K>)", ".lstrip(<K>)", ".rstrip(<K>)", ".replace(<K>, <K>)", ".replace(<K>, <K>, <small>)", ".ljust(8)", ".rjust(8)", ".center(7)", ".zfill(6)",
        ".removeprefix(<K>)", ".removesuffix(<K>)", ".partition(<K>)[<small>]", ".rpartition(<K>)[<small>]", ".join([<K>, <K>])",
        ".expandtabs(<small>)", ".split()[<small>]", ".split(<K>)[<small>]", ".rsplit(<K>, <small>)[<small>]", ".splitlines()[<small>]"]
TEXT_INT = [".find(<K>)", ".rfind(<K>, <small>)", ".index(<K>)", ".rindex(<K>)", ".count(<K>)", ".count(<K>, <small>, <small>)", ".find(<K>, <small>, <small>)"]
TEXT_BOOL = [".startswith(<K>)", ".endswith(<K>)", ".startswith((<K>, <K>))", ".endswith(<K>, <small>)", ".isdigit()", ".isalpha()", ".isalnum()", ".isspace()", ".islower()",
             ".isupper()", ".istitle()", ".isascii()", ".startswith(<K>, <small>, <small>)"]


def of_kind(templates, kind, prefix=""):
    return [prefix + t.replace("<K>", f"<{kind}>").replace("<!K>", f"<!{kind}>").replace("@K", "@" + kind) for t in templates]


TEMPLATES = {
    "int": of_kind(NUMBER, "int") + of_kind(TEXT_INT, "str", "<str>") + of_kind(TEXT_INT, "bytes", "<bytes>") + [
        "(<int> // <int>)", "(<int> % <int>)", "(<int> ** <exponent>)", "(<int> << <shift>)", "(<int> >> <shift>)", "(<int> & <int>)", "(<int> | <int>)", "(<int> ^ <int>)", "(~<int>)",
        "divmod(<int>, <int>)[<small>]", "pow(<int>, <exponent>, <int>)", "int(<float>)", "int(<str>)", "int(<str>, <base>)", "len(<str>)", "len(<list>)", "len(<dict>)", "len(<set>)", "len(<range>)",
        "<list>[<small>]", "<bytes>[<small>]", "<range>[<small>]", "ord(<str>)", "round(<float>)", "round(<int>, <small>)", "sum(<list>)", "max(<list>)", "min(<int>, <int>)", "max(<list>, default=<int>)",
        "<list>.index(<int>)", "<list>.count(<int>)", "<int>.bit_length()", "<int>.bit_count()", "int.from_bytes(<bytes>, 'big')", "int.from_bytes(<bytes>, 'little', signed=True)",
        "<range>.index(<int>)", "<range>.count(<int>)", "hash(<int>)", "(hash(<float>) is None)", "<tuple>.count(<int>)", "next(iter(<list>))", "next((@int for @int in <list>), <int>)",
        "sum(<int> for @int in <!range>)", "[*<list>][<small>]", "<bool> + <int>", "(<int>).__add__(<int>)", "int(<bool>)", "<dict>.get(<key>, <int>)", "<dict>[<key>]", "(<int>).conjugate()", "<int>.real"],
    "float": of_kind(NUMBER, "float") + [
        "(<int> / <int>)", "(<float> / <float>)", "(<float> // <float>)", "(<float> % <float>)", "(<float> ** <exponent>)", "(<float> ** <float>)", "divmod(<float>, <float>)[<small>]", "float(<int>)", "float(<str>)",
        "round(<float>, <small>)", "(<float> + <int>)", "(<int> * <float>)", "abs(<complex>)", "<complex>.real", "<complex>.imag", "max(<float>, <float>)", "min(<float>, <int>)", "sum([<float>, <float>])",
        "float.fromhex((<float>).hex())", "(<int> % <float>)", "(<float> // <int>)", "pow(<float>, <exponent>)"],
    "complex": of_kind(NUMBER, "complex") + ["(<complex> / <complex>)", "(<complex> ** <exponent>)", "complex(<float>, <float>)", "complex(<str>)", "(<complex>).conjugate()", "(<complex> + <float>)", "(<int> - <complex>)", "(<float> * <complex>)"],
    "bool": of_kind(TEXT_BOOL, "str", "<str>") + [
        "(<int> < <int>)", "(<int> == <float>)", "(<float> <= <float>)", "(<int> < <int> <= <int>)", "(<float> != <int> > <bool>)", "(not <any>)", "(<bool> and <bool>)", "(<bool> or <bool>)", "(<str> in <str>)", "(<int> in <list>)",
        "(<key> in <dict>)", "(<key> not in <set>)", "(<str> < <str>)", "(<list> == <list>)", "(<list> < <list>)", "(<tuple> >= <tuple>)", "(<set> <= <set>)", "(<set> < <set>)", "(<dict> == <dict>)", "(<bytes> <= <bytes>)", "(<any> is None)",
        "isinstance(<any>, <type>)", "all(<mixed>)", "any(<mixed>)", "bool(<any>)", "<set>.isdisjoint(<set>)", "<set>.issubset(<list>)", "<float>.is_integer()", "(<any> == <any>)", "(<int> in <range>)", "<str>.isidentifier()", "<str>.isnumeric()",
        "<str>.isdecimal()", "<str>.isprintable()", "(<range> == <range>)", "(<complex> == <float>)", "(<any> < <any>)", "(<int> in <bytes>)", "(<bytes> in <bytes>)", "callable(<any>)", "(<any> != <any>)", "(<bool> & <bool>)", "(<bool> ^ <bool>)"],
    "str": of_kind(SEQUENCE, "str") + of_kind(TEXT, "str", "<str>") + [
        "str(<int>)", "repr(<any>)", "str(<any>)", "chr(<small>)", "ascii(<str>)", "<str>[<small>]", "hex(<int>)", "bin(<int>)", "oct(<int>)", "f'{<int>:<ispec>}'", "f'{<float>:<fspec>}'", "f'{<str>:<sspec>}'", "f'{<any><conv>}'", "f'{<complex>:<cspec>}'",
        "f'<{<str><conv>:>10}>{<int>}'", "format(<int>, '<ispec>')", "format(<float>, '<fspec>')", "format(<str>, '<sspec>')", "('<pint>' % <int>)", "('<pfloat>' % <float>)", "('<pstr>' % <str>)", "('<pint> <pstr>' % (<int>, <str>))", "('%(a)s %(b)r' % {'a': <int>, 'b': <str>})",
        "'{} {}'.format(<int>, <str>)", "'{1:<sspec>}{0:<ispec>}'.format(<int>, <str>)", "'{a!r:>8}'.format(a=<any>)", "'{0[1]}'.format(<list>)", "<str>.casefold()", "<bytes>.decode(<codec>, <errors>)", "<bytes>.hex()", "', '.join(<strs>)", "<str>.join(<strs>)", "(<float>).hex()", "<strs>[<small>]",
        "''.join(@str for @str in <!str> if <bool>)", "''.join(sorted(<str>))", "max(<strs>)", "<str>.translate({97: <str>, 98: None})", "type(<any>).__name__", "<str>.format_map(<dict>)", "''.join(reversed(<str>))", "'%s' % <tuple>", "<str> % <int>", "<str>.format(<any>)", "f'{<int>=}'"],
    "bytes": of_kind(SEQUENCE, "bytes") + of_kind(TEXT[:17], "bytes", "<bytes>") + ["<str>.encode(<codec>, <errors>)", "<str>.encode()", "bytes(<list>)", "bytes(<tuple>)", "bytes(3)", "b','.join([<bytes>, <bytes>])", "(b'%d %s' % (<int>, <bytes>))", "bytes.fromhex(<str>)", "(<int>).to_bytes(9, 'big', signed=True)", "bytes(<bytearray>)", "(<int>).to_bytes(8, 'little')"],
    "bytearray": of_kind(SEQUENCE[:5], "bytearray") + ["bytearray(<bytes>)", "<bytearray>.upper()", "<bytearray>.replace(<bytes>, <bytes>)", "bytearray(<list>)"],
    "list": of_kind(SEQUENCE, "list") + ["sorted(<list>)", "sorted(<list>, reverse=True)", "sorted(<list>, key=lambda @int: <int>)", "list(<range>)", "list(<bytes>)", "[<int>, <int>]", "[<int>, *<list>]", "[<int> for @int in <!list>]", "[<int> for @int in <!range> if <bool>]", "list(reversed(<list>))", "list(map(abs, <list>))",
             "list(filter(None, <list>))", "[@int for @int in <!list>]", "<list>.copy()", "list(map(lambda @int: <int>, <!list>))", "list(<dict>.values())", "[<int> for @int in <!list> for @int in <!list>][:9]", "[len(@str) for @str in <!strs>]", "list(map(int, <str>))"],
    "strs": ["sorted(<strs>)", "<str>.split()", "<str>.split(<str>)", "<str>.split(<str>, <small>)", "<str>.rsplit(None, <small>)", "<str>.splitlines()", "<str>.splitlines(True)", "list(<str>)", "[<str>, <str>]", "[<str> for @str in <!strs>]", "sorted(<strs>, key=len)", "sorted(<strs>, key=str.lower, reverse=True)", "list(map(str, <list>))", "list(<str>.partition(<str>))"],
    "mixed": of_kind(SEQUENCE[:5], "mixed") + ["[<any>, <any>]", "list(<tuple>)", "list(<dict>.items())", "list(zip(<list>, <str>))", "list(enumerate(<str>, <int>))", "[(<int>, <str>) for @int, @str in zip(<!list>, <!strs>)]", "list(zip(<list>, <range>, strict=True))", "[<any> for @int in <!range>]", "[*<tuple>, *<str>]", "sorted(<mixed>, key=repr)", "list(<dict>)", "[<tuple>, <dict>]"],
    "tuple": of_kind(SEQUENCE, "tuple") + ["(<any>, <any>)", "tuple(<list>)", "(*<list>, <any>)", "divmod(<int>, <int>)", "divmod(<float>, <float>)", "<str>.partition(<str>)", "<slice>.indices(<small>)", "tuple(<int> for @int in <!list>)", "(<slice>.start, <slice>.stop, <slice>.step)", "<float>.as_integer_ratio()", "tuple(sorted(<tuple>))", "(<range>.start, <range>.stop, <range>.step)"],
    "dict": ["{<key>: <any>}", "{**<dict>, <key>: <any>}", "dict(a=<int>, b=<str>)", "dict(<dict>, z=<any>)", "{@int: <any> for @int in <!list>}", "{<str>: <int> for @str in <!strs>}", "dict(zip(<strs>, <list>))", "dict.fromkeys(<list>, <any>)", "(<dict> | <dict>)", "dict(<mixed>)", "<dict>.copy()", "dict(enumerate(<str>))"],
    "set": ["{<key>, <int>}", "set(<list>)", "set(<str>)", "(<set> | <set>)", "(<set> & <set>)", "(<set> - <set>)", "(<set> ^ <set>)", "{<int> for @int in <!list>}", "<set>.union(<list>)", "<set>.intersection(<tuple>)", "<set>.difference(<strs>)", "<set>.symmetric_difference(<list>)", "<set>.copy()"],
    "frozenset": ["frozenset(<list>)", "(<frozenset> | <set>)", "frozenset(<set>)"],
    "range": ["range(<small>)", "range(<small>, <small>)", "range(<small>, <small>, <small>)", "<range>[<bound>:<bound>:<step>]", "reversed(<range>) and <range>"],
    "slice": ["slice(<small>)", "slice(<small>, <small>)", "slice(None, <small>, <small>)"],
    "none": ["<list>.append(<int>)", "<list>.sort()", "<list>.reverse()", "<list>.extend(<range>)", "<list>.insert(<small>, <int>)", "<dict>.update(<dict>)", "<list>.clear()", "<list>.remove(<int>)", "<dict>.update(a=<any>)", "<set>.add(<key>)", "<set>.discard(<any>)", "<set>.update(<list>)", "<bytearray>.append(<int>)", "<bytearray>.extend(<bytes>)"],
    # What is wrong on purpose: the message is compared.
    "wrong": ["(<a> - <b>)", "(<a> / <b>)", "(<a> & <b>)", "(<a> @ <b>)", "(<a> < <b>)", "(<a> >= <b>)", "(-<a>)", "(~<a>)", "<a>[<b>]", "<a>[<slice>]", "<a>(<b>)", "len(<a>)", "iter(<a>) and 1", "[*<a>]", "{**<a>}", "<a>.nope", "int(<a>)", "float(<a>)", "complex(<a>)", "abs(<a>)",
              "round(<a>)", "sorted(<a>)", "sum(<a>)", "ord(<a>)", "chr(<a>)", "bytes(<mixed>)", "(<a> in <b>)", "hash(<a>) and 1", "{<a>: 1}", "max(<a>)", "''.join(<a>)", "dict(<a>)", "isinstance(<a>, <b>)", "divmod(<a>, <b>)", "pow(<a>, 2, <b>)", "next(<a>)", "(lambda x: x)(<a>, <b>)", "'%d' % <a>", "'%c' % <a>",
              "f'{<a>:<ispec>}'", "f'{<a>:<fspec>}'", "f'{<a>:<sspec>}'", "<list>.index(<a>)", "<str>.split(<a>)", "<str>.replace(<a>, <b>)", "<str>.startswith(<a>)", "<bytes>.find(<a>)", "slice(<a>).indices(<b>)", "reversed(<a>) and 1", "zip(<a>) and 1", "enumerate(<a>) and 1", "range(<a>)", "hex(<a>)", "<str>.join(<mixed>)",
              "<str>.encode(<a>)", "<bytes>.join(<mixed>)", "<dict>[<a>]", "<dict>.pop(<a>)", "(<str> + <a>)", "(<list> + <a>)", "(<bytes> + <a>)", "(<a> + <b>)", "<list>.pop(<small>)", "<set> | <a>", "<dict> | <a>", "int(<str>, <a>)", "<a>.append(1)", "<a>.items() and 1", "list(map(<a>, <b>))", "tuple(<a>)", "set(<a>)", "frozenset(<a>)", "type(<a>)(<b>) and 1" , "str(<bytes>, <codec>)",
              "(lambda a, *, k: (a, k))(<a>)", "(lambda a, b=1, /: 0)(b=<a>)", "(lambda **k: k)(a=1, **{'a': <a>})", "print(<str>, sep=<a>)", "sorted(<list>, <a>)", "int(<str>, base=<a>)", "<str>.center(<a>)", "min()", "<tuple>.index(<a>)", "<range>.index(<a>)", "divmod(<a>, 0)", "any(<a>)", "all(<a>)", "filter(None, <a>) and 1"],
}
VALUES = ["int", "float", "complex", "bool", "str", "bytes", "list", "tuple", "dict", "mixed", "none", "range", "slice", "strs"]
# In "wrong", these stand for a value that is small: a big int there would be a size.
SMALL = {"int": "small", "list": "list"}
