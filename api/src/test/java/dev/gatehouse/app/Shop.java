package dev.gatehouse.app;

import java.util.List;
import java.util.Map;

/// A small company, and a change to it that the gate resilience objects to: softly in staging, hard in production.
final class Shop {
    static final String CATALOG = """
            apiVersion: gatehouse.dev/v1
            kind: Environment
            metadata: {name: production}
            ---
            {apiVersion: gatehouse.dev/v1, kind: Environment,
            metadata: {name: staging},
            spec: {production: false}}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: checkout
              annotations: {gatehouse.dev/tier: '1'}
            spec: {type: service, lifecycle: production, owner: shop}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: loyalty
              annotations: {gatehouse.dev/tier: '3'}
            spec: {type: service, lifecycle: production, owner: shop}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: vouchers
              annotations: {gatehouse.dev/tier: '3'}
            spec: {type: service, lifecycle: production, owner: shop}
            ---
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: shop}
            spec: {type: team}
            """;

    /// A plan whose steps may come in any order, of which the gate resilience objects to one.
    static final String PLAN = """
            apiVersion: gatehouse.dev/v1
            kind: Plan
            metadata: {name: award-points}
            spec:
              environment: production
              steps:
                - name: raise
                  change: {operations: [set: {component: loyalty, tier: 1}]}
                  compensate: {operations: [set: {component: loyalty, tier: 3}]}
                - name: point
                  change: {operations: [addDependency: {name: points, from: checkout, to: loyalty, criticality: hard}]}
                  compensate: {operations: [removeDependency: {dependency: points}]}
            """;

    /// One more operation that the gate objects to.
    static final String VOUCHERS = """
            - addDependency: {from: checkout, to: vouchers, criticality: hard, protocol: http, timeout: 1s, retries: 0}
            """;

    /// The operations of a change that a policy objects to, by the number of a version.
    static final String UNENCRYPTED = """
            - deploy: {component: checkout, version: 1.0.%d}
            - addDependency: {from: checkout, to: vouchers, criticality: soft, protocol: http, sends: [personal]}
            """;

    private Shop() {}

    /// @param more operations, a line each
    static String change(String name, String environment, String more) {
        return """
                apiVersion: gatehouse.dev/v1
                kind: Change
                metadata: {name: %s}
                spec:
                  title: Checkout awards points
                  environment: %s
                  operations:
                    - addDependency: {from: checkout, to: loyalty, criticality: hard, protocol: http, timeout: 1s, retries: 0}
                """.formatted(name, environment) + more.indent(4);
    }

    /// A component's document.
    static String component(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, lifecycle: production, owner: shop}
                """.formatted(name);
    }

    static Map<String, String> file(String content) {
        return Map.of("name", "file.yaml", "content", content);
    }

    static Map<String, Object> decision(String change, String... gates) {
        return Map.of("change", file(change), "gates", List.of(gates));
    }
}
