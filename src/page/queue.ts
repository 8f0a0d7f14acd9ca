import script from 'virtual:thread'
import type { Outcome, Task } from './thread/messages.ts'

/** How far a check is. `crashed`: its thread ended by an error that nobody foresaw. */
export type Progress = 'waiting' | 'running' | 'stopped' | 'crashed' | Outcome

interface Waiting {
  task: Task
  tell: (progress: Progress) => void
}

let address: string | null = null

/** A thread of the page's own script. Nothing is loaded: it is in the page. */
function startThread(): Worker {
  address ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  return new Worker(address)
}

/** Checks files one after the other, each in a thread of its own that ends with it: what one does to its thread the next doesn't meet. */
export class Queue {
  private readonly waiting: Waiting[] = []
  private running: { task: Task; end: (progress: Progress) => void } | null = null

  add(task: Task, tell: (progress: Progress) => void): void {
    this.waiting.push({ task, tell })
    this.next()
  }

  /** Stops a check, or takes it out of those that wait. */
  stop(task: Task): void {
    if (this.running?.task === task) return this.running.end('stopped')
    const at = this.waiting.findIndex((each) => each.task === task)
    if (at >= 0) this.waiting.splice(at, 1)[0]!.tell('stopped')
  }

  private next(): void {
    if (this.running) return
    const found = this.waiting.shift()
    if (!found) return
    const { task, tell } = found
    const thread = startThread()
    const end = (progress: Progress): void => {
      thread.terminate()
      this.running = null
      tell(progress)
      this.next()
    }
    this.running = { task, end }
    thread.onmessage = ({ data }: MessageEvent<Outcome>) => end(data)
    thread.onerror = () => end('crashed')
    thread.onmessageerror = () => end('crashed')
    tell('running')
    thread.postMessage(task, [task.bytes.buffer])
  }
}
