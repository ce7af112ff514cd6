package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.store.NotFoundException;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.UserTemplate;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import org.jspecify.annotations.Nullable;

/** Templates by id, which an object may have that the catalogue has lost. */
record Templates(Sipwright sipwright) {

    @Nullable
    ProviderTemplate provider(String id) {
        try {
            return sipwright.provider(id);
        } catch (NotFoundException e) {
            return null;
        }
    }

    @Nullable
    UserTemplate user(String id) {
        try {
            return sipwright.userTemplate(id);
        } catch (NotFoundException e) {
            return null;
        }
    }

    TrunkBody body(Trunk trunk) {
        return TrunkBody.of(trunk, provider(trunk.provider()));
    }

    SipUserBody body(SipUser user) {
        return SipUserBody.of(user, user(user.template()));
    }
}
