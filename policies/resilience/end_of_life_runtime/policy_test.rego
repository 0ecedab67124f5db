package gatehouse.resilience.end_of_life_runtime_test

import data.gatehouse.resilience.end_of_life_runtime as policy

products := {
	"java": {"source": "https://example.org/java", "ends": {"17": "2027-10-31", "8": "2026-11-30"}},
	"python": {"source": "https://example.org/python", "ends": {"3.1": "2012-04-09", "3.13": "2029-10-31"}},
}

sheet(runtime, date) := {
	"ref": "component:default/a",
	"subject": {"runtime": runtime},
	"day": {"date": date},
}

found(runtime, date) := said if {
	said := policy.violation with input as sheet(runtime, date)
		with data.resilience.end_of_life_runtime.products as products
}

warned(runtime, date) := said if {
	said := policy.warn with input as sheet(runtime, date)
		with data.resilience.end_of_life_runtime.products as products
}

test_finds_a_runtime_after_its_end if {
	some finding in found("java-17.0.2", "2027-11-01")
	finding.msg == "a runs on java-17.0.2, which is not maintained since 2027-10-31."
	finding.facts[2].value == "https://example.org/java"
	count(warned("java-17", "2027-11-01")) == 0
}

test_accepts_the_last_day_with_a_warning if {
	count(found("java-17", "2027-10-31")) == 0
	count(warned("java-17", "2027-10-31")) == 1
}

test_warns_ninety_days_before if {
	count(warned("java-8", "2026-09-01")) == 1
	count(warned("java-8", "2026-08-31")) == 0
}

test_takes_whole_numbers_of_a_version if {
	count(found("python-3.13.1", "2026-11-01")) == 0
	count(found("python-3.1", "2026-11-01")) == 1
}

test_says_nothing_of_what_is_not_listed if {
	count(found("cobol-85", "2026-11-01")) == 0
	count(found("java", "2026-11-01")) == 0
}

test_says_nothing_of_an_unknown_runtime if {
	count(policy.violation) == 0 with input as {"ref": "component:default/a", "subject": {}, "day": {"date": "2026-11-01"}}
}
