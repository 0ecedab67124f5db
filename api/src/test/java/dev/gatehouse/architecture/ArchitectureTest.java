package dev.gatehouse.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(packages = "dev.gatehouse", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchTests stages = ArchTests.in(StageRules.class);

    @ArchTest
    static final ArchTests faces = ArchTests.in(FaceRules.class);

    @ArchTest
    static final ArchTests technologies = ArchTests.in(TechnologyRules.class);

    @ArchTest
    static final ArchTests purity = ArchTests.in(PurityRules.class);

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);
}
