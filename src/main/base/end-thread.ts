import type { Worker } from 'node:worker_threads'

/** How long a thread may take to end by itself before it is stopped in whatever it does, in milliseconds. */
const GRACE_MS = 500

/**
 * Ends a worker thread: `ask` tells it to call `process.exit`, and only one that is too busy to hear it is stopped from outside. For Node dies,
 * with the whole program, when a thread is stopped from outside while it loads modules (nodejs/node#60755). Resolves when the thread is gone.
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
