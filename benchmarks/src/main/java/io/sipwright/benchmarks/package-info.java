/** How fast the core is, beside other ways to the same bytes. */
package io.sipwright.benchmarks;
