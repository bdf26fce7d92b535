/**
 * Settings: one table says what can be set, and one typed record holds what is set. Everything
 * else, the reference page too, follows from the table.
 */
package io.vigil.settings;
