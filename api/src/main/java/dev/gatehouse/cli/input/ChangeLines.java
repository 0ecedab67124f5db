package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.ChangeReader;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.output.report.Written;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.DocumentParser;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.model.component.Environment;
import dev.gatehouse.model.component.Flow;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the lines at which a change, or a plan's steps, say what they do.
public final class ChangeLines {
    private static final String OPERATIONS = "/operations/";

    private ChangeLines() {}

    /// Of a file that was judged; what is in it is told by the judging.
    public static Written of(SourceFile file, DocumentParser parser) {
        Map<EntityRef, Map<EntityRef, Integer>> lines = new TreeMap<>();
        for (Document document : parser.parse(file.name(), file.content()).documents()) {
            try {
                switch (document.text("kind")) {
                    case "Change" -> change(document, lines);
                    case "Plan" -> plan(document, lines);
                    default -> {}
                }
            } catch (InvalidInputException _) {
                // A newer server may have understood more of it: its lines are not known here.
            }
        }
        return new Written(file.name(), lines);
    }

    private static void change(Document document, Map<EntityRef, Map<EntityRef, Integer>> lines) {
        Change change = ChangeReader.read(document, Environment.USUAL).value();
        if (change != null) {
            lines.put(change.ref(), lines(document, "/spec", change.ref(), change.operations()));
        }
    }

    private static void plan(Document document, Map<EntityRef, Map<EntityRef, Integer>> lines) {
        Plan plan = PlanReader.read(document, ChangeReader::read);
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            EntityRef ref = plan.change(step);
            lines.put(ref, lines(document, "/spec/steps/" + i + "/change", ref, step.operations()));
        }
    }

    private static Map<EntityRef, Integer> lines(
            Document document, String spec, EntityRef change, List<Operation> operations) {
        Map<EntityRef, Integer> lines = new TreeMap<>();
        for (int i = 0; i < operations.size(); i++) {
            int line = document.at(spec + OPERATIONS + i).line();
            about(operations.get(i)).forEach(ref -> lines.putIfAbsent(ref, line));
        }
        lines.put(change, document.at(spec).line());
        return lines;
    }

    private static Stream<EntityRef> about(Operation operation) {
        return switch (operation) {
            case Operation.Deploy deploy -> Stream.of(deploy.component());
            case Operation.AddDependency add ->
                Stream.concat(
                        Stream.of(add.dependency().ref()),
                        add.dependency().impliedFlows().stream().map(Flow::ref));
            case Operation.RemoveDependency remove -> Stream.ofNullable(remove.dependency());
            case Operation.AddFlow add -> Stream.of(add.flow().ref());
            case Operation.RemoveFlow remove -> Stream.ofNullable(remove.flow());
            case Operation.Set set -> Stream.of(set.entity());
            case Operation.Rename rename ->
                Stream.of(
                        rename.entity(),
                        new EntityRef(rename.entity().kind(), rename.entity().namespace(), rename.to()));
            case Operation.Declare declare -> Stream.of(declare.declaration().ref());
            case Operation.Remove remove -> Stream.of(remove.entity());
        };
    }
}
