package dev.gatehouse.findings;

/// How bad a finding is. A gate says what each leads to. The order is from bad to worse.
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
