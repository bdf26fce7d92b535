package io.vigil.train.alert;

import io.vigil.train.fall.Rates;
import java.util.List;
import java.util.SortedMap;

/**
 * How well alerts tell falls from everything else. Ratios have four digits, and are null where
 * there is nothing they are a share of.
 *
 * @param all the rates of everybody
 * @param falseAlarms alerts of falls where there was none
 * @param hours worn in which an alert would be false
 * @param falseAlarmsPerHour the same, an hour worn
 * @param falseAlarmsPerPersonDay the same, in 24 hours worn
 * @param delaySeconds how long after the impact alerts were raised, or null where none was
 * @param byPerson the rates of each person who had a fall or a trial
 * @param byKind the rates of each kind of trial
 * @param missed participants with a fall of which no alert told
 * @param alarmed participants with a false alarm
 */
public record FallScore(
    Rates all,
    int falseAlarms,
    double hours,
    Double falseAlarmsPerHour,
    Double falseAlarmsPerPersonDay,
    Delay delaySeconds,
    SortedMap<String, Rates> byPerson,
    SortedMap<String, Rates> byKind,
    List<String> missed,
    List<String> alarmed) {}
