import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.LogManager;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * Starts the Java kernel as its own main class does, without its race: version 3.0.1 opens its
 * channels before it has handlers for what comes in, and a client that asks early (all do, again and
 * again) kills the channel's thread. With a map of no handlers in place the early question is dropped
 * and the next one answered.
 */
public final class StartKernel {
  private StartKernel() {}

  /** Takes the path of the connection file, which Jupyter writes. */
  public static void main(String[] arguments) throws Exception {
    try (var quiet = StartKernel.class.getResourceAsStream("/kernel-logging.properties")) {
      LogManager.getLogManager().readConfiguration(quiet);
    }
    String connection = Files.readString(Path.of(arguments[0]));
    Channels channels = new Channels(Transform.fromJson(connection, ConnectionProperties.class));
    Field handlers = Channels.class.getDeclaredField("handlers");
    handlers.setAccessible(true);
    handlers.set(channels, new ConcurrentHashMap<>(Map.of()));
    channels.connect(MainApp.kernel);
    channels.joinUntilClose();
  }
}
