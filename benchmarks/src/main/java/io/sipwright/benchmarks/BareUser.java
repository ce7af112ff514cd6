package io.sipwright.benchmarks;

import java.time.LocalDateTime;
import java.util.Map;

/** A user as it stands in its row. */
record BareUser(
        long id,
        String name,
        String template,
        boolean active,
        String secret,
        String extension,
        String context,
        String codecs,
        Integer maxContacts,
        Integer qualifyFrequency,
        String transport,
        String callerId,
        String voicemail,
        Integer callLimit,
        Map<String, String> fields,
        String notes,
        int templateVersion,
        long version,
        LocalDateTime createdAt,
        LocalDateTime updatedAt) {}
