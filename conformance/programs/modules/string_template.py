# string.Template.
from string import Template

t = Template("$name owes ${amount} to $$${other}, $name_2")
print(t.substitute(name="A", amount=3, other="B", name_2="C"))
print(t.substitute({"name": "A", "amount": 1, "other": 2, "name_2": 3}, amount="over"))
print(t.safe_substitute(name="A"), t.template)
print(t.safe_substitute({"name": "m"}, name="k"))
print(Template("").substitute(), Template("no names").substitute(x=1), Template("$$").substitute(), Template("$$name").substitute())
print(Template("${a}b$a.b$a-$_x").substitute(a=1, _x=2), Template("$A$a").substitute(A="up", a="low"))
print(Template("$a$b").safe_substitute(a="$b"), Template("$x").substitute(x=None))
print(Template("cost: $5, ${", ).safe_substitute(), Template("$").safe_substitute(), Template("a $ b ${ c} ${d").safe_substitute(d=1))
print(t.get_identifiers(), t.is_valid(), Template("$5").is_valid(), Template("$a$a$b").get_identifiers(), Template("100%").is_valid())
print(Template("$é${é}").safe_substitute(), Template("${a b}").safe_substitute(a=1))


class Percent(Template):
    delimiter = "%"


print(Percent("%who and %% and $x and %{who}").substitute(who="me"))


class Lookup:
    def __getitem__(self, key):
        return "<" + key + ">"


print(Template("$a ${b}").substitute(Lookup()), Template("$a ${b}").substitute(Lookup(), b=1))

for action in (
    lambda: Template("$name").substitute(),
    lambda: Template("$a $b").substitute(a=1),
    lambda: Template("$").substitute(),
    lambda: Template("bad $5").substitute(),
    lambda: Template("one\ntwo ${x\n").substitute(x=1),
    lambda: Template("\n\n  ${}").substitute(),
    lambda: Template("$a").substitute({}, {}),
    lambda: Template(),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
