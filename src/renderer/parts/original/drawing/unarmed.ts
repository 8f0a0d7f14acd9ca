/** What a thread that reads hostile files has no need of: ways to store, to call, to be heard elsewhere, and to load more code. */
const TAKEN = [
  'BroadcastChannel',
  'EventSource',
  'Notification',
  'SharedWorker',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'caches',
  'fetch',
  'importScripts',
  'indexedDB',
  'window'
]

/** Takes from this thread what it has no need of, as far as the engine lets it. */
export function unarm(): void {
  for (const name of TAKEN) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false })
  }
}
