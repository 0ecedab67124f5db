package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.rules.Report;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/// What a rule file may hold, so that its findings depend on the sheet alone: rules, types of its own, and nothing
/// that reaches outside.
final class Discipline {
    private static final String PACKAGE = "gatehouse.rules.";
    private static final Set<String> ATTRIBUTES = Set.of("salience", "no-loop");

    private final Drl drl;
    private final Masked text;
    private final Set<String> declared;
    private final List<Diagnostic> problems;

    private Discipline(Drl drl, List<Diagnostic> problems) {
        this.drl = drl;
        this.text = new Masked(drl.source());
        this.problems = problems;
        this.declared = drl.tree().getTypeDeclarations().stream()
                .map(TypeDeclarationDescr::getTypeName)
                .collect(Collectors.toSet());
    }

    static void check(Drl drl, List<Diagnostic> problems) {
        Discipline discipline = new Discipline(drl, problems);
        discipline.head();
        discipline.types();
        drl.rules().forEach(discipline::rule);
    }

    private void head() {
        PackageDescr tree = drl.tree();
        if (drl.source().drl().contains("\\u")) {
            refuse(drl.locate("\\u", 1), "A character is written by its code", "write the character itself");
        }
        if (!tree.getNamespace().startsWith(PACKAGE)) {
            refuse(
                    drl.locate("package", 1),
                    "The package is '" + tree.getNamespace() + "'",
                    "begin it with " + PACKAGE);
        }
        refuseKeywords(
                "The package '" + tree.getNamespace() + "'",
                Stream.of(tree.getNamespace().split("\\.")),
                text.word("package", 0));
        tree.getImports().forEach(this::imported);
        List<GlobalDescr> globals = tree.getGlobals();
        boolean reports = globals.size() == 1
                && globals.getFirst().getIdentifier().equals(RuleReport.GLOBAL)
                && globals.getFirst().getType().equals(Report.class.getName());
        if (!reports) {
            refuse(
                    globals.isEmpty() ? Drl.at(drl.source(), 1, 1) : drl.at(globals.getLast()),
                    "The one global of a rule file is '" + RuleReport.GLOBAL + "'",
                    "write: global " + Report.class.getName() + " " + RuleReport.GLOBAL + ";");
        }
        Stream.of(
                        tree.getFunctions().stream(),
                        tree.getFunctionImports().stream(),
                        tree.getAccumulateImports().stream(),
                        tree.getEnumDeclarations().stream(),
                        tree.getEntryPointDeclarations().stream(),
                        tree.getWindowDeclarations().stream(),
                        tree.getAttributes().stream())
                .flatMap(parts -> parts)
                .forEach(part -> refuse(part, "A rule file holds imports, the global, own types and rules only"));
    }

    private void imported(ImportDescr part) {
        String target = part.getTarget();
        if (!Vocabulary.isImport(target)) {
            refuse(
                    drl.at(part),
                    "A rule may not import " + target,
                    Nearest.cure(target, Vocabulary.imports(), "the types of dev.gatehouse.facts are what rules see"));
        }
    }

    private void types() {
        for (TypeDeclarationDescr type : drl.tree().getTypeDeclarations()) {
            boolean plain =
                    type.getAnnotations().isEmpty() && type.getSuperTypes().isEmpty();
            boolean values = type.getFields().values().stream()
                    .allMatch(field -> field.getInitExpr() == null
                            && field.getAnnotations().isEmpty()
                            && isValue(field.getPattern().getObjectType()));
            refuseKeywords(
                    "The type '" + type.getTypeName() + "'",
                    Stream.concat(Stream.of(type.getTypeName()), type.getFields().keySet().stream()),
                    text.line(type.getLine()));
            if (!plain || !values) {
                refuse(type, "The type '" + type.getTypeName() + "' may only have fields of facts and values");
            }
        }
    }

    private boolean isValue(String type) {
        return Set.of("int", "long", "double", "boolean").contains(type)
                || Vocabulary.isType(type)
                || declared.contains(type);
    }

    /// The compiler writes Java with these names in it, and does not say which of them it cannot read.
    private void refuseKeywords(String what, Stream<String> names, int from) {
        names.filter(SourceVersion::isKeyword)
                .forEach(name -> refuse(
                        text.at(text.word(name, from)),
                        what + " has a keyword of Java in it: '" + name + "'",
                        "write it as " + name + "_"));
    }

    private void rule(RuleDescr rule) {
        rule.getAttributes().values().stream()
                .filter(attribute -> !ATTRIBUTES.contains(attribute.getName())
                        || !attribute.getValue().matches("-?\\d+|true|false"))
                .forEach(attribute -> refuse(
                        drl.locate(attribute.getName(), rule.getLine()),
                        "A rule may not have the attribute '" + attribute.getName() + "'",
                        "only a salience that is a number, and no-loop, are known"));
        if (rule.isQuery() || !rule.getNamedConsequences().isEmpty() || rule.getParentName() != null) {
            refuse(rule, "A rule has one condition and one consequence");
            return;
        }
        int when = text.word("when", text.line(rule.getLine()));
        int then = text.word("then", text.line(rule.getLine()));
        new Conditions(text, declared, problems).check(Math.min(when + "when".length(), then), then);
        String consequence = String.valueOf(rule.getConsequence()).stripLeading();
        int start = drl.source().drl().indexOf(consequence, then + "then".length());
        if (start < 0) {
            refuse(rule, "The consequence of '" + rule.getName() + "' cannot be found in the text");
            return;
        }
        new Consequence(text.at(start), declared, problems).check(consequence);
    }

    private void refuse(BaseDescr part, String message) {
        refuse(drl.at(part), message, null);
    }

    private void refuse(Position at, String message, @Nullable String cure) {
        problems.add(Diagnostic.error(at, message, cure));
    }
}
