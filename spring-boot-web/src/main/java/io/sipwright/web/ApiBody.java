package io.sipwright.web;

/** Marks what is answered, so that it is written with our own settings of JSON, whatever those of the host are. */
interface ApiBody {}
