package io.sipwright.ami;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Reloader;
import io.sipwright.testkit.ami.FakeAmiServer;
import io.sipwright.testkit.reload.ReloaderWorld;
import io.sipwright.testkit.reload.VerifyingReloaderContract;
import java.util.List;

/** The reloader keeps the contract where no Asterisk is. */
class FakeReloaderTest extends VerifyingReloaderContract {

    @Override
    protected ReloaderWorld newWorld() {
        return new FakeWorld();
    }

    private static final class FakeWorld implements ReloaderWorld {
        private final FakeAmiServer server = FakeAmiServer.start(FakeDeployment.USER, FakeDeployment.AMI_SECRET);
        private final Reloader reloader = FakeDeployment.reloader(server).build();

        @Override
        public Reloader reloader() {
            return reloader;
        }

        @Override
        public Reloader another() {
            return FakeDeployment.reloader(server).build();
        }

        @Override
        public void write(List<Section> sections) {
            List<Section> good = sections.stream()
                    .filter(section -> !ReloaderWorld.isRefused(section))
                    .toList();
            server.onReload(loaded -> loaded.load(new PjsipDocument(List.copyOf(good))));
        }

        @Override
        public void stop() {
            server.refuse();
            server.drop();
        }

        @Override
        public void close() {
            reloader.close();
            server.close();
        }
    }
}
