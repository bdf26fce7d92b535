/** Models of one wearer: adapted from everybody's by the wearer's answers, and proven on them. */
package io.vigil.train.personal;
