package io.sipwright.testkit.target;

import io.sipwright.target.ConfigFiles;
import io.sipwright.target.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Files keep the contract of a target. */
class ConfigFilesTest extends TargetContract {

    @TempDir
    Path directory;

    @Override
    protected Target newTarget() {
        return ConfigFiles.in(directory);
    }
}
