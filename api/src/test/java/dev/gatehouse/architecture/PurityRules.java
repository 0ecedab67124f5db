package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.gatehouse.architecture.House.homes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Random;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What the roots of the deciding stages never do: the same inputs give the same bytes.
final class PurityRules {
    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(
                    homes("model", "document", "graph", "facts", "findings", "verdict", "plan", "execution"))
            .and(not(House.leaves()))
            .and(not(resideInAnyPackage("dev.gatehouse.document.schema..", "dev.gatehouse.document.files..")))
            .as("that decide");

    @ArchTest
    static final ArchRule deciding_reads_no_clock = deciding()
            .should(ArchConditions.callMethodWhere(named("java\\.time\\..*\\.now\\(.*"))
                    .or(ArchConditions.callMethodWhere(named("java\\.time\\.Clock\\.(system|tick).*")))
                    .or(ArchConditions.callMethodWhere(
                            named("java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*")))
                    .or(ArchConditions.dependOnClassesThat(assignableTo(Clock.class))))
            .because("the time of a decision is one of its inputs");

    @ArchTest
    static final ArchRule deciding_draws_nothing_at_random = deciding()
            .should(ArchConditions.callMethodWhere(named(
                            "java\\.(util\\.UUID\\.randomUUID|lang\\.Math\\.random|util\\.Collections\\.shuffle)\\(.*"))
                    .or(ArchConditions.dependOnClassesThat(
                            assignableTo(Random.class).or(assignableTo(RandomGenerator.class)))))
            .because("replaying a decision gives the same bytes");

    @ArchTest
    static final ArchRule deciding_starts_no_threads = deciding()
            .should()
            .dependOnClassesThat(assignableTo(Thread.class)
                    .or(assignableTo(Executor.class))
                    .or(assignableTo(Timer.class))
                    .or(resideInAPackage("java.util.concurrent.locks..")))
            .because("the order of threads is no input");

    @ArchTest
    static final ArchRule deciding_touches_no_files = deciding()
            .should()
            .dependOnClassesThat(belongToAnyOf(
                            File.class,
                            FileInputStream.class,
                            FileOutputStream.class,
                            FileReader.class,
                            FileWriter.class,
                            RandomAccessFile.class,
                            Files.class,
                            FileSystem.class,
                            FileSystems.class)
                    .or(resideInAPackage("java.nio.channels..")))
            .because("what is on a disk is no input");

    @ArchTest
    static final ArchRule deciding_touches_no_network = deciding()
            .should()
            .dependOnClassesThat(resideInAPackage("java.net..").and(not(assignableTo(URI.class))))
            .because("who answers on a network is no input");

    @ArchTest
    static final ArchRule deciding_looks_at_no_machine = deciding()
            .should(ArchConditions.callMethodWhere(
                            named("java\\.lang\\.System\\.(getenv|getProperty|getProperties|identityHashCode)\\(.*"))
                    .or(ArchConditions.dependOnClassesThat(
                            assignableTo(Process.class).or(assignableTo(ProcessHandle.class)))))
            .because("two machines give the same answer");

    @ArchTest
    static final ArchRule deciding_does_not_log = deciding()
            .should(ArchConditions.dependOnClassesThat(
                            resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback.."))
                    .or(ArchConditions.dependOnClassesThat(assignableTo(System.Logger.class)))
                    .or(ArchConditions.accessField(System.class, "out"))
                    .or(ArchConditions.accessField(System.class, "err")))
            .because("all that a decision has to say is in its record");

    private PurityRules() {}

    private static GivenClassesConjunction deciding() {
        return noClasses().that(PURE);
    }

    private static DescribedPredicate<JavaCall<?>> named(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return DescribedPredicate.describe(
                "call " + pattern,
                call -> compiled.matcher(call.getTarget().getFullName()).matches());
    }
}
