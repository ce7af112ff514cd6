package io.sipwright.web;

import java.util.List;

/**
 * What came of applying.
 *
 * @param success whether all nodes were seen running what is stored
 */
record AppliedBody(boolean success, String message, ReloadBody reload, List<StatusBody.NodeBody> nodes)
        implements ApiBody {}
