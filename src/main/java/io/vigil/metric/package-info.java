/**
 * What is counted: every metric's name, unit and meaning stands here once. Registering, the
 * reference page, dashboards and alert rules follow from these tables or are held against them.
 */
package io.vigil.metric;
