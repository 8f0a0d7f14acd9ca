// Runs in each new document before any script of the page. windows.mjs fills in the names with underscores.
;(() => {
  const send = window.__standinSend
  delete window.__standinSend
  // As in Electron, frames inside the page get no preload.
  if (window !== window.top) return

  const setup = __SETUP__
  const createCodec = __CODEC__
  const runPreload = __PRELOAD__
  const codec = createCodec({
    toBase64: (bytes) => bytes.toBase64(),
    fromBase64: (text) => Uint8Array.fromBase64(text)
  })
  const post = (message) => send(JSON.stringify(message))
  const files = []
  const pending = new Map()
  const listeners = new Map()
  let lastId = 0
  let accelerators = setup.accelerators

  function hidden(name, value) {
    Object.defineProperty(window, name, { value, enumerable: false })
  }

  hidden('__standinReceive', (kind, id, payload) => {
    if (kind === 'accelerators') {
      accelerators = payload
      return
    }
    const value = codec.decode(payload)
    if (kind === 'reply') {
      const call = pending.get(id)
      pending.delete(id)
      if (value.failure === undefined) call.resolve(value.value)
      else call.reject(new Error(value.failure))
      return
    }
    for (const listener of [...(listeners.get(id) ?? [])]) listener({ sender: ipcRenderer, ports: [] }, ...value)
  })
  hidden('__standinFile', (index) => files[index])

  // --- windows: none is opened, closing is asked for, size is told
  window.open = (url = 'about:blank') => {
    post({ kind: 'open', url: new URL(url, location.href).href })
    return null
  }
  window.close = () => post({ kind: 'close' })
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null
    if (!link || event.defaultPrevented) return
    event.preventDefault()
    post({ kind: 'open', url: link.href })
  })
  addEventListener('resize', () => {
    if (navigator.webdriver) return
    post({ kind: 'bounds', bounds: { x: screenX, y: screenY, width: outerWidth, height: outerHeight } })
  })

  // --- menu accelerators
  // In Electron the page sees a key first, and the menu gets it when the page didn't prevent its default. The browser must
  // be kept from its own use of the key (Ctrl+O), in time and without the page's handlers taking that for an answer of
  // theirs. So the methods of a matching event are watched, and the decision falls when the event is through.
  const EDITORS_OWN = new Set(['z', 'y'])
  let watched = null

  function matching(event) {
    const editable =
      event.target instanceof Element &&
      event.target.closest('input, textarea, [contenteditable]:not([contenteditable=false])')
    const key = event.key.toLowerCase()
    if (editable && EDITORS_OWN.has(key)) return undefined
    return accelerators.find(
      (item) =>
        (item.key === key || (item.key === '+' && key === '=')) &&
        item.ctrl === event.ctrlKey &&
        item.meta === event.metaKey &&
        item.alt === event.altKey &&
        // Shift is part of how "+" and "?" are typed.
        (item.shift === event.shiftKey || !/^[a-z0-9]$|^.{2,}$/.test(item.key))
    )
  }

  function keepFromBrowser(event) {
    if (watched?.event !== event || event.defaultPrevented) return
    watched.ours = true
    Event.prototype.preventDefault.call(event)
  }

  addEventListener(
    'keydown',
    (event) => {
      const item = event.isTrusted ? matching(event) : undefined
      watched = item === undefined ? null : { event, ours: false }
      if (watched === null) return
      const mine = watched
      const wrap = (name, after) =>
        Object.defineProperty(event, name, {
          value: () => {
            Event.prototype[name].call(event)
            after()
          }
        })
      wrap('preventDefault', () => {
        mine.ours = false
        mine.byPage = true
      })
      // A handler that stops the event may still prevent its default: wait for the end of that handler.
      wrap('stopPropagation', () => queueMicrotask(() => keepFromBrowser(event)))
      wrap('stopImmediatePropagation', () => queueMicrotask(() => keepFromBrowser(event)))
      // Moved to the end of the window's listeners, after all of the page's.
      removeEventListener('keydown', keepFromBrowser)
      addEventListener('keydown', keepFromBrowser)
      setTimeout(() => {
        if (!mine.byPage) post({ kind: 'accelerator', index: item.index })
      })
    },
    true
  )

  // --- what a sandboxed preload can require
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        const encoded = codec.encode(cloned(args))
        pending.set(id, { resolve, reject })
        post({ kind: 'invoke', id, channel, args: encoded })
      }),
    send: (channel, ...args) => post({ kind: 'send', channel, args: codec.encode(cloned(args)) }),
    on: (channel, listener) => {
      if (!listeners.has(channel)) listeners.set(channel, [])
      listeners.get(channel).push(listener)
      return ipcRenderer
    },
    once: (channel, listener) => {
      const once = (...args) => {
        ipcRenderer.removeListener(channel, once)
        listener(...args)
      }
      return ipcRenderer.on(channel, once)
    },
    off: (channel, listener) => ipcRenderer.removeListener(channel, listener),
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener)
      )
      return ipcRenderer
    },
    removeAllListeners: (channel) => {
      listeners.delete(channel)
      return ipcRenderer
    }
  }

  function cloned(args) {
    try {
      return structuredClone(args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  // Values are copied and lose their prototypes, functions become proxies whose arguments and results are copied.
  function bridged(value, seen = new Map()) {
    if (typeof value === 'function') {
      if (!seen.has(value)) seen.set(value, proxied(value))
      return seen.get(value)
    }
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Promise || value instanceof Blob || value instanceof Node) return value
    if (Array.isArray(value)) return value.map((item) => bridged(item, seen))
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      try {
        return structuredClone(value)
      } catch {
        // An instance with methods: its own enumerable members cross, as below.
      }
    }
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bridged(item, seen)])))
  }

  function proxied(call) {
    return (...args) => {
      const result = call(...args.map((argument) => bridged(argument)))
      if (!(result instanceof Promise)) return bridged(result)
      return result.then(
        (value) => bridged(value),
        (error) => {
          throw error instanceof Error ? new Error(error.message) : error
        }
      )
    }
  }

  const modules = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key, api) => {
        Object.defineProperty(window, key, {
          value: bridged(api),
          enumerable: true,
          configurable: false,
          writable: false
        })
      }
    },
    webUtils: {
      // The path can't be known here: this mark is replaced by it on its way to the main process.
      getPathForFile: (file) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File')
        return `\0standin-file:${files.push(file) - 1}`
      }
    }
  }
  const electron = new Proxy(modules, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol' || key === '__esModule') return target[key]
      throw new Error(`The stand-in's preload has no electron.${String(key)}.`)
    }
  })
  const require = (id) => {
    if (id === 'electron') return electron
    throw new Error(`module not found: ${id} (sandboxed preload)`)
  }
  const process = {
    platform: setup.platform,
    versions: setup.versions,
    contextIsolated: true,
    sandboxed: true,
    type: 'renderer',
    env: {}
  }
  const module = { exports: {} }
  runPreload(require, module, module.exports, process)
})()
