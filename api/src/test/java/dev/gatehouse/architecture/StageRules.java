package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.House.leavesOf;
import static dev.gatehouse.architecture.House.root;
import static dev.gatehouse.architecture.House.stage;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The way of the data: who may use whom, stage by stage.
final class StageRules {
    @ArchTest
    static final ArchRule model_uses_nothing_of_ours =
            stage("model").mayUse().because("what exists does not depend on who looks at it");

    @ArchTest
    static final ArchRule document_uses_the_model =
            stage("document").mayUse("model").because("reading a tree needs no more than the words for what is in it");

    @ArchTest
    static final ArchRule process_uses_nothing_of_ours =
            stage("process").mayUse().because("a child process is started in the same way whatever it does");

    @ArchTest
    static final ArchRule catalog_uses_document_and_model = stage("catalog")
            .mayUse("document", "model")
            .because("a catalog gives entities, and does not know where they go");

    @ArchTest
    static final ArchRule graph_uses_document_and_model = root("graph")
            .mayUse("document", "model")
            .because("a snapshot and its paths are values, whoever stores them");

    @ArchTest
    static final ArchRule graph_leaves_use_process_too =
            leavesOf("graph").mayUse("document", "model", "process").because("only a store may have to be started");

    @ArchTest
    static final ArchRule facts_use_the_graph = stage("facts")
            .mayUse("graph", "document", "model")
            .because("a fact is drawn from the graph, whoever judges it");

    @ArchTest
    static final ArchRule findings_use_facts = stage("findings")
            .mayUse("facts", "graph", "document", "model")
            .because("a finding speaks of a sheet and of the path on it, and does not know who found it");

    @ArchTest
    static final ArchRule rules_use_findings = stage("rules")
            .mayUse("findings", "facts", "graph", "document", "model")
            .because("rules and policies are two judges of the same sheets, and neither knows the other");

    @ArchTest
    static final ArchRule policies_use_findings = root("policies")
            .mayUse("findings", "facts", "graph", "document", "model")
            .because("rules and policies are two judges of the same sheets, and neither knows the other");

    @ArchTest
    static final ArchRule policies_leaves_use_process_too = leavesOf("policies")
            .mayUse("findings", "facts", "graph", "document", "model", "process")
            .because("OPA is a process, and nothing else of a policy is");

    @ArchTest
    static final ArchRule verdict_uses_findings = stage("verdict")
            .mayUse("findings", "facts", "graph", "document", "model")
            .because("a gate looks at findings alone, not at who reported them");

    @ArchTest
    static final ArchRule standing_uses_findings = stage("standing")
            .mayUse("findings", "facts", "graph", "model")
            .because("standing findings are findings without a change, so without a verdict");

    @ArchTest
    static final ArchRule access_uses_policies = stage("access")
            .mayUse("policies", "document", "model")
            .because("who may do what is said by policies alone");

    @ArchTest
    static final ArchRule plan_uses_the_verdict = stage("plan")
            .mayUse("verdict", "findings", "facts", "graph", "document", "model")
            .because("a plan follows from what was decided, and does not run");

    @ArchTest
    static final ArchRule packaging_uses_the_plan = stage("packaging")
            .mayUse("plan", "graph", "document", "process", "model")
            .because("a change package is drawn from plan and graph");

    @ArchTest
    static final ArchRule automation_uses_the_plan = stage("automation")
            .mayUse("plan", "findings", "document", "model")
            .because("an automation expands into a plan, and runs as one");

    @ArchTest
    static final ArchRule execution_uses_the_plan = root("execution")
            .mayUse("plan", "verdict", "model")
            .because("the machine is a function of state and event");

    @ArchTest
    static final ArchRule execution_drivers_use_the_graph_too = leavesOf("execution")
            .mayUse("plan", "verdict", "graph", "document", "model")
            .because("drivers keep the machine's events in the journal");

    @ArchTest
    static final ArchRule steps_use_execution = stage("steps")
            .mayUse("execution", "plan", "graph", "document", "process", "model")
            .because("a step does what it is told, and judges nothing");

    @ArchTest
    static final ArchRule operate_uses_execution = stage("operate")
            .mayUse("execution", "plan", "graph", "document", "process", "model")
            .because("a running system is watched, and mended through a plan");

    private StageRules() {}
}
