package io.sipwright.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Somebody with a token; the token itself is not in here, so that nobody who logs or stores this leaks it. */
class ApiTokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String name;

    private ApiTokenAuthentication(String name, List<SimpleGrantedAuthority> authorities) {
        super(authorities);
        this.name = name;
    }

    static ApiTokenAuthentication of(ApiTokenOwner owner, String rolePrefix, String remoteAddress) {
        List<SimpleGrantedAuthority> authorities = owner.roles().stream()
                .sorted()
                .map(role -> new SimpleGrantedAuthority(rolePrefix + role))
                .toList();
        ApiTokenAuthentication authentication = new ApiTokenAuthentication(owner.name(), authorities);
        authentication.setAuthenticated(true);
        return authentication.from(remoteAddress);
    }

    /** For the event that tells of a token that nobody owns. */
    static ApiTokenAuthentication refused(String remoteAddress) {
        return new ApiTokenAuthentication("unknown API token", List.of()).from(remoteAddress);
    }

    private ApiTokenAuthentication from(String remoteAddress) {
        setDetails(new WebAuthenticationDetails(remoteAddress, null));
        return this;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
