// Statements: the dispatch, and those that belong to no larger family.
#include "compile/emit/emitter.h"
#include "compile/star_import.h"

namespace belljar {

using namespace ast;

void Emitter::suite(const Stmts& body, size_t from) {
  for (size_t i = from; i < body.size() && asm_.reachable(); ++i) statement(body[i]);
}

void Emitter::statement(const Stmt* s) {
  if (failed() || asm_.too_many_registers()) return;
  if (asm_.too_long()) return fail("function too large", s->range);
  const int mark = asm_.mark();
  switch (s->kind) {
    case NodeKind::kExprStmt: {
      const Expr* e = to<ExprStmt>(*s).value;
      if (e->kind != NodeKind::kConstant) discard(e);
      break;
    }
    case NodeKind::kAssign:
      assign(to<Assign>(*s));
      break;
    case NodeKind::kAugAssign:
      augmented(to<AugAssign>(*s));
      break;
    case NodeKind::kAnnAssign:
      annotated(to<AnnAssign>(*s));
      break;
    case NodeKind::kReturn:
      return_(to<ast::Return>(*s));
      break;
    case NodeKind::kIf:
      if_(to<If>(*s));
      break;
    case NodeKind::kFor:
      for_(to<For>(*s));
      break;
    case NodeKind::kWhile:
      while_(to<While>(*s));
      break;
    case NodeKind::kBreak:
      break_(s->range);
      break;
    case NodeKind::kContinue:
      continue_(s->range);
      break;
    case NodeKind::kFunctionDef:
      function(to<FunctionDef>(*s));
      break;
    case NodeKind::kClassDef:
      class_(to<ClassDef>(*s));
      break;
    case NodeKind::kTry:
      try_(to<Try>(*s));
      break;
    case NodeKind::kWith:
      with(to<With>(*s), 0);
      break;
    case NodeKind::kRaise:
      raise(to<ast::Raise>(*s));
      break;
    case NodeKind::kAssert:
      assert_(to<Assert>(*s));
      break;
    case NodeKind::kDelete:
      for (const Expr* t : to<Delete>(*s).targets) delete_target(t);
      break;
    case NodeKind::kImport:
      import(to<Import>(*s));
      break;
    case NodeKind::kImportFrom:
      import_from(to<ImportFrom>(*s));
      break;
    case NodeKind::kMatch:
      match(to<Match>(*s));
      break;
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
    case NodeKind::kPass:
      break;
    case NodeKind::kTryStar:
      fail("'except*' is not supported", s->range);
      break;
    default:
      fail("asynchronous code is not supported", s->range);
  }
  asm_.release(mark);
}

void Emitter::return_(const ast::Return& s) {
  if (blocks_.empty()) {
    if (s.value == nullptr ||
        (is<Constant>(s.value) && to<Constant>(*s.value).value.kind == ConstantKind::kNone)) {
      asm_.emit(Op::ReturnNone);
    } else {
      asm_.emit(Op::Return, any(s.value));
    }
    asm_.unreachable();
    return;
  }
  // What the exits run may rebind a variable: the value waits in a temporary.
  int reg = -1;
  if (s.value != nullptr) reg = next_temp(s.value);
  Unwound unwound = unwind(0, s.range);
  if (asm_.reachable()) {
    if (reg >= 0) {
      asm_.emit(Op::Return, reg);
    } else {
      asm_.emit(Op::ReturnNone);
    }
    asm_.unreachable();
  }
  rewind(std::move(unwound));
}

void Emitter::raise(const ast::Raise& s) {
  if (s.exc == nullptr) {
    asm_.emit(s.range, Op::Raise, 0, 0, 0);
  } else {
    int exception = any(s.exc);
    if (s.cause != nullptr) {
      exception = protect(exception, s.cause);
      int cause = any(s.cause);
      asm_.emit(s.range, Op::Raise, exception, cause, 2);
    } else {
      asm_.emit(s.range, Op::Raise, exception, 0, 1);
    }
  }
  asm_.unreachable();
}

void Emitter::assert_(const Assert& s) {
  Label passed;
  Range at = s.range;
  jump_if(s.test, true, passed, at);
  if (asm_.reachable()) {
    if (s.msg != nullptr) {
      int message = any(s.msg);
      asm_.emit(at, Op::AssertFail, message, 1);
    } else {
      asm_.emit(at, Op::AssertFail, 0, 0);
    }
    asm_.unreachable();
  }
  asm_.bind(passed);
}

void Emitter::import(const Import& s) {
  for (const Alias* a : s.names) {
    const int mark = asm_.mark();
    const bool renamed = a->asname.data() != nullptr;
    const std::string_view bound = renamed ? a->asname : a->name.substr(0, a->name.find('.'));
    const int reg = asm_.temp();
    asm_.emit(s.range, Op::ImportName, reg, renamed);
    asm_.word(asm_.constant(Value::object(constants_.str(a->name))));
    store(name_id(bound), reg, s.range);
    asm_.release(mark);
  }
}

void Emitter::import_from(const ImportFrom& s) {
  const int mark = asm_.mark();
  const int module = asm_.temp();
  std::string name(static_cast<size_t>(s.level), '.');
  if (s.module.data() != nullptr) name += s.module;
  asm_.emit(s.range, Op::ImportName, module, 1);
  asm_.word(asm_.constant(Value::object(constants_.str(name))));
  auto bind = [&](std::string_view member, std::string_view variable) {
    const int reg = asm_.temp();
    asm_.emit(s.range, Op::ImportFrom, reg, module);
    asm_.word(asm_.constant(Value::object(constants_.str(member))));
    store(name_id(variable), reg, s.range);
    asm_.release(reg);
  };
  for (const Alias* a : s.names) {
    if (a->name != "*") {
      bind(a->name, a->asname.data() ? a->asname : a->name);
      continue;
    }
    for (std::string_view member : star_names(s.module)) bind(member, member);
  }
  asm_.release(mark);
}

}  // namespace belljar
