/** Two Asterisks and two hosts on one database, to be killed and watched. */
@NullMarked
package io.sipwright.examples.cluster;

import org.jspecify.annotations.NullMarked;
