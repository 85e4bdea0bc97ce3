// sym.sdk.templates: the template classes, whose class methods make the events that a hook returns,
// and get_step_output.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/state.h"

namespace belljar::sym {

namespace {

// The event that a template method asks to be fired: all members are hidden from the flow.
Value template_event(Context& context, std::string_view tmpl, std::string_view event,
                     std::initializer_list<Member> members) {
  BELLJAR_TRY(tmpl_text, new_str(context, tmpl));
  BELLJAR_TRY(event_text, new_str(context, event));
  BELLJAR_TRY(made, new_object(context, Type::TemplateEvent,
                               {{Name::template_, tmpl_text}, {Name::event, event_text}}));
  for (const Member& m : members) {
    BELLJAR_CHECK(instance_set(context, made.as<Instance>(), text_of(context, m.name), m.value));
  }
  return made;
}

// An SRN travels as its text.
Value srn_argument(Context& context, Value v) { return v.is_none() ? v : to_str(context, v); }

// Signature: cls, *, target_srn, duration, **kwargs.
Value fire(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(target, srn_argument(context, c[1]));
  return template_event(
      context, "approval", c.native()->name->view(),
      {{Name::target_srn, target}, {Name::duration, c[2]}, {Name::payload, c[3]}});
}
Value fire_deescalate(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(target, srn_argument(context, c[1]));
  return template_event(
      context, "approval", "deescalate",
      {{Name::target_srn, target}, {Name::duration, Value::none()}, {Name::payload, c[2]}});
}
Value fire_prompt(Call& c) {
  return template_event(
      c.context(), "approval", "prompt",
      {{Name::target_srn, Value::none()}, {Name::duration, Value::none()}, {Name::payload, c[1]}});
}
Value fire_ignore(Call& c) {
  return template_event(c.context(), "template", "ignore",
                        {{Name::message, c[1]}, {Name::payload, c[2]}});
}

Value get_step_output(Call& c) {
  Context& context = c.context();
  Value step = c[0].is_none() ? state_get(context, State::CurrentStep) : payload(c[0]);
  Value outputs = state_get(context, State::StepOutputs);
  if (outputs.is(Kind::Dict) && !step.is_undefined()) {
    BELLJAR_TRY(found, dict_get(context, outputs.as<Dict>(), step));
    if (!found.is_undefined() && !found.is_none()) return found;
  }
  return new_dict(context);
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kTemplateMethods[] = {
    {"ignore", "cls, *, message=None, **kwargs", fire_ignore, kFlags}};
constexpr const char* kFire = "cls, *, target_srn=None, duration=None, **kwargs";
constexpr NativeDef kApprovalMethods[] = {
    {"prompt", "cls, **kwargs", fire_prompt, kFlags},
    {"request", kFire, fire, kFlags},
    {"approve", kFire, fire, kFlags},
    {"deny", kFire, fire, kFlags},
    {"escalate", kFire, fire, kFlags},
    {"deescalate", "cls, *, target_srn=None, **kwargs", fire_deescalate, kFlags},
};
constexpr NativeDef kFunctions[] = {{"get_step_output", "step=None", get_step_output, kFlags}};

}  // namespace

void install_templates(Build& b) {
  RealmBuilder& r = b.builder;
  Class* tmpl = b.add_class(Type::Template, "Template", b.realm.of(Type::SymResource),
                            Kind::Instance, "sym.sdk.templates.template");
  r.methods(tmpl, kTemplateMethods, MethodKind::ClassMethod);
  Class* approval = b.add_class(Type::ApprovalTemplate, "ApprovalTemplate", tmpl, Kind::Instance,
                                "sym.sdk.templates.approval");
  r.methods(approval, kApprovalMethods, MethodKind::ClassMethod);
  Class* event = r.new_class("TemplateEvent", nullptr, Kind::Instance, kFinal, "sym.sdk.templates");
  event->sub = static_cast<uint16_t>(Type::TemplateEvent);
  b.realm.classes[static_cast<int>(Type::TemplateEvent)] = event;
  for (Name n : {Name::template_, Name::event, Name::target_srn, Name::duration, Name::message,
                 Name::payload}) {
    layout_add(r, event, b.realm.of(n));
  }
  r.functions(r.module("sym.sdk.templates.step"), kFunctions);
}

}  // namespace belljar::sym
