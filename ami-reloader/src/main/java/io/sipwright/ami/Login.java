package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome.Failed;
import io.sipwright.reload.ReloadOutcome.Unreachable;
import java.io.IOException;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;

/** Logs in, and tells the ways in which that fails from each other. */
final class Login {

    private Login() {}

    static void perform(AmiLink link, AmiSettings settings) throws AmiException {
        try {
            link.login("system"); // Asterisk answers whether it has finished its start with an event of this class
        } catch (AuthenticationFailedException e) {
            link.end(false);
            // With a cause it is no refusal, but an answer that did not come.
            throw e.getCause() == null ? refused(settings, e) : unanswered(link, settings);
        } catch (TimeoutException e) {
            link.end(false);
            throw unanswered(link, settings);
        } catch (IOException | RuntimeException e) {
            boolean connected = link.isConnected();
            link.end(false);
            throw connected ? unanswered(link, settings) : notConnected(settings, e);
        }
    }

    private static AmiException refused(AmiSettings settings, Exception e) {
        return AmiException.failed(
                Failed.Cause.LOGIN_REFUSED,
                "the login of '" + settings.user() + "' at " + settings.place() + " was refused: "
                        + AmiText.shown(String.valueOf(e.getMessage())));
    }

    private static AmiException unanswered(AmiLink link, AmiSettings settings) {
        return Waiting.noAnswer(link, settings, "the login");
    }

    private static AmiException notConnected(AmiSettings settings, Exception e) {
        return AmiException.unreachable(
                Unreachable.Cause.NOT_CONNECTED,
                "no connection to " + settings.place() + ": "
                        + AmiText.shown(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
}
