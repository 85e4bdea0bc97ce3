// TranscriptWriter: writes down what an evaluation was given and what it asked for, so that it can
// be decided again. The form is docs/transcript.schema.json.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "belljar/evaluation.h"
#include "engine/json_text.h"
#include "engine/redactor.h"

namespace belljar {

// A document of the program's as a part of a transcript: itself, or its text when it is no JSON or
// nested so deeply that the transcript could not be read back.
OrderedJson transcript_document(std::string_view text);
// An outcome as a transcript holds it: the error's traceback with it.
OrderedJson transcript_outcome(const Outcome& outcome);

class TranscriptWriter {
 public:
  TranscriptWriter();
  ~TranscriptWriter();

  // One request through the door and its reply, secrets already known to `redactor` taken out.
  void effect(std::string_view service, std::string_view call, std::string_view arguments_json,
              const HostReply& reply, const Redactor& redactor);
  // The whole document, when everything else is known.
  std::string finish(const Program& program, const Invocation& invocation, const Limits& limits,
                     const Outcome& outcome, const Redactor& redactor);

 private:
  struct Effects;
  std::unique_ptr<Effects> effects_;
};

}  // namespace belljar
