package io.sipwright.ari;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Renderer;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.WithAsterisk;
import io.sipwright.testkit.reload.ReloaderWorld;
import io.sipwright.testkit.reload.VerifyingReloaderContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The overlay keeps the contract of reloaders, where Asterisk can do it and where it cannot. */
class RealOverlayTest {

    @Nested
    @WithAsterisk(22)
    class Asterisk22 extends Contract {}

    @Nested
    @WithAsterisk(16)
    class Asterisk16 extends Contract {}

    abstract static class Contract extends VerifyingReloaderContract {
        private AsteriskInstallation installation;

        @BeforeEach
        void choose(AsteriskInstallation found) {
            installation = found;
        }

        @Override
        protected ReloaderWorld newWorld() {
            AsteriskServer server = OverlaidAsterisk.start(installation);
            return new RealWorld(server, overlay(server));
        }
    }

    private static AriOverlay overlay(AsteriskServer server) {
        return OverlaidAsterisk.overlay(server, OverlaidAsterisk.ami(server)).build();
    }

    private record RealWorld(AsteriskServer server, Reloader reloader) implements ReloaderWorld {

        @Override
        public Reloader another() {
            return overlay(server);
        }

        @Override
        public void write(List<Section> sections) {
            server.write(Renderer.USERS_FILE, PjsipWriter.toString(new PjsipDocument(List.copyOf(sections))));
        }

        @Override
        public void stop() {
            server.stop();
        }

        @Override
        public void close() {
            reloader.close();
            server.close();
        }
    }
}
