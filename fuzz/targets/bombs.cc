// Programs made from bytes: natives that call back, over containers that the callbacks change. Each
// runs with a collection at every safepoint and freed cells overwritten, so that what is held
// without a root, or read again without a look, is found. The grammar is a table of lines.
#include <string>

#include "belljar/engine.h"
#include "engine/engine_impl.h"
#include "engine/error_report.h"
#include "fuzz/targets/targets.h"
#include "interp/isolate.h"

namespace belljar::fuzz {

namespace {

// A Bomb counts the calls of its methods; the k-th does one of the ACTIONS.
constexpr const char* kPrelude =
    R"(import itertools, functools, collections, heapq, bisect, json, copy, re, operator, math
a = [3, 1, 2]; d = {1: 2, 'k': [4]}; s = {1, 2, 3}; b = bytearray(b'abcabc'); q = collections.deque([1, 2, 3])
o = collections.OrderedDict(a=1, b=2); t = (1, (2, 3)); c = collections.Counter('aab'); g = iter([1, 2])
def refill():
    a[:] = [Bomb(i, 2) for i in range(4)]
class Stop(Exception): pass
def act(n):
    if n == 0: a.clear()
    elif n == 1: a.extend([None] * 50)
    elif n == 2: a[:] = [1, 2]
    elif n == 3: d.clear()
    elif n == 4: d.update({i: [i] for i in range(40)})
    elif n == 5: s.clear()
    elif n == 6: s.update(range(40))
    elif n == 7: b.clear()
    elif n == 8: b.extend(bytes(100))
    elif n == 9: q.clear()
    elif n == 10: q.extend(range(70))
    elif n == 11: raise Stop
    elif n == 12: a.sort()
    elif n == 13: o.clear()
    elif n == 14: next(g, None)
    elif n == 15: a.insert(0, [a]); d['x'] = d
    elif n == 16: a.pop()
    elif n == 17: [str(i) * 3 for i in range(30)]
    elif n == 18: c.clear()
    elif n == 19: o.update(z=1, y=2)
class Bomb:
    def __init__(self, v, k, n=0): self.v = v; self.k = k; self.n = n
    def fire(self):
        self.k -= 1
        if self.k == 0: act(self.n)
    def __eq__(self, other): self.fire(); return self.v == getattr(other, 'v', other)
    def __lt__(self, other): self.fire(); return self.v < getattr(other, 'v', 0)
    def __hash__(self): self.fire(); return self.v % 3
    def __index__(self): self.fire(); return self.v
    def __int__(self): self.fire(); return self.v
    def __float__(self): self.fire(); return float(self.v)
    def __bool__(self): self.fire(); return self.v > 0
    def __len__(self): self.fire(); return self.v
    def __iter__(self): self.fire(); return self
    def __next__(self):
        self.fire(); self.v -= 1
        if self.v < 0: raise StopIteration
        return self.v
    def __contains__(self, x): self.fire(); return False
    def __getitem__(self, i): self.fire(); return [self.v][i]
    def __call__(self, *x, **k): self.fire(); return self.v
    def __repr__(self): self.fire(); return 'B' * self.v
    def __format__(self, f): self.fire(); return f
    def __add__(self, x): self.fire(); return self.v
    __radd__ = __mul__ = __rmul__ = __sub__ = __or__ = __and__ = __xor__ = __mod__ = __add__
    def __enter__(self): self.fire(); return self
    def __exit__(self, *x): self.fire(); return self.v > 1
    def __get__(self, i, w): self.fire(); return self.v
    def __copy__(self): self.fire(); return self
    def __deepcopy__(self, m): self.fire(); return self
    def keys(self): self.fire(); return ['p', 'q']
)";

// $ is a Bomb made from the next bytes, @ a container.
constexpr const char* kLines[] = {
    "a.sort(key=$)",
    "a.sort()",
    "sorted([$, $, $])",
    "min($, $)",
    "max(@, key=$)",
    "sum([$, 1])",
    "$ in a",
    "$ in d",
    "$ in s",
    "a.index($)",
    "a.count($)",
    "a.remove($)",
    "a[$]",
    "a[$:$]",
    "a[$] = 1",
    "a[$:$] = @",
    "del a[$:$]",
    "a[$:$:$] = @",
    "a.insert($, $)",
    "a.pop($)",
    "a.extend($)",
    "a += $",
    "a * $",
    "d[$]",
    "d[$] = 1",
    "d.get($)",
    "d.pop($, 0)",
    "d.setdefault($, $)",
    "d.update({$: 1, $: 2})",
    "d.update($)",
    "dict([($, 1), ($, 2)])",
    "d == {$: $}",
    "d | {$: 1}",
    "s.add($)",
    "s.discard($)",
    "s | {$, $}",
    "s & {$}",
    "s ^ {$, $}",
    "s - {$}",
    "s.update([$, $])",
    "s == {$, 1, 2}",
    "s <= {$, $}",
    "frozenset([$, $])",
    "b[$]",
    "b[$] = 1",
    "b[$:$] = b'xy'",
    "b.find(b'a', $, $)",
    "b.extend([$, $])",
    "b.insert($, $)",
    "b.append($)",
    "b.join([b'a', b])",
    "b * $",
    "bytes($)",
    "bytes([$, $])",
    "bytearray($)",
    "q.index($)",
    "q.remove($)",
    "q.count($)",
    "$ in q",
    "q.insert($, $)",
    "q[$]",
    "q[$] = 1",
    "q.rotate($)",
    "q.extend($)",
    "q == collections.deque([$, $, $])",
    "o.move_to_end($)",
    "o[$] = $",
    "o.pop($, 1)",
    "o == collections.OrderedDict({$: 1})",
    "list($)",
    "tuple($)",
    "list(map($, @))",
    "list(filter($, @))",
    "list(zip(@, $))",
    "list(enumerate($))",
    "list(reversed(a))",
    "any([$, $])",
    "all([$, $])",
    "str($)",
    "repr(a)",
    "f'{$:x}'",
    "'%s' % $",
    "'%d' % $",
    "'{0}{0!r:>3}'.format($)",
    "','.join($)",
    "int($)",
    "float($)",
    "complex($)",
    "round(1.5, $)",
    "pow(2, $)",
    "divmod($, 2)",
    "range($, $)",
    "hash(($, $))",
    "len($)",
    "bool($)",
    "isinstance($, int)",
    "x, *y = $",
    "x, y = $",
    "[*$, *a]",
    "{**d, **$}",
    "print(*$)",
    "(lambda *x, **k: 0)(*$, **$)",
    "a == [$, $, $]",
    "a < [$, $]",
    "t == ($, ($, 3))",
    "$ + $",
    "$ == $",
    "$ < $",
    "heapq.heapify(a)",
    "heapq.heappush(a, $)",
    "heapq.heappop(a)",
    "heapq.nsmallest(2, a, key=$)",
    "list(heapq.merge(a, @))",
    "bisect.insort(a, $)",
    "bisect.bisect(a, $, key=$)",
    "functools.reduce($, @)",
    "sorted(a, key=functools.cmp_to_key($))",
    "functools.lru_cache(2)($)($)",
    "functools.partial($, $)($)",
    "list(itertools.groupby(a, $))",
    "list(itertools.islice(a, $))",
    "list(itertools.accumulate(a, $))",
    "list(itertools.takewhile($, a))",
    "list(itertools.starmap($, [@]))",
    "list(itertools.product(a, $))",
    "list(itertools.chain(a, $, @))",
    "list(itertools.permutations($, 2))",
    "itertools.tee(a, $)",
    "list(itertools.compress(a, $))",
    "collections.Counter($)",
    "c.update($)",
    "c[$] += 1",
    "c + collections.Counter([$])",
    "json.dumps([$], default=$)",
    "json.dumps(d, default=$)",
    "json.loads('[{}, {}]', object_hook=$)",
    "re.sub('a', $, 'aaa')",
    "[m for m in re.finditer(b'a', b)]",
    "copy.copy($)",
    "copy.deepcopy([$, a])",
    "operator.itemgetter($, $)(a)",
    "operator.attrgetter('v')($)",
    "math.fsum([$, $])",
    "math.hypot($, $)",
    "math.prod($)",
    "refill()",
    "for x in a: act(1) if len(a) < 60 else a.clear()",
    "for x in list(d): d[x] = act(3)",
    "[x for x in @ if $]",
    "{x: $ for x in @}",
    "type('C', (), {'p': $}) if 0 else 0",
    "setattr(Bomb, 'w', $); $.w",
    "act(15)",
    "'abc'.replace('b', 'x', $)",
    "'abc'.split('b', $)",
    "'a'.ljust($)",
    "'abc'[$]",
    "'abc'.find('c', $)",
    "'abc'.startswith('a', $)",
    "'abc'.translate($)",
    "'{x}'.format_map($)",
    "s.intersection($)",
    "s.symmetric_difference_update([$, 1])",
    "s.issubset($)",
    "dict.fromkeys($, $)",
    "a.copy().sort(key=$)",
    "next(iter($), $)",
    "iter($, $)",
    "list(iter($, 3))",
    "slice($, $).indices($)",
    "getattr($, 'v')",
};
constexpr const char* kContainers[] = {"a", "d", "s", "b", "q",
                                       "o", "t", "c", "g", "(i for i in a)"};

class Bytes {
 public:
  explicit Bytes(std::string_view input) : input_(input) {}
  bool empty() const { return at_ >= input_.size(); }
  uint32_t next(size_t below) {
    const uint8_t byte = empty() ? 0 : static_cast<uint8_t>(input_[at_++]);
    return static_cast<uint32_t>(byte % below);
  }

 private:
  std::string_view input_;
  size_t at_ = 0;
};

std::string program_of(std::string_view input) {
  Bytes bytes(input);
  std::string out = kPrelude;
  for (int lines = 0; lines < 12 && !bytes.empty(); ++lines) {
    std::string line;
    for (const char* p = kLines[bytes.next(std::size(kLines))]; *p; ++p) {
      if (*p == '$') {
        line += "Bomb(" + std::to_string(bytes.next(5)) + ", " + std::to_string(1 + bytes.next(4)) +
                ", " + std::to_string(bytes.next(20)) + ")";
      } else if (*p == '@') {
        line += kContainers[bytes.next(std::size(kContainers))];
      } else {
        line += *p;
      }
    }
    out += "try:\n    " + line + "\nexcept (Exception) as e: e = None\n";
  }
  // The containers are whole: what they list is found.
  return out +
         "d.update(z=1)\nassert len(d) == len(list(d)) and 'z' in d\ns.add('z')\nassert len(s) == "
         "len(list(s)) "
         "and 'z' in s\nassert len(a) == len([x for x in a])\nassert len(q) == len([x for x in "
         "q])\n"
         "assert len(b) == len(list(b))\nassert len(o) == len([x for x in o])\n";
}

}  // namespace

void fuzz_run(std::string_view input) {
  static const std::shared_ptr<const Engine> kEngine =
      Engine::Builder().profile("python").build().engine;
  if (input.size() > 200) return;
  const std::string source = program_of(input);
  const Compiled compiled = kEngine->compile(source, "bombs.py");
  BELLJAR_MUST(compiled.program, compiled.report.text);
  Engine::Impl& engine = kEngine->impl();
  RuntimeLimits limits;
  limits.steps = 30'000;
  limits.memory_bytes = 16u << 20;
  limits.depth = 100;
  limits.time_ns = 60'000'000'000;
  Isolate isolate(engine.chunks, engine.stacks, engine.realm.realm(), engine.modules, limits);
  isolate.set_builtins(engine.builtins);
  // Every byte is a choice: the first also says whether collections are many.
  isolate.heap().set_stress(!input.empty() && (input[0] & 1));
  const CodeUnit& unit = *compiled.program->impl().unit;
  const Value status = isolate.run_module(unit, "__main__");
  if (isolate.stopped_by() != Limit::None || !status.is(Kind::Raised)) return;
  const ErrorReport report = error_report(isolate, unit);
  BELLJAR_MUST(report.class_name != "AssertionError", report.text + source);
  BELLJAR_MUST(report.class_name != "SystemError", report.text + source);
}

}  // namespace belljar::fuzz
