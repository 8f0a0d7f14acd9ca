import type { Worker } from 'node:worker_threads'

/** How long a thread may take to come to its end before it is stopped in whatever it does, in milliseconds. */
const GRACE_MS = 5_000

/**
 * Ends a worker thread: `ask` tells it to close its port, so that it ends when it has nothing left to do, and only one that is too busy to hear it
 * is stopped. For Node dies, with the whole program, when a thread is stopped, by itself too, while it loads modules (nodejs/node#60755). Resolves
 * when the thread is gone.
 */
export function endThread(thread: Worker, ask: () => void): Promise<void> {
  // The number of one that has ended already.
  if (thread.threadId === -1) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => void thread.terminate(), GRACE_MS)
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    thread.ref()
    ask()
  })
}
