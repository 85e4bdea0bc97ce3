// `belljar disasm`: the stages of one file.
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace belljar::cli {

int disasm_command(const Options& options, Output& out) {
  std::shared_ptr<const Engine> engine = make_engine(options.profile, options);
  if (!engine) return kUsage;
  const std::string& path = options.paths[0];
  FileText file = read_file(path);
  if (!file.ok) return input_error(file.problem);
  std::string name = path == "-" ? "<stdin>" : path;
  Inspection inspection = inspect(*engine, file.text, name, options.stage, options.json);
  if (!inspection.ok) {
    complain(options.color_err ? inspection.report.colored_text : inspection.report.text);
    return kRefused;
  }
  out.write(inspection.text);
  return kGood;
}

}  // namespace belljar::cli
