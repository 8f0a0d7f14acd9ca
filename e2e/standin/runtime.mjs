/**
 * What the stand-in's modules share: how it was started, and the connection to the browser once there is one.
 */
export const runtime = {
  /** Command-line switches: those given, and those that the app appends before it is ready. */
  switches: new Map(),
  /** Folder and package.json of the app that runs. */
  appFolder: process.cwd(),
  manifest: {},
  /** Browser windows on the screen; else headless. */
  headful: process.env['STANDIN_HEADFUL'] === '1',
  /** @type {import('./cdp.mjs').Cdp | null} */
  cdp: null,
  quitting: false
}

const started = performance.now()

/** Writes a line to stderr when STANDIN_DEBUG is set. */
export function debug(...parts) {
  if (process.env['STANDIN_DEBUG']) {
    process.stderr.write(`[stand-in ${(performance.now() - started).toFixed(0)} ms] ${parts.join(' ')}\n`)
  }
}

/** Emits an Electron event whose default can be prevented. Returns false when a listener did so. */
export function emitPreventable(emitter, name, details = {}, ...args) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    }
  }
  emitter.emit(name, event, ...args)
  return !event.defaultPrevented
}

/**
 * Wraps a module of Electron's so that a member the stand-in lacks fails by name instead of being silently undefined.
 * `then`, `toJSON` and symbols stay readable: Node and Playwright probe them.
 */
export function strict(name, members) {
  return new Proxy(members, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key === '__esModule')
        return target[key]
      throw new Error(`The stand-in has no electron.${name}.${String(key)}.`)
    }
  })
}
