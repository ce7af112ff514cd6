package io.sipwright.web.openapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What requests and answers look like. */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Object TRUNK = json("""
            {"trunk_name": "my_telnyx_trunk", "provider": "telnyx", "username": "1234567890",
             "password": "Tr0ub4dor-and-3-others", "did": "+15551234567", "context": "from-trunk",
             "codecs": "ulaw,alaw,g722"}""");

    static final Object TRUNK_CHANGE = json("""
            {"username": "0987654321", "password": "an0ther-Long-Passw0rd"}""");

    static final Object USER = json("""
            {"username": "john_doe", "secret": "Tr0ub4dor-and-3-others", "extension": "1001", "context": "default",
             "template_type": "basic_user", "codecs": "ulaw,alaw", "max_contacts": 1}""");

    static final Object USER_CHANGE = json("""
            {"generate_secret": true, "max_contacts": 3}""");

    static final Object RESTORE = json("{\"generation\": 1}");

    static final Object BULK = Map.of("trunks", List.of(TRUNK), "users", List.of(USER));

    static final Object TRUNK_CREATED = json("""
            {"success": true,
             "trunk": {"id": 1, "trunk_name": "my_telnyx_trunk", "provider": "telnyx", "is_active": true,
               "auth_type": "credential", "registration_enabled": true, "username": "1234567890",
               "did": "+15551234567", "context": "from-trunk", "codecs": "ulaw,alaw,g722",
               "server": "sip.telnyx.com", "allow_wide_inbound": false, "defaulted": ["server"],
               "secrets_set": ["password"], "version": 1, "template_version": 1,
               "created_at": "2026-01-01T12:00:00Z", "updated_at": "2026-01-01T12:00:00Z"},
             "message": "Trunk created and applied to Asterisk",
             "reload": {"success": true, "generation": 1}}""");

    static final Object USER_CREATED = json("""
            {"success": true,
             "user": {"id": 1, "username": "john_doe", "template_type": "basic_user", "is_active": true,
               "extension": "1001", "context": "default", "codecs": "ulaw,alaw", "max_contacts": 1,
               "qualify_frequency": 30, "transport": "transport-udp", "notes": "",
               "defaulted": ["qualify_frequency", "transport"], "secrets_set": ["secret"], "version": 1,
               "template_version": 1, "created_at": "2026-01-01T12:00:00Z", "updated_at": "2026-01-01T12:00:00Z"},
             "message": "User created, but not seen running in Asterisk: connection refused",
             "reload": {"success": false, "generation": 2, "state": "unreachable",
               "reasons": [{"node": "default", "state": "unreachable", "reason": "NotConnected",
                 "message": "connection refused", "restored": false}]}}""");

    static final Object INVALID = json("""
            {"type": "urn:sipwright:problem:invalid", "title": "The request is refused", "status": 422,
             "detail": "password: Required when auth!=ip.", "instance": "/api/trunks", "success": false,
             "error": "password: Required when auth!=ip.",
             "violations": [{"field": "password", "message": "Required when auth!=ip.",
               "code": "field.required_when"}]}""");

    private Examples() {}

    /** Plain maps and lists: springdoc writes them with another Jackson. */
    private static Object json(String text) {
        return JSON.readValue(text, Object.class);
    }
}
