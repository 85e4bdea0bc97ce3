// match: each case tests the subject against its pattern and, if that and the guard succeed, binds
// the pattern's names. Names are bound only after the whole pattern has matched, as in CPython;
// until then the captured values wait in temporaries.
#include "compile/emit/emitter.h"
#include "runtime/protocol.h"

namespace belljar {

using namespace ast;

void Emitter::match(const Match& s) {
  const int subject = next_temp(s.subject);
  const int mark = asm_.mark();
  Label end;
  for (const MatchCase* c : s.cases) {
    if (!asm_.reachable()) break;
    Label next;
    std::vector<Capture> captures;
    pattern(c->pattern, subject, next, captures);
    if (!asm_.reachable()) {
      asm_.bind(next);
      continue;
    }
    for (const Capture& capture : captures) store(capture.name, capture.reg, capture.at);
    asm_.release(mark);
    if (c->guard != nullptr) {
      Range at = c->pattern->range;
      jump_if(c->guard, false, next, at);
    }
    suite(c->body);
    asm_.jump(end);
    asm_.bind(next);
  }
  asm_.bind(end);
}

void Emitter::pattern(const Pattern* p, int subject, Label& fail_to,
                      std::vector<Capture>& captures) {
  if (failed() || asm_.too_many_registers()) return;
  switch (p->kind) {
    case NodeKind::kMatchValue: {
      const int mark = asm_.mark();
      Operand v = value(to<MatchValue>(*p).value);
      compare_and_jump(CompareOperator::kEq, subject, v, false, fail_to, p->range);
      asm_.release(mark);
      break;
    }
    case NodeKind::kMatchSingleton: {
      const int mark = asm_.mark();
      Operand v{constants_.literal(to<MatchSingleton>(*p).value), -1};
      compare_and_jump(CompareOperator::kIs, subject, v, false, fail_to, p->range);
      asm_.release(mark);
      break;
    }
    case NodeKind::kMatchSequence:
      sequence_pattern(to<ast::MatchSequence>(*p), subject, fail_to, captures);
      break;
    case NodeKind::kMatchMapping:
      mapping_pattern(to<ast::MatchMapping>(*p), subject, fail_to, captures);
      break;
    case NodeKind::kMatchClass:
      class_pattern(to<ast::MatchClass>(*p), subject, fail_to, captures);
      break;
    case NodeKind::kMatchStar:
      if (to<MatchStar>(*p).name.data()) {
        captures.push_back({name_id(to<MatchStar>(*p).name), subject, p->range});
      }
      break;
    case NodeKind::kMatchAs: {
      const MatchAs& as_pattern = to<MatchAs>(*p);
      if (as_pattern.pattern) pattern(as_pattern.pattern, subject, fail_to, captures);
      if (as_pattern.name.data()) {
        captures.push_back({name_id(as_pattern.name), subject, p->range});
      }
      break;
    }
    case NodeKind::kMatchOr:
      or_pattern(to<MatchOr>(*p), subject, fail_to, captures);
      break;
    default:
      std::abort();
  }
}

void Emitter::sequence_pattern(const ast::MatchSequence& p, int subject, Label& fail_to,
                               std::vector<Capture>& captures) {
  const size_t n = p.patterns.size();
  size_t star = n;
  for (size_t i = 0; i < n; ++i) {
    if (p.patterns[i]->kind == NodeKind::kMatchStar) star = i;
  }
  if (n > 100) return fail("too many patterns in one sequence", p.range);
  const int length = asm_.temp();
  asm_.emit(Op::MatchSequence, length, subject);
  asm_.jump_if(false, length, fail_to, p.range);
  const size_t least = star == n ? n : n - 1;
  if (star == n || least > 0) {
    asm_.emit(p.range, Op::Length, length, subject);
    compare_and_jump(star == n ? CompareOperator::kEq : CompareOperator::kGtE, length,
                     Operand{Value::integer(static_cast<int64_t>(least)), -1}, false, fail_to,
                     p.range);
  }
  asm_.release(length);
  bool wildcards = true;
  for (const Pattern* x : p.patterns) {
    const MatchAs* as_pattern = as<MatchAs>(x);
    const MatchStar* star_pattern = as<MatchStar>(x);
    wildcards = wildcards && ((as_pattern && !as_pattern->pattern && !as_pattern->name.data()) ||
                              (star_pattern && !star_pattern->name.data()));
  }
  if (wildcards) return;
  const int row = asm_.temps(static_cast<int>(n));
  if (star < n && !to<MatchStar>(*p.patterns[star]).name.data()) {
    return sequence_items(p, subject, star, row, fail_to, captures);
  }
  if (star == n) {
    asm_.emit(p.range, Op::Unpack, row, static_cast<int>(n), subject);
  } else {
    asm_.emit(p.range, Op::UnpackStar, row, static_cast<int>(star), subject);
    asm_.word(static_cast<uint32_t>(n - star - 1));
  }
  for (size_t i = 0; i < n; ++i) {
    pattern(p.patterns[i], row + static_cast<int>(i), fail_to, captures);
  }
}

// A rest that has no name is not looked at: the items around it are asked for one by one.
void Emitter::sequence_items(const ast::MatchSequence& p, int subject, size_t star, int row,
                             Label& fail_to, std::vector<Capture>& captures) {
  const size_t n = p.patterns.size();
  for (size_t i = 0; i < n; ++i) {
    const MatchAs* plain = as<MatchAs>(p.patterns[i]);
    if (i == star || (plain && !plain->pattern && !plain->name.data())) continue;
    const int item = row + static_cast<int>(i);
    const int index = asm_.temp();
    load_constant(Value::integer(static_cast<int64_t>(i < star ? i : n - i)), index);
    if (i > star) {
      asm_.emit(p.range, Op::Length, item, subject);
      asm_.emit(p.range, Op::Sub, index, item, index);
    }
    asm_.emit(p.range, Op::GetItem, item, subject, index);
    asm_.release(index);
    pattern(p.patterns[i], item, fail_to, captures);
  }
}

void Emitter::mapping_pattern(const ast::MatchMapping& p, int subject, Label& fail_to,
                              std::vector<Capture>& captures) {
  const size_t n = p.keys.size();
  if (n > 100) return fail("too many keys in one mapping pattern", p.range);
  const int values = asm_.temp();
  asm_.emit(Op::MatchMapping, values, subject);
  asm_.jump_if(false, values, fail_to, p.range);
  const bool rest = p.rest.data() != nullptr;
  if (n == 0 && !rest) return;
  const int keys = asm_.temp();
  if (n > 0) {
    asm_.emit(p.range, Op::Length, values, subject);
    compare_and_jump(CompareOperator::kGtE, values,
                     Operand{Value::integer(static_cast<int64_t>(n)), -1}, false, fail_to, p.range);
  }
  Operand tuple_of_keys = tuple(p.keys, p.range, keys);
  if (tuple_of_keys.is_constant()) load_constant(tuple_of_keys.constant, keys);
  asm_.emit(p.range, Op::MatchKeys, values, subject, keys);
  compare_and_jump(CompareOperator::kIs, values, Operand{Value::none(), -1}, true, fail_to,
                   p.range);
  if (n > 0) {
    const int row = asm_.temps(static_cast<int>(n));
    asm_.emit(p.range, Op::Unpack, row, static_cast<int>(n), values);
    for (size_t i = 0; i < n; ++i) {
      pattern(p.patterns[i], row + static_cast<int>(i), fail_to, captures);
    }
  }
  if (rest) {
    const int d = asm_.temp();
    asm_.emit(p.range, Op::DictWithout, d, subject, keys);
    captures.push_back({name_id(p.rest), d, p.range});
  }
}

void Emitter::class_pattern(const ast::MatchClass& p, int subject, Label& fail_to,
                            std::vector<Capture>& captures) {
  const size_t positional = p.patterns.size();
  const size_t n = positional + p.kwd_patterns.size();
  if (n > 100) return fail("too many patterns in one class pattern", p.range);
  const int attributes = asm_.temp();
  const int mark = asm_.mark();
  const int cls = any(p.cls);
  std::vector<Value> shape;
  shape.push_back(Value::integer(static_cast<int64_t>(positional)));
  for (std::string_view name : p.kwd_attrs) {
    shape.push_back(Value::object(name_str(name_id(name))));
  }
  asm_.emit(p.range, Op::MatchClass, attributes, subject, cls);
  asm_.word(asm_.constant(constants_.tuple(shape.data(), shape.size())));
  asm_.release(mark);
  compare_and_jump(CompareOperator::kIs, attributes, Operand{Value::none(), -1}, true, fail_to,
                   p.range);
  if (n == 0) return;
  const int row = asm_.temps(static_cast<int>(n));
  asm_.emit(p.range, Op::Unpack, row, static_cast<int>(n), attributes);
  for (size_t i = 0; i < n; ++i) {
    const Pattern* x = i < positional ? p.patterns[i] : p.kwd_patterns[i - positional];
    pattern(x, row + static_cast<int>(i), fail_to, captures);
  }
}

// All alternatives bind the same names: the first decides in which registers the values wait.
void Emitter::or_pattern(const MatchOr& p, int subject, Label& fail_to,
                         std::vector<Capture>& captures) {
  Label matched;
  const size_t n = p.patterns.size();
  std::vector<Capture> common;
  for (size_t i = 0; i < n && asm_.reachable(); ++i) {
    const bool last = i + 1 == n;
    Label next;
    std::vector<Capture> own;
    if (i == 0) {
      // The waiting registers must lie below the temporaries of all alternatives.
      const uint32_t count = count_captures(p.patterns[0]);
      const int first = asm_.temps(static_cast<int>(count));
      const int mark = asm_.mark();
      pattern(p.patterns[0], subject, last ? fail_to : next, own);
      for (size_t k = 0; k < own.size(); ++k) {
        const int reg = first + static_cast<int>(k);
        move(reg, own[k].reg);
        common.push_back({own[k].name, reg, own[k].at});
      }
      asm_.release(mark);
    } else {
      const int mark = asm_.mark();
      pattern(p.patterns[i], subject, last ? fail_to : next, own);
      for (const Capture& capture : own) {
        for (const Capture& c : common) {
          if (c.name == capture.name) move(c.reg, capture.reg);
        }
      }
      asm_.release(mark);
    }
    asm_.jump(matched);
    asm_.bind(next);
  }
  asm_.bind(matched);
  for (const Capture& capture : common) captures.push_back(capture);
}

uint32_t Emitter::count_captures(const Pattern* p) {
  uint32_t n = 0;
  switch (p->kind) {
    case NodeKind::kMatchSequence:
      for (const Pattern* x : to<ast::MatchSequence>(*p).patterns) n += count_captures(x);
      break;
    case NodeKind::kMatchMapping:
      for (const Pattern* x : to<ast::MatchMapping>(*p).patterns) n += count_captures(x);
      n += to<ast::MatchMapping>(*p).rest.data() != nullptr;
      break;
    case NodeKind::kMatchClass:
      for (const Pattern* x : to<ast::MatchClass>(*p).patterns) n += count_captures(x);
      for (const Pattern* x : to<ast::MatchClass>(*p).kwd_patterns) n += count_captures(x);
      break;
    case NodeKind::kMatchStar:
      n = to<MatchStar>(*p).name.data() != nullptr;
      break;
    case NodeKind::kMatchAs:
      if (to<MatchAs>(*p).pattern) n = count_captures(to<MatchAs>(*p).pattern);
      n += to<MatchAs>(*p).name.data() != nullptr;
      break;
    case NodeKind::kMatchOr:
      n = count_captures(to<MatchOr>(*p).patterns[0]);
      break;
    default:
      break;
  }
  return n;
}

}  // namespace belljar
