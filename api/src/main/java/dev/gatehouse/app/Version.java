package dev.gatehouse.app;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar; classes outside a jar have none.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"gatehouse " + (version == null ? "(not packaged)" : version)};
    }
}
