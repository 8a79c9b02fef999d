// The forms of diagnostics that tools read.
#include <algorithm>
#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>

#include "base/diagnostic_format.h"

namespace base {
namespace {

using Json = nlohmann::ordered_json;

Json place(const std::string& file, const Span& span) {
  Json json{{"file", file}};
  if (span.line == 0) return json;
  json["line"] = span.line;
  json["column"] = span.column;
  json["length"] = span.length;
  return json;
}

const char* word(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

Json json_of(const Diagnostic& d, const std::string& prefix, const InWords& say) {
  Json json{{"severity", word(d.severity)}, {"rule", d.rule}};
  json.update(place(prefix + d.file, d.span));
  json["message"] = say(d.message);
  if (!d.remedy.empty()) json["remedy"] = say(d.remedy);
  for (const Related& related : d.related) {
    Json other = place(prefix + related.file, related.span);
    other["message"] = say(related.message);
    json["related"].push_back(std::move(other));
  }
  return json;
}

/// A path as a relative URI reference (RFC 3986).
std::string uri(const std::string& path) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool as_it_is = std::isalnum(byte) || std::string_view("-._~/").find(c) != std::string_view::npos;
    if (as_it_is) {
      encoded += c;
    } else {
      encoded += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return encoded;
}

Json sarif_location(const std::string& file, const Span& span) {
  Json physical{{"artifactLocation", {{"uri", uri(file)}}}};
  if (span.line > 0) {
    const std::uint32_t column = std::max<std::uint32_t>(span.column, 1);
    physical["region"] = {{"startLine", span.line}, {"startColumn", column}, {"endColumn", column + span.length}};
  }
  return Json{{"physicalLocation", std::move(physical)}};
}

Json sarif_result(const Diagnostic& d, std::size_t rule, const std::string& prefix, const InWords& say) {
  const std::string words = d.remedy.empty() ? say(d.message) : say(d.message) + " (" + say(d.remedy) + ")";
  Json json{{"ruleId", d.rule}, {"ruleIndex", rule}, {"level", word(d.severity)}, {"message", {{"text", words}}}};
  json["locations"] = Json::array({sarif_location(prefix + d.file, d.span)});
  for (const Related& related : d.related) {
    Json other = sarif_location(prefix + related.file, related.span);
    other["message"] = {{"text", say(related.message)}};
    json["relatedLocations"].push_back(std::move(other));
  }
  return json;
}

/// Bytes of a file that are not UTF-8 may stand in a message; they must not make the output fail.
std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string format_json(const Diagnostics& diagnostics, const std::string& prefix, const InWords& say) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
  Json json{{"errors", errors}, {"warnings", static_cast<std::ptrdiff_t>(diagnostics.size()) - errors}};
  json["diagnostics"] = Json::array();
  for (const Diagnostic& d : diagnostics) json["diagnostics"].push_back(json_of(d, prefix, say));
  return text_of(json);
}

std::string format_sarif(const Diagnostics& diagnostics, const std::string& version, const std::string& prefix,
                         const InWords& say) {
  std::map<std::string, std::size_t> rules;
  Json rule_list = Json::array();
  Json results = Json::array();
  for (const Diagnostic& d : diagnostics) {
    const auto [rule, is_new] = rules.emplace(d.rule, rules.size());
    if (is_new) rule_list.push_back({{"id", d.rule}});
    results.push_back(sarif_result(d, rule->second, prefix, say));
  }
  Json driver{{"name", "resonance"}, {"version", version}, {"rules", std::move(rule_list)}};
  // Columns count code points, as Span does.
  Json run{
      {"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
  log["runs"] = Json::array({std::move(run)});
  return text_of(log);
}

}  // namespace base
