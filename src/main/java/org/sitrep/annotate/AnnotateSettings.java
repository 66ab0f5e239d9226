package org.sitrep.annotate;

import java.io.Serializable;
import java.util.List;
import org.sitrep.event.ActorRow;

/**
 * How articles are annotated; travels with every task.
 *
 * @param gazetteer folder of a gazetteer; empty for the embedded one
 * @param homeSample articles per source from which its home region is learned
 * @param actors a user's actors, which win over the embedded ones, at most {@link
 *     ActorFile#MOST_ROWS}: the rows themselves, since an executor need not see the driver's files
 */
public record AnnotateSettings(String gazetteer, int homeSample, List<ActorRow> actors)
    implements Serializable {

  public AnnotateSettings {
    actors = List.copyOf(actors);
  }
}
