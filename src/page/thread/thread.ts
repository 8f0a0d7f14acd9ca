import './as-window.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { DossierError } from '../../shared/errors/errors.ts'
import { check } from './check.ts'
import type { Outcome, Task } from './messages.ts'
import { pagePlatform } from './platform.ts'

/** The thread's end of its channel. */
const port = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Task>) => void) | null
  postMessage: (outcome: Outcome) => void
}

/** A thread checks one file. What isn't foreseen is an error of the thread, which the page tells as one. */
port.onmessage = ({ data }) => void run(data)

async function run(task: Task): Promise<void> {
  const sha256 = pagePlatform.sha256(task.bytes)
  try {
    port.postMessage(await check(task, sha256))
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    port.postMessage({ kind: 'failed', sha256, failure: error.toFailure() })
  }
}
