package io.vigil.erasure;

import java.io.Serializable;
import java.util.List;

/**
 * Asked by a task when it starts who is refused, so that nothing of them passes before the job has
 * heard of it once more, from whatever checkpoint it begins.
 */
public interface ErasureReader extends Serializable {

  /**
   * All erasures there are.
   *
   * @throws RuntimeException where they cannot be read: then the task must not start
   */
  List<Erasure> all();
}
