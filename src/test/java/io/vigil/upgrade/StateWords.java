package io.vigil.upgrade;

import java.util.Map;
import java.util.TreeMap;

/**
 * What each state of the job holds, in words, by the operator's uid and the state's name. Whoever
 * adds a state adds a line; neither part of a key ever changes (VERSIONING.md).
 */
final class StateWords {
  /** Of timers that the engine keeps a place for and nobody ever sets. */
  static final String NEVER_SET = "";

  private static final String EVENT_TIMERS = "_timer_state/event_user-timers";
  private static final String WALL_TIMERS = "_timer_state/processing_user-timers";
  private static final String END =
      "one a key, at the end of time: it fires when the input has ended";

  private final Map<String, String> words = new TreeMap<>();

  private StateWords() {}

  /** All of them, by {@link KeptState#key()}. */
  static Map<String, String> all() {
    StateWords all = new StateWords();
    all.sources();
    all.peopleAndTheirDays();
    all.models();
    all.alerts();
    all.erasures();
    all.lake();
    return all.words;
  }

  private void sources() {
    source("files", "files and how far each was read");
    source("hub-amqp", "partitions and how far each was read");
    source("hub-kafka", "partitions and how far each was read");
    source("commands-in", "how far commands were read");
    source("rules-in", "how far rules were read");
    source("erasures-in", "how far erasures were read");
    source("takeovers-in", "the newest promotion that was read");
    hold(
        "decode",
        "samples-read",
        "how many samples this task has read, for the summary of a bounded run");
  }

  private void source(String uid, String held) {
    hold(
        uid,
        "SourceReaderState",
        held + ", by a serialiser of the source's own with a version in front");
    hold(uid, KeptState.COORDINATOR, "what no task was given yet, in the same form");
  }

  private void peopleAndTheirDays() {
    keyed(
        "participant-time",
        "time",
        "a participant's clock, the samples that no window has closed over yet, and what became of the others",
        END,
        "one a participant: when they are forgotten unless something comes");
    keyed("features", "wearer", "the reference learned of a wearer, and the last half minute");
    keyed("score", "scoring", "what the model believed of a participant after the last window");
    hold("score", "shadow", "the same of the challenger, where there is one");
    keyed("episodes", "episode", "a participant's open episode");
    keyed(
        "drift",
        "day",
        "a participant's day so far, beside the model's training, and how the days before it were");
    keyed(
        "health",
        "days",
        "everybody's days, added up by day and model; no participant",
        END,
        "one for all, a minute after something came: days that are over are judged");
    hold(
        "health",
        "population",
        "how far days were judged, and whether a drift goes on; no participant");
    keyed(
        "examples",
        "examples",
        "when a participant was asked last and how often that day, and the windows that compete to be asked about, with their features");
  }

  private void models() {
    hold(
        "score", "takeovers", "every model in force, by revision of its promotion, with its bytes");
    hold("takeovers", "bad-places", "the places whose newest model was refused");
    hold("takeovers", "bad-since", "when the last one was refused");
  }

  private void alerts() {
    keyed(
        "alerts",
        "watched",
        "what is seen of a participant: last samples, stillness, signal, silence, days, open alerts with all that was done about them, commands that came, and those that wait for their alert",
        NEVER_SET,
        "one a participant: when something is due, as the next step of an escalation or a look for silence");
    hold("alerts", "term", "which life of the job this is: revisions of documents begin with it");
    hold("alerts", "rules", "the text of the rules in force, where new ones came");
    hold("rules", "rules", "the text of the rules in force");
    hold("rules", "bad-at", "when rules were refused last, until good ones come");
  }

  private void erasures() {
    String nothing = "nothing: asked for by the engine, and no checkpoint has a list of the erased";
    keyed("door", "erasures", nothing);
    hold("welcome-commands", "erasures", nothing);
    hold("erased-letters", "erasures", nothing);
  }

  private void lake() {
    hold(
        "lake",
        "writer_raw_states",
        "files that are being written, by Flink's serialiser with a version in front");
    hold(
        "lake: FileSinkCompactorCoordinator",
        "remaining_compact_commit_raw_state",
        "files that wait to be made one");
    hold(
        "lake: FileSinkCompactorOperator",
        "remaining_requests_raw_state",
        "files that are being made one");
    hold(
        "Sink Committer: lake",
        "streaming_committer_raw_states",
        "files that are whole and wait for their checkpoint");
  }

  /** The state of a keyed operator that sets no timers. */
  private void keyed(String uid, String name, String held) {
    keyed(uid, name, held, NEVER_SET, NEVER_SET);
  }

  /** The state of a keyed operator, and its timers. */
  private void keyed(
      String uid, String name, String held, String byEventTime, String byTheWallClock) {
    hold(uid, name, held);
    hold(uid, EVENT_TIMERS, byEventTime);
    hold(uid, WALL_TIMERS, byTheWallClock);
  }

  private void hold(String uid, String name, String held) {
    words.put(KeptState.key(uid, name), held);
  }
}
