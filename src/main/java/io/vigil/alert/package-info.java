/**
 * Alerts: rules as data, what detectors see in a participant's ordered input, and the life of an
 * alert from its raising until a person has dealt with it.
 */
package io.vigil.alert;
