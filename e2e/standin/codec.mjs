/**
 * Carries structured-clone values through JSON, since the protocol's bindings take strings only. The function is also
 * injected into the page as source text, so it must not use anything from outside itself.
 *
 * @param {{ toBase64(bytes: Uint8Array): string, fromBase64(text: string): Uint8Array }} base64
 */
export function createCodec(base64) {
  function encode(value) {
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof ArrayBuffer) return { $: 'bytes', t: 'ArrayBuffer', v: base64.toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      // A Buffer crosses Electron's IPC as a Uint8Array.
      const type = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name
      return {
        $: 'bytes',
        t: type,
        v: base64.toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      }
    }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [encode(key), encode(item)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) }
    if (value instanceof Error) return { $: 'error', n: value.name, v: value.message }
    if (Array.isArray(value)) return value.map(encode)
    return { $: 'object', v: Object.entries(value).map(([key, item]) => [key, encode(item)]) }
  }

  function bytes(type, text) {
    const copy = Uint8Array.from(base64.fromBase64(text))
    if (type === 'Uint8Array') return copy
    return type === 'ArrayBuffer' ? copy.buffer : new globalThis[type](copy.buffer)
  }

  function decode(value) {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    switch (value.$) {
      case 'bigint':
        return BigInt(value.v)
      case 'number':
        return Number(value.v)
      case 'date':
        return new Date(value.v)
      case 'bytes':
        return bytes(value.t, value.v)
      case 'map':
        return new Map(value.v.map(([key, item]) => [decode(key), decode(item)]))
      case 'set':
        return new Set(value.v.map(decode))
      case 'error':
        return Object.assign(new Error(value.v), { name: value.n })
      case 'object':
        return Object.fromEntries(value.v.map(([key, item]) => [key, decode(item)]))
      default:
        return undefined
    }
  }

  return { encode, decode }
}

/** The codec of this side. */
export const codec = createCodec({
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => Buffer.from(text, 'base64')
})

/** A structured clone with Electron's message when it can't be made. */
export function clone(value) {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}
