package dev.gatehouse.rules.drools;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the consequence of a rule to its discipline: it may report, insert what the rule's file declares, and work
/// out values with pure functions.
final class Consequence {
    private static final Set<String> CREATED = Set.of("BigDecimal", "Citation", "Measure");
    private static final Set<String> REPORTING = Set.of("report", "contribute");
    private static final Set<String> INSERTING = Set.of("insert", "insertLogical");
    private static final Set<String> PLAIN = Set.of(
            "BlockStmt",
            "ExpressionStmt",
            "IfStmt",
            "EmptyStmt",
            "VariableDeclarationExpr",
            "VariableDeclarator",
            "BinaryExpr",
            "EnclosedExpr",
            "ConditionalExpr",
            "SwitchExpr",
            "SwitchStmt",
            "SwitchEntry",
            "YieldStmt",
            "BreakStmt",
            "InstanceOfExpr",
            "TypePatternExpr",
            "SimpleName",
            "Name",
            "Modifier",
            "PrimitiveType",
            "VarType",
            "UnknownType",
            "LambdaExpr",
            "Parameter",
            "TypeExpr",
            "CastExpr",
            "StringLiteralExpr",
            "IntegerLiteralExpr",
            "LongLiteralExpr",
            "DoubleLiteralExpr",
            "BooleanLiteralExpr",
            "CharLiteralExpr",
            "NullLiteralExpr");

    private final Set<String> declared;
    private final List<Diagnostic> problems;
    private final Position start;
    private final Set<String> locals = new HashSet<>();

    /// @param start where the consequence begins
    Consequence(Position start, Set<String> declared, List<Diagnostic> problems) {
        this.start = start;
        this.declared = declared;
        this.problems = problems;
    }

    void check(String text) {
        ParserConfiguration java = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21);
        ParseResult<BlockStmt> parsed = new JavaParser(java).parseBlock("{" + text + "\n}");
        parsed.getProblems().forEach(this::syntax);
        parsed.getResult().filter(_ -> parsed.isSuccessful()).ifPresent(this::visit);
    }

    private void syntax(Problem problem) {
        String message = problem.getMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(", expected one of .*", "")
                .strip();
        Position at = problem.getLocation()
                .flatMap(tokens -> tokens.getBegin().getRange())
                .map(range -> at(range.begin))
                .orElse(start);
        problems.add(Diagnostic.error(at, "The consequence is not Java: " + message, null));
    }

    private void visit(Node node) {
        switch (node) {
            case TextBlockLiteralExpr text -> refuse(text, "A text block does not compile here", "write \"…\" + \"…\"");
            case MethodCallExpr call -> call(call);
            case MethodReferenceExpr call ->
                allow(call, Vocabulary.isMethod(call.getIdentifier()), "call '" + call.getIdentifier() + "'");
            case ObjectCreationExpr creation -> creation(creation);
            case ClassOrInterfaceType type ->
                allow(type, type.getScope().isEmpty() && isType(type.getNameAsString()), "use the type '" + type + "'");
            case NameExpr name -> name(name);
            case FieldAccessExpr field ->
                allow(
                        field,
                        field.getScope() instanceof NameExpr type && isType(type.getNameAsString()),
                        "use '" + field + "'");
            case AssignExpr assign ->
                allow(
                        assign,
                        assign.getTarget() instanceof NameExpr name && locals.contains(name.getNameAsString()),
                        "assign to '" + assign.getTarget() + "'");
            case UnaryExpr unary ->
                allow(unary, !unary.getOperator().asString().matches("\\+\\+|--"), "count with " + unary);
            case com.github.javaparser.ast.body.VariableDeclarator local -> locals.add(local.getNameAsString());
            default -> allow(node, PLAIN.contains(node.getClass().getSimpleName()), "contain " + kind(node));
        }
        node.getChildNodes().forEach(this::visit);
    }

    private void call(MethodCallExpr call) {
        String name = call.getNameAsString();
        Expression scope = call.getScope().orElse(null);
        if (scope == null) {
            boolean inserts = INSERTING.contains(name)
                    && call.getArguments().size() == 1
                    && call.getArgument(0) instanceof ObjectCreationExpr creation
                    && declared.contains(creation.getType().getNameAsString());
            allow(
                    call,
                    inserts,
                    INSERTING.contains(name) ? "insert what its file does not declare" : "call '" + name + "'");
        } else if (scope instanceof NameExpr type && isType(type.getNameAsString())) {
            allow(call, Vocabulary.isStatic(type.getNameAsString(), name), "call '" + type + "." + name + "'");
        } else if (scope instanceof NameExpr global && global.getNameAsString().equals(RuleReport.GLOBAL)) {
            allow(call, REPORTING.contains(name), "call '" + RuleReport.GLOBAL + "." + name + "'");
        } else {
            allow(call, Vocabulary.isMethod(name), "call '" + name + "'");
        }
    }

    private void creation(ObjectCreationExpr creation) {
        String type = creation.getType().getNameAsString();
        boolean allowed = (declared.contains(type) || CREATED.contains(type))
                && creation.getAnonymousClassBody().isEmpty();
        allow(creation, allowed, "create a '" + type + "'");
    }

    private void name(NameExpr name) {
        String text = name.getNameAsString();
        boolean unknownType = Character.isUpperCase(text.charAt(0)) && !isType(text) && !locals.contains(text);
        allow(name, !unknownType && !Set.of("drools", "kcontext").contains(text), "use '" + text + "'");
    }

    private boolean isType(String name) {
        return Vocabulary.isType(name) || declared.contains(name);
    }

    private static String kind(Node node) {
        String name = node.getClass().getSimpleName().replaceFirst("(Stmt|Expr|Declaration)$", "");
        return Set.of("For", "ForEach", "While", "Do").contains(name)
                ? "a loop"
                : "'" + name.toLowerCase(java.util.Locale.ROOT) + "'";
    }

    private void allow(Node node, boolean allowed, String otherwise) {
        if (!allowed) {
            refuse(
                    node,
                    "A consequence may not " + otherwise,
                    "report, insert types that the file declares, and call pure functions of facts");
        }
    }

    private void refuse(Node node, String message, @Nullable String cure) {
        Position at = node.getRange().map(range -> at(range.begin)).orElse(start);
        problems.add(Diagnostic.error(at, message, cure));
    }

    /// The parsed text has one brace before the consequence's first character.
    private Position at(com.github.javaparser.Position inside) {
        return new Position(
                start.file(),
                start.line() + inside.line - 1,
                inside.line == 1 ? start.column() + inside.column - 2 : inside.column,
                null);
    }
}
