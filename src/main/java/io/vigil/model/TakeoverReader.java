package io.vigil.model;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** Says which models took over which places: the registry, to the running job. */
public interface TakeoverReader extends Serializable {

  /**
   * What was promoted after a revision, in the order of revisions, each with the bytes of its
   * model. The bytes are as they were found: whoever uses them checks them.
   *
   * @param revision 0 for everything
   * @throws IOException if the registry cannot be read now
   */
  List<Takeover> after(long revision) throws IOException;

  /**
   * Whether nothing was read of it when the job was put together: then a task that begins anew, and
   * not from a checkpoint, cannot know what is in force before it answers.
   */
  default boolean mustAnswerFirst() {
    return false;
  }
}
