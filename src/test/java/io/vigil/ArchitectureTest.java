package io.vigil;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Set;
import org.apache.flink.metrics.MetricGroup;

/** What may use what. Each rule says why it is there. */
@AnalyzeClasses(packages = "io.vigil", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The packages in the order in which data flows through them. */
  private static final List<String> FLOW =
      List.of(
          "sensor",
          "source",
          "erasure",
          "window",
          "feature",
          "model",
          "activity",
          "learn",
          "alert",
          "store",
          "lake",
          "feed");

  /** Words that every package speaks, wherever in the flow they are at home. */
  private static final Set<String> VOCABULARY =
      Set.of(
          Activities.class.getName(),
          ClassScheme.class.getName(),
          ModelRef.class.getName(),
          Prediction.class.getName());

  private static final Set<String> REGISTERING =
      Set.of("counter", "gauge", "histogram", "meter", "addGroup");

  /** Classes that fit the core into Flink are known by the end of their name. */
  private static final List<String> SHELLS =
      List.of("Function", "Operator", "Sink", "Source", "Writer", "Serializer", "TypeInfo");

  private static final DescribedPredicate<JavaClass> FLINK_SHELL =
      describe(
          "named " + String.join(", ", SHELLS) + " at the end",
          type -> {
            String outermost = type.getName().replaceFirst("\\$.*", "");
            return SHELLS.stream().anyMatch(outermost::endsWith);
          });

  /** Seen red with: an {@code org.apache.flink.util.Collector} asked for by {@code Day}. */
  @ArchTest
  static final ArchRule coreKnowsNoFlink =
      noClasses()
          .that(
              resideInAnyPackage(
                      "io.vigil.sensor..",
                      "io.vigil.erasure..",
                      "io.vigil.window..",
                      "io.vigil.feature..",
                      "io.vigil.model..",
                      "io.vigil.activity..",
                      "io.vigil.learn..",
                      "io.vigil.alert..",
                      "io.vigil.train..",
                      "io.vigil.simulate..",
                      "io.vigil.settings..")
                  .and(not(FLINK_SHELL)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..")
          .because("the core is pure, so that it can be read, tested and timed without an engine")
          .allowEmptyShould(true);

  /** Seen red with: {@code FeatureSchema} asking for {@code Main}. */
  @ArchTest
  static final ArchRule onlyTheEntryUsesTheCommandLine =
      noClasses()
          .that(
              not(resideInAPackage("io.vigil.cli.."))
                  .and(
                      describe("other than Main", type -> !type.getName().equals("io.vigil.Main"))))
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vigil.cli..")
                  .or(describe("Main", type -> type.getName().equals("io.vigil.Main"))))
          .because("commands are a way in, not a place for logic")
          .allowEmptyShould(true);

  /** Seen red with: {@code FeatureSchema} asking for a {@code Scenario}. */
  @ArchTest
  static final ArchRule theFlowKnowsNeitherTrainingNorSimulation =
      noClasses()
          .that()
          .resideInAnyPackage(flow(FLOW))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vigil.train..", "io.vigil.simulate..")
          .because("the running job must not carry what only prepares or tests it")
          .allowEmptyShould(true);

  /** Seen red with: {@code Settings} asking for {@code Activities}. */
  @ArchTest
  static final ArchRule settingsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("io.vigil.settings..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vigil..").and(not(resideInAPackage("io.vigil.settings.."))))
          .because("everybody may use them")
          .allowEmptyShould(true);

  /** Seen red with: {@code JobMetric} asking for {@code ModelRef}. */
  @ArchTest
  static final ArchRule metricsKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("io.vigil.metric..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vigil..").and(not(resideInAPackage("io.vigil.metric.."))))
          .because("everybody may be counted");

  /** Seen red with: {@code KeptState} asking for {@code Erasable}. */
  @ArchTest
  static final ArchRule keepingKnowsNobody =
      noClasses()
          .that()
          .resideInAPackage("io.vigil.kept..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.vigil..").and(not(resideInAPackage("io.vigil.kept.."))))
          .because("what is remembered of whom is the steps' own");

  /** Seen red with: {@code counter("episodes")} in {@code EpisodeFunction}. */
  @ArchTest
  static final ArchRule metricsAreRegisteredByTheirTable =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.vigil.metric..", "io.vigil.feed.metric..")
          .should()
          .callMethodWhere(
              describe(
                  "a metric is registered",
                  call ->
                      call.getTargetOwner().isAssignableTo(MetricGroup.class)
                              && REGISTERING.contains(call.getTarget().getName())
                          || call.getTargetOwner()
                                  .getName()
                                  .startsWith("io.prometheus.metrics.core")
                              && call.getTarget().getName().equals("builder")))
          .because("a metric's name stands in one place: dashboards and alarms are made of it");

  /** Seen red with: {@code System.getenv} called by {@code Settings}. */
  @ArchTest
  static final ArchRule onlyTheCommandLineReadsTheEnvironment =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.vigil.cli..")
          .should()
          .callMethodWhere(
              describe(
                  "environment or system properties are read",
                  call ->
                      readsEnvironment(
                          call.getTargetOwner().getName(), call.getTarget().getName())))
          .because("what is set comes in by settings, where it can be seen and checked")
          .allowEmptyShould(true);

  /** Seen red with: {@code System.out} in {@code Day}. */
  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.vigil.cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("everything else returns what it has to say, or logs it")
          .allowEmptyShould(true);

  /** Seen red with: a {@code java.util.logging.Logger} in {@code Day}. */
  @ArchTest
  static final ArchRule oneWayToLog =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("logs go through SLF4J")
          .allowEmptyShould(true);

  /** Seen red with: an {@code ObjectInputStream} opened by {@code Day}. */
  @ArchTest
  static final ArchRule nothingReadsJavaObjects =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class)
          .because("what a stream of Java objects holds can run code")
          .allowEmptyShould(true);

  /** Seen red with: a new class of {@code activity} asked for by {@code FeatureSchema}. */
  @ArchTest
  static void packagesUseOnlyWhatComesBeforeThem(JavaClasses classes) {
    for (int place = 0; place < FLOW.size() - 1; place++) {
      noClasses()
          .that()
          .resideInAPackage("io.vigil." + FLOW.get(place) + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(flow(FLOW.subList(place + 1, FLOW.size())))
                  .and(describe("no vocabulary", type -> !VOCABULARY.contains(type.getName()))))
          .because("data flows one way: " + String.join(", ", FLOW))
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  private static boolean readsEnvironment(String owner, String method) {
    return switch (owner) {
      case "java.lang.System" -> Set.of("getenv", "getProperty", "getProperties").contains(method);
      case "java.lang.Boolean" -> method.equals("getBoolean");
      case "java.lang.Integer" -> method.equals("getInteger");
      case "java.lang.Long" -> method.equals("getLong");
      default -> false;
    };
  }

  private static String[] flow(List<String> packages) {
    return packages.stream().map(name -> "io.vigil." + name + "..").toArray(String[]::new);
  }
}
