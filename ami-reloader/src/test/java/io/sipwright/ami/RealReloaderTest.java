package io.sipwright.ami;

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

/** The reloader keeps the contract with both releases of Asterisk. */
class RealReloaderTest {

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
            return new RealWorld(AsteriskServer.builder(installation).start());
        }
    }

    /** Written without a look at what it is: the writer would write any section, as an editor does. */
    private record RealWorld(AsteriskServer server, Reloader reloader) implements ReloaderWorld {
        RealWorld(AsteriskServer server) {
            this(server, Deployment.reloader(server).build());
        }

        @Override
        public Reloader another() {
            return Deployment.reloader(server).build();
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
