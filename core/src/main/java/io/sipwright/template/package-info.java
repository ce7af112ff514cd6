/**
 * Templates: what a carrier or a kind of SIP user needs, as data. A template has fields that a person fills in and
 * sections of options that are made from them; one JSON file each.
 */
@NullMarked
package io.sipwright.template;

import org.jspecify.annotations.NullMarked;
