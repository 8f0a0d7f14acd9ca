import { EventEmitter } from 'node:events'

/**
 * A client of the Chrome DevTools Protocol over the browser's pipe (`--remote-debugging-pipe`): JSON messages that end in
 * a zero byte. Unlike a port, a pipe is open to nobody else, and the browser ends when this process does, however it ends.
 *
 * Events are emitted as `<sessionId>|<method>`; those of the browser itself have an empty session id. `close` comes once.
 */
export class Cdp extends EventEmitter {
  #out
  #calls = new Map()
  #lastId = 0

  /** `out` is the stream to the browser, `input` the one from it. */
  constructor(out, input) {
    super()
    this.setMaxListeners(0)
    this.#out = out
    let pending = []
    input.on('data', (chunk) => {
      let start = 0
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
        this.#receive(JSON.parse(Buffer.concat([...pending, chunk.subarray(start, end)]).toString()))
        pending = []
        start = end + 1
      }
      if (start < chunk.length) pending.push(chunk.subarray(start))
    })
    input.on('close', () => this.#closed())
    out.on('error', () => this.#closed())
  }

  #receive(message) {
    if (message.id === undefined) {
      this.emit(`${message.sessionId ?? ''}|${message.method}`, message.params)
      return
    }
    const call = this.#calls.get(message.id)
    this.#calls.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result)
  }

  #closed() {
    if (!this.#out) return
    this.#out = null
    for (const call of this.#calls.values()) call.reject(new Error(`${call.method}: the browser is gone`))
    this.#calls.clear()
    this.emit('close')
  }

  /** Sends a command, to the browser itself or to an attached target's session. */
  send(method, params = {}, sessionId = undefined) {
    return new Promise((resolve, reject) => {
      if (!this.#out) {
        reject(new Error(`${method}: the browser is gone`))
        return
      }
      const id = ++this.#lastId
      this.#calls.set(id, { resolve, reject, method })
      this.#out.write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    })
  }
}
