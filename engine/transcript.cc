// Writing transcripts.
#include "engine/transcript.h"

#include <nlohmann/json.hpp>

#include "belljar/version.h"
#include "engine/engine_impl.h"
#include "engine/json_text.h"
#include "support/utf8.h"

namespace belljar {

struct TranscriptWriter::Effects {
  OrderedJson list = OrderedJson::array();
};

TranscriptWriter::TranscriptWriter() : effects_(std::make_unique<Effects>()) {}
TranscriptWriter::~TranscriptWriter() = default;

OrderedJson transcript_document(std::string_view text) {
  constexpr int kAround = 8;  // the transcript's own levels around a document
  std::string problem;
  std::optional<OrderedJson> parsed = parse_ordered_json(text, &problem, kJsonDepthMax - kAround);
  return parsed ? *std::move(parsed) : OrderedJson(std::string(text));
}

OrderedJson transcript_outcome(const Outcome& outcome) {
  OrderedJson out = transcript_document(outcome.json());
  if (!out.is_object()) {
    // Only a result can be that deep.
    Outcome flat = outcome;
    flat.result_json = compact_json(OrderedJson(outcome.result_json));
    out = transcript_document(flat.json());
  }
  if (outcome.error && out.is_object()) out["error"]["text"] = outcome.error->text;
  return out;
}

namespace {

// Member `name`, and its text byte for byte if that is not how we would write it: reading it costs
// steps by its length.
void add_document(OrderedJson& out, const std::string& name, std::string_view text) {
  OrderedJson document = text.empty() ? OrderedJson() : transcript_document(text);
  if (!text.empty() && compact_json(document) != text) out[name + "_text"] = std::string(text);
  out[name] = std::move(document);
}

const char* status_text(HostReply::Status status) {
  switch (status) {
    case HostReply::Status::Answer:
      return "answer";
    case HostReply::Status::Error:
      return "error";
    case HostReply::Status::Refused:
      return "refused";
    case HostReply::Status::Pending:
      return "pending";
  }
  return "refused";
}

OrderedJson limits_json(const Limits& limits) {
  return {{"steps", limits.steps},     {"memory_bytes", limits.memory_bytes},
          {"depth", limits.depth},     {"time_ns", limits.time_ns},
          {"effects", limits.effects}, {"output_bytes", limits.output_bytes}};
}

}  // namespace

void TranscriptWriter::effect(std::string_view service, std::string_view call,
                              std::string_view arguments_json, const HostReply& reply,
                              const Redactor& redactor) {
  OrderedJson entry;
  entry["service"] = std::string(service);
  entry["call"] = std::string(call);
  entry["arguments"] = arguments_json.empty() ? OrderedJson() : transcript_document(arguments_json);
  redactor.redact(entry["arguments"]);
  entry["status"] = status_text(reply.status);
  if (service == "secret" && reply.status == HostReply::Status::Answer) {
    // Its size only: enough for a stand-in that costs the same steps.
    const OrderedJson value = transcript_document(reply.json);
    const std::string text = value.is_string() ? value.get<std::string>() : reply.json;
    entry["secret"] = {{"bytes", text.size()}, {"code_points", code_point_count(text)}};
  } else if (reply.status == HostReply::Status::Refused ||
             reply.status == HostReply::Status::Pending) {
    entry["reply"] = redactor.redact(reply.json);
  } else if (OrderedJson document = transcript_document(reply.json);
             compact_json(document) == reply.json) {
    redactor.redact(document);
    entry["reply"] = std::move(document);
  } else {
    // Written another way than we would write it: kept byte for byte, as its length costs steps.
    entry["reply_text"] = redactor.redact(reply.json);
  }
  effects_->list.push_back(std::move(entry));
}

std::string TranscriptWriter::finish(const Program& program, const Invocation& invocation,
                                     const Limits& limits, const Outcome& outcome,
                                     const Redactor& redactor) {
  const Engine::Impl& engine = program.engine()->impl();
  OrderedJson out;
  out["schema"] = "belljar/transcript/1";
  out["belljar"] = version();
  out["profile"] = engine.profile.name;
  out["modules"] = engine.granted;
  out["limits"] = limits_json(limits);
  OrderedJson rest;
  rest["source"] = {{"name", program.name()}, {"text", program.source()}};
  rest["handler"] =
      invocation.handler.empty() ? OrderedJson() : OrderedJson(std::string(invocation.handler));
  add_document(rest, "event", invocation.event_json);
  add_document(rest, "args", invocation.args_json);
  // The source and the event are the host's own; a secret in them is redacted all the same.
  redactor.redact(rest);
  for (auto& [name, value] : rest.items()) out[name] = std::move(value);
  out["effects"] = effects_->list;
  OrderedJson came_to = transcript_outcome(outcome);
  redactor.redact(came_to);
  out["outcome"] = std::move(came_to);
  return out.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace belljar
