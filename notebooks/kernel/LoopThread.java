package org.rapaio.jupyter.kernel.channels;

/**
 * Reads a channel of the Java kernel again and again. It stands on the class path before the kernel's
 * own class of this name (version 3.0.1), which has two races at its start: the thread may look
 * whether it runs before it is told so, and end at once; and a message that comes before the kernel
 * has handlers ends it with a null pointer. Both leave a kernel that never answers. Here it runs from
 * the first, and an early message is dropped: clients ask again until they are answered.
 */
public final class LoopThread extends Thread {

  private final long sleep;
  private final Runnable loopBody;
  private volatile boolean running = true;

  public LoopThread(String name, long sleep, Runnable loopBody) {
    super(name);
    this.sleep = sleep;
    this.loopBody = loopBody;
  }

  @Override
  public void run() {
    while (running) {
      try {
        loopBody.run();
      } catch (NullPointerException e) {
        System.err.println("kernel not ready yet, message dropped: " + e.getMessage());
      }
      try {
        Thread.sleep(sleep);
      } catch (InterruptedException e) {
        running = false;
      }
    }
  }

  public void shutdown() {
    running = false;
  }
}
