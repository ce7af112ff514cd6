/** The main job, on real Asterisks: templates load, phones register, what is provisioned runs. */
@NullMarked
package io.sipwright.testkit.provisioning;

import org.jspecify.annotations.NullMarked;
