/** Trunks and SIP users from CSV, JSON and YAML files, with a preview. */
@NullMarked
package io.sipwright.imports.bulk;

import org.jspecify.annotations.NullMarked;
