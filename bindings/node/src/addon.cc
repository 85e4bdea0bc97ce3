// The C interface as N-API classes: texts and JSON in and out. What is pleasant to use is made of
// them in index.js. Handles are freed with the objects that hold them.
#include <belljar.h>
#include <napi.h>

#include <optional>
#include <string>

namespace {

std::string take(belljar_text* text) {
  std::string out(belljar_text_data(text), belljar_text_size(text));
  belljar_text_free(text);
  return out;
}

// A member of the options object as text; absent, null or undefined: none.
std::optional<std::string> member(const Napi::Object& options, const char* name) {
  Napi::Value value = options.Get(name);
  if (!value.IsString()) return std::nullopt;
  return value.As<Napi::String>().Utf8Value();
}
const char* c_text(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}

// Throws what index.js makes InvalidCall or MemoryError of. False: thrown.
bool check(Napi::Env env, belljar_status status, belljar_text* problem) {
  std::string text = take(problem);
  if (status == BELLJAR_OK) return true;
  if (text.empty()) text = belljar_status_text(status);
  Napi::Error error = Napi::Error::New(env, text);
  error.Set("status", Napi::String::New(env, belljar_status_text(status)));
  error.ThrowAsJavaScriptException();
  return false;
}

Napi::Object outcome_object(Napi::Env env, belljar_outcome* outcome) {
  Napi::Object out = Napi::Object::New(env);
  auto set = [&](const char* name, const char* text) {
    out.Set(name, Napi::String::New(env, text));
  };
  set("status", belljar_outcome_status(outcome));
  set("json", belljar_outcome_json(outcome));
  set("errorText", belljar_outcome_error_text(outcome));
  set("output", belljar_outcome_output(outcome));
  set("transcript", belljar_outcome_transcript(outcome));
  belljar_outcome_free(outcome);
  return out;
}

// The function of index.js that answers an effect: (service, call, arguments) -> [how, text].
struct Answers {
  Napi::Env env;
  Napi::Function function;
};

void answer(void* user, const char* service, const char* call, const char* arguments,
            belljar_reply* reply) {
  const Answers& answers = *static_cast<Answers*>(user);
  Napi::HandleScope scope(answers.env);
  Napi::Value made = answers.function.Call({Napi::String::New(answers.env, service),
                                            Napi::String::New(answers.env, call),
                                            Napi::String::New(answers.env, arguments)});
  if (answers.env.IsExceptionPending()) {
    answers.env.GetAndClearPendingException();
    return;  // no reply: refused
  }
  if (!made.IsArray()) return;
  const Napi::Array pair = made.As<Napi::Array>();
  const std::string how = pair.Get(0u).ToString().Utf8Value();
  const std::string text = pair.Get(1u).ToString().Utf8Value();
  if (how == "answer") belljar_reply_answer(reply, text.c_str());
  if (how == "error") belljar_reply_error(reply, text.c_str());
  if (how == "refuse") belljar_reply_refuse(reply, text.c_str());
}

class Engine : public Napi::ObjectWrap<Engine> {
 public:
  static Napi::Function init(Napi::Env env) {
    return DefineClass(env, "Engine", {InstanceMethod<&Engine::compile>("compile")});
  }
  explicit Engine(const Napi::CallbackInfo& info) : ObjectWrap(info) {
    const Napi::Object given = info[0].ToObject();
    const auto profile = member(given, "profile"), modules = member(given, "modules"),
               limits = member(given, "limits"), host_modules = member(given, "hostModules");
    belljar_engine_options options = BELLJAR_ENGINE_OPTIONS_INIT;
    options.profile = c_text(profile);
    options.modules_json = c_text(modules);
    options.limits_json = c_text(limits);
    options.host_modules_json = c_text(host_modules);
    belljar_text* problem = nullptr;
    check(info.Env(), belljar_engine_new(&options, &engine_, &problem), problem);
  }
  ~Engine() override { belljar_engine_free(engine_); }

 private:
  // (source, name) -> {program, report}; program null: refused.
  Napi::Value compile(const Napi::CallbackInfo& info);
  belljar_engine* engine_ = nullptr;
};

class Session : public Napi::ObjectWrap<Session> {
 public:
  static Napi::Function init(Napi::Env env) {
    return DefineClass(
        env, "Session",
        {InstanceMethod<&Session::wish>("wish"), InstanceMethod<&Session::answer_with>("answer"),
         InstanceMethod<&Session::outcome>("outcome"),
         InstanceMethod<&Session::snapshot>("snapshot")});
  }
  explicit Session(const Napi::CallbackInfo& info) : ObjectWrap(info) {
    session_ = info[0].As<Napi::External<belljar_session>>().Data();
  }
  ~Session() override { belljar_session_free(session_); }

 private:
  Napi::Value wish(const Napi::CallbackInfo& info) {
    const char *service, *call, *arguments;
    if (belljar_session_wish(session_, &service, &call, &arguments) != BELLJAR_OK)
      return info.Env().Null();
    Napi::Array out = Napi::Array::New(info.Env(), 3);
    out.Set(0u, service);
    out.Set(1u, call);
    out.Set(2u, arguments);
    return out;
  }
  // ("answer" | "error" | "refuse", text)
  Napi::Value answer_with(const Napi::CallbackInfo& info) {
    const std::string how = info[0].ToString().Utf8Value();
    const std::string text = info[1].ToString().Utf8Value();
    auto* function = how == "answer"  ? belljar_session_answer
                     : how == "error" ? belljar_session_error
                                      : belljar_session_refuse;
    check(info.Env(), function(session_, text.c_str()), nullptr);
    return info.Env().Undefined();
  }
  Napi::Value outcome(const Napi::CallbackInfo& info) {
    belljar_outcome* outcome = nullptr;
    if (!check(info.Env(), belljar_session_outcome(session_, &outcome), nullptr))
      return info.Env().Undefined();
    return outcome_object(info.Env(), outcome);
  }
  Napi::Value snapshot(const Napi::CallbackInfo& info) {
    belljar_text* text = nullptr;
    if (!check(info.Env(), belljar_session_snapshot(session_, &text), nullptr))
      return info.Env().Undefined();
    return Napi::String::New(info.Env(), take(text));
  }
  belljar_session* session_ = nullptr;
};

// What belongs to one instance of Node: several may load the addon (worker threads).
struct Classes {
  Napi::FunctionReference program, session;
};

class Program : public Napi::ObjectWrap<Program> {
 public:
  static Napi::Function init(Napi::Env env) {
    return DefineClass(
        env, "Program",
        {InstanceMethod<&Program::evaluate>("evaluate"), InstanceMethod<&Program::start>("start"),
         InstanceMethod<&Program::resume>("resume")});
  }
  explicit Program(const Napi::CallbackInfo& info) : ObjectWrap(info) {
    program_ = info[0].As<Napi::External<belljar_program>>().Data();
  }
  ~Program() override { belljar_program_free(program_); }

 private:
  struct Texts {
    explicit Texts(const Napi::Object& given)
        : handler(member(given, "handler")),
          event(member(given, "event")),
          args(member(given, "args")),
          limits(member(given, "limits")),
          world(member(given, "world")) {}
    belljar_call call() const {
      belljar_call out = BELLJAR_CALL_INIT;
      out.handler = c_text(handler);
      out.event_json = c_text(event);
      out.args_json = c_text(args);
      out.limits_json = c_text(limits);
      out.world_json = c_text(world);
      return out;
    }
    std::optional<std::string> handler, event, args, limits, world;
  };

  // (options, answers or undefined) -> outcome
  Napi::Value evaluate(const Napi::CallbackInfo& info) {
    const Napi::Object given = info[0].ToObject();
    const Texts texts(given);
    belljar_call call = texts.call();
    call.transcript = given.Get("transcript").ToBoolean().Value();
    Answers answers{info.Env(), {}};
    if (info[1].IsFunction()) {
      answers.function = info[1].As<Napi::Function>();
      call.effect = answer;
      call.user = &answers;
    }
    belljar_outcome* outcome = nullptr;
    belljar_text* problem = nullptr;
    if (!check(info.Env(), belljar_evaluate(program_, &call, &outcome, &problem), problem))
      return info.Env().Undefined();
    return outcome_object(info.Env(), outcome);
  }
  Napi::Value start(const Napi::CallbackInfo& info) {
    const Texts texts(info[0].ToObject());
    const belljar_call call = texts.call();
    belljar_session* session = nullptr;
    belljar_text* problem = nullptr;
    return session_object(info.Env(), belljar_session_start(program_, &call, &session, &problem),
                          &session, problem);
  }
  // (snapshot, secrets or null)
  Napi::Value resume(const Napi::CallbackInfo& info) {
    const std::string snapshot = info[0].ToString().Utf8Value();
    std::optional<std::string> secrets;
    if (info[1].IsString()) secrets = info[1].As<Napi::String>().Utf8Value();
    belljar_session* session = nullptr;
    belljar_text* problem = nullptr;
    const belljar_status status = belljar_session_resume(
        program_, snapshot.c_str(), c_text(secrets), nullptr, &session, &problem);
    return session_object(info.Env(), status, &session, problem);
  }
  Napi::Value session_object(Napi::Env env, belljar_status status, belljar_session** session,
                             belljar_text* problem) {
    if (!check(env, status, problem)) return env.Undefined();
    return env.GetInstanceData<Classes>()->session.New(
        {Napi::External<belljar_session>::New(env, *session)});
  }
  belljar_program* program_ = nullptr;
};

Napi::Value Engine::compile(const Napi::CallbackInfo& info) {
  const std::string source = info[0].ToString().Utf8Value();
  const std::string name = info[1].ToString().Utf8Value();
  belljar_program* program = nullptr;
  belljar_text* report = nullptr;
  const belljar_status status =
      belljar_compile(engine_, source.data(), source.size(), name.c_str(), &program, &report);
  if (status != BELLJAR_REFUSED && !check(info.Env(), status, nullptr)) {
    belljar_text_free(report);
    return info.Env().Undefined();
  }
  Napi::Object out = Napi::Object::New(info.Env());
  out.Set("report", Napi::String::New(info.Env(), take(report)));
  out.Set("program", program ? info.Env().GetInstanceData<Classes>()->program.New(
                                   {Napi::External<belljar_program>::New(info.Env(), program)})
                             : info.Env().Null());
  return out;
}

Napi::Object init(Napi::Env env, Napi::Object exports) {
  auto* classes = new Classes;
  classes->program = Napi::Persistent(Program::init(env));
  classes->session = Napi::Persistent(Session::init(env));
  env.SetInstanceData(classes);
  exports.Set("Engine", Engine::init(env));
  exports.Set("version", Napi::String::New(env, belljar_version()));
  return exports;
}

}  // namespace

NODE_API_MODULE(belljar, init)
