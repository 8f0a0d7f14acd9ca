import { EventEmitter } from 'node:events'
import { clone, codec } from './codec.mjs'

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  #handlers = new Map()

  handle(channel, handler) {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.#handlers.delete(channel)
      return handler(...args)
    })
  }

  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  /** Answers an `invoke`: what the page's promise shall become, encoded. */
  async answer(channel, event, args) {
    try {
      const handler = this.#handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return codec.encode({ value: clone(await handler(event, ...args)) })
    } catch (error) {
      return codec.encode({ failure: `Error invoking remote method '${channel}': ${error}` })
    }
  }
}

export const ipcMain = new IpcMain()
