/** SIP users: what a person describes, what is changed, what is kept. */
@NullMarked
package io.sipwright.user;

import org.jspecify.annotations.NullMarked;
