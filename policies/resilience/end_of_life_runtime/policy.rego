# METADATA
# title: Nothing runs on what is no longer maintained
# description: >-
#   A hole found after the end of maintenance stays open. Judged only where the runtime is known and stands in the
#   table beside this policy, which says where its dates were seen, and when.
# custom:
#   gate: resilience
#   id: end-of-life-runtime
#   subject: component
#   needs: [subject, day]
#   key: subject
#   severity: high
#   controls: [soc2-cc7.1, iso27001-8.8, pci-dss-6.3]
#   remediation: Move it to a version that is maintained; the source in the facts lists them.
package gatehouse.resilience.end_of_life_runtime

import data.lib.references

# Days before the end in which there is a warning.
ahead := data.resilience.end_of_life_runtime.parameters.ahead

day_ns := ((24 * 60) * 60) * 1000000000

products := data.resilience.end_of_life_runtime.products

violation contains finding if {
	days_left < 0
	finding := message(sprintf("%s runs on %s, which is not maintained since %s.", [references.short(input.ref), runtime, end]))
}

warn contains finding if {
	days_left >= 0
	days_left <= ahead
	finding := message(sprintf("%s runs on %s, which is maintained until %s only.", [references.short(input.ref), runtime, end]))
}

runtime := input.subject.runtime

# The dates of the longest listed version that the runtime's version begins with.
end := dates[longest] if {
	longest := max([cycle | some cycle, _ in dates])
}

dates[cycle] := date if {
	some product, entry in products
	startswith(runtime, sprintf("%s-", [product]))
	version := substring(runtime, count(product) + 1, -1)
	some cycle, date in entry.ends
	startswith(sprintf("%s.", [version]), sprintf("%s.", [cycle]))
}

days_left := (at(end) - at(input.day.date)) / day_ns

at(date) := time.parse_ns("2006-01-02", date)

source := [entry.source | some product, entry in products; startswith(runtime, sprintf("%s-", [product]))][0]

message(text) := {
	"msg": text,
	"facts": [
		{"ref": input.ref, "name": "runtime", "value": runtime},
		{"ref": input.ref, "name": "end of maintenance", "value": end},
		{"ref": input.ref, "name": "source", "value": source},
	],
}
