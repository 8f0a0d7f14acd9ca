/** What a request may hold: enough for the longest brief or the largest page on a clipboard, and far from what fills the memory. */
const CHARACTERS = 64 * 1024 * 1024
const VALUES = 4_000_000
const DEPTH = 200

/** Requests that may run at the same time. The window asks a few at once. */
export const MOST_AT_ONCE = 500

/** True when a request's input is within what any request needs. Looked at before anything else goes through it. */
export function isWithinLimits(input: unknown): boolean {
  let characters = 0
  let values = 0
  const left: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next
    values += 1
    if (typeof value === 'string') characters += value.length
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) characters += value.byteLength
    else if (typeof value === 'object' && value !== null) {
      // No request has one, and a set or a map could hold as much as it likes.
      if (value instanceof Map || value instanceof Set) return false
      const entries = Array.isArray(value) ? (value as unknown[]) : Object.entries(value).flat()
      if (depth >= DEPTH || entries.length > VALUES) return false
      for (const entry of entries) left.push({ value: entry, depth: depth + 1 })
    }
    if (characters > CHARACTERS || values > VALUES) return false
  }
  return true
}
