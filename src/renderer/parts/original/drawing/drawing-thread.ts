import type { Failure } from '../../../../shared/errors/errors.ts'
import { request } from '../../../state/window/bridge.ts'
import { FromThread, type PageSize, type PlacedText, type ToThread } from './messages.ts'

/** How long a drawing may take, in milliseconds by the clock, as files do that are imported by their work. */
const LONGEST = 30_000

type Answer = Exclude<FromThread, { kind: 'failed' | 'wants' }>
type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>
type Asked =
  | { kind: 'open'; bytes: Uint8Array<ArrayBuffer>; mediaType: string }
  | { kind: 'draw'; page: number; scale: number }
  | { kind: 'text'; page: number }
/** What became of a request to the thread. */
export type Drawn<T> = { ok: true; value: T } | { ok: false; failure: Failure }

type Settle = (outcome: Drawn<Answer>) => void

/**
 * A thread that draws one PDF or picture. It has no document, no bridge, no network and no more code than its own; what it says is checked. It's ended when
 * it takes longer than it may, says what it can't say, or isn't needed any more.
 */
export class DrawingThread {
  readonly #name: string
  readonly #worker: Worker
  readonly #waiting = new Map<number, Settle>()
  #queue: Promise<unknown> = Promise.resolve()
  #lastId = 0
  #ended: Failure | null = null

  /** `name` is the file's, for sentences. */
  constructor(name: string) {
    this.#name = name
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'drawing' })
    this.#worker.onmessage = ({ data }) => this.#hear(data)
    this.#worker.onerror = (event) => {
      event.preventDefault()
      this.#end(failure('unreadable', `Drawing “${name}” failed: what draws it has stopped. ${KEPT}`))
    }
  }

  /** Opens the file. Answers the sizes of its pages in CSS pixels, and how many it says it has. The bytes are given away. */
  async open(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Drawn<{ pages: PageSize[]; count: number }>> {
    return await this.#ask({ kind: 'open', bytes, mediaType }, 'opened')
  }

  /**
   * Draws a page, from 1, with so many bitmap pixels for each of its own; null when it isn't wanted any more once its turn comes. `leftOut` counts the
   * pictures on it that couldn't be drawn.
   */
  async draw(
    page: number,
    scale: number,
    isWanted: () => boolean
  ): Promise<Drawn<{ bitmap: ImageBitmap; leftOut: number }> | null> {
    const drawn = await this.#ask({ kind: 'draw', page, scale }, 'drawn', isWanted)
    if (!drawn) return null
    if (!drawn.ok) return drawn
    const { bitmap, leftOut } = drawn.value
    return { ok: true, value: { bitmap, leftOut } }
  }

  /** The text of a page, from 1, in the order of the file. */
  async text(page: number): Promise<Drawn<PlacedText[]>> {
    const read = await this.#ask({ kind: 'text', page }, 'text')
    return read.ok ? { ok: true, value: read.value.items } : read
  }

  /** Ends the thread at once; whoever still waits hears that it was put away. */
  close(): void {
    this.#end(failure('cancelled', 'The original was put away.'))
  }

  /** One after the other: each has all of its time. */
  #ask<K extends Answer['kind']>(asked: Asked, kind: K): Promise<Drawn<AnswerOf<K>>>
  #ask<K extends Answer['kind']>(asked: Asked, kind: K, isWanted: () => boolean): Promise<Drawn<AnswerOf<K>> | null>
  #ask<K extends Answer['kind']>(
    asked: Asked,
    kind: K,
    isWanted: () => boolean = () => true
  ): Promise<Drawn<AnswerOf<K>> | null> {
    const answer = this.#queue.then(() => (isWanted() ? this.#askNow(asked, kind) : null))
    this.#queue = answer
    return answer
  }

  #askNow<K extends Answer['kind']>(asked: Asked, kind: K): Promise<Drawn<AnswerOf<K>>> {
    if (this.#ended) return Promise.resolve({ ok: false, failure: this.#ended })
    const id = ++this.#lastId
    return new Promise((resolve) => {
      const timer = setTimeout(
        () =>
          this.#end(failure('timeout', `Drawing “${this.#name}” took more than 30 seconds and was stopped. ${KEPT}`)),
        LONGEST
      )
      this.#waiting.set(id, (outcome) => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        if (!outcome.ok) resolve(outcome)
        else if (outcome.value.kind === kind) resolve({ ok: true, value: outcome.value as AnswerOf<K> })
        else resolve({ ok: false, failure: this.#distrust() })
      })
      this.#send({ ...asked, id }, asked.kind === 'open' ? [asked.bytes.buffer] : [])
    })
  }

  #send(message: ToThread, transfer: Transferable[]): void {
    this.#worker.postMessage(message, transfer)
  }

  #hear(data: unknown): void {
    const said = FromThread.safeParse(data).data
    if (!said) return void this.#distrust()
    if (said.kind === 'wants') return void this.#fetch(said.want, said.resource)
    const settle = this.#waiting.get(said.id)
    if (said.kind !== 'failed') settle?.({ ok: true, value: said })
    else settle?.({ ok: false, failure: this.#unreadable(said.name, said.reason) })
  }

  async #fetch(want: number, resource: Extract<FromThread, { kind: 'wants' }>['resource']): Promise<void> {
    const found = await request('original.resource', resource)
    if (this.#ended) return
    this.#send({ kind: 'resource', want, bytes: found.ok ? found.value.bytes : null }, [])
  }

  #unreadable(name: string, reason: string): Failure {
    if (name === 'PasswordException')
      return failure('unsupported', `“${this.#name}” is protected by a password, so its pages can’t be drawn. ${KEPT}`)
    return failure('unreadable', `“${this.#name}” can’t be drawn (${reason}). ${KEPT}`)
  }

  #distrust(): Failure {
    const why = failure(
      'unreadable',
      `Drawing “${this.#name}” was stopped: what draws it said what it can’t say. ${KEPT}`
    )
    this.#end(why)
    return why
  }

  #end(why: Failure): void {
    if (this.#ended) return
    this.#ended = why
    this.#worker.terminate()
    for (const settle of [...this.#waiting.values()]) settle({ ok: false, failure: why })
  }
}

const KEPT = 'The original is unchanged and its text is kept; look at the original in another program.'

function failure(code: Failure['code'], message: string): Failure {
  return { code, message }
}
