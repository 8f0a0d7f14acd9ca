/**
 * BLAKE2b (RFC 7693) without a key, as Electron's cryptography lacks it. Words of 64 bits are kept as two halves of 32, the
 * low one first.
 */
const INITIAL = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19
)

/** The order in which each round takes the words of a block; after ten rounds it begins again. */
const ORDER = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]
] as const
const ROUNDS = 12
const BLOCK = 128

/** The four words that each of the eight mixing steps of a round works on. */
const STEPS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14]
] as const

/** The BLAKE2b digest of bytes; `length` is its length in bytes, 1 to 64. */
export function blake2b(data: Uint8Array, length: number): Uint8Array {
  const state = INITIAL.slice()
  state[0]! ^= 0x01010000 ^ length
  const block = new Uint8Array(BLOCK)
  const words = new Uint32Array(32)
  const work = new Uint32Array(32)
  for (let at = 0; ; at += BLOCK) {
    const last = data.length - at <= BLOCK
    const part = data.subarray(at, at + BLOCK)
    block.fill(0)
    block.set(part)
    for (let i = 0; i < 32; i++) {
      words[i] = block[i * 4]! | (block[i * 4 + 1]! << 8) | (block[i * 4 + 2]! << 16) | (block[i * 4 + 3]! << 24)
    }
    compress(state, words, work, at + part.length, last)
    if (last) break
  }
  const digest = new Uint8Array(64)
  for (let i = 0; i < 64; i++) digest[i] = state[i >> 2]! >>> (8 * (i & 3))
  return digest.slice(0, length)
}

function compress(state: Uint32Array, words: Uint32Array, work: Uint32Array, count: number, last: boolean): void {
  work.set(state)
  work.set(INITIAL, 16)
  work[24]! ^= count
  work[25]! ^= Math.floor(count / 2 ** 32)
  if (last) {
    work[28] = ~work[28]!
    work[29] = ~work[29]!
  }
  for (let round = 0; round < ROUNDS; round++) {
    const order = ORDER[round % 10]!
    for (let step = 0; step < 8; step++) {
      const [a, b, c, d] = STEPS[step]!
      mix(work, a * 2, b * 2, c * 2, d * 2, words, order[step * 2]! * 2, order[step * 2 + 1]! * 2)
    }
  }
  for (let i = 0; i < 16; i++) state[i]! ^= work[i]! ^ work[i + 16]!
}

function mix(
  v: Uint32Array,
  a: number,
  b: number,
  c: number,
  d: number,
  words: Uint32Array,
  x: number,
  y: number
): void {
  add(v, a, v[b]!, v[b + 1]!)
  add(v, a, words[x]!, words[x + 1]!)
  let low = v[d]! ^ v[a]!
  let high = v[d + 1]! ^ v[a + 1]!
  v[d] = high
  v[d + 1] = low
  add(v, c, v[d]!, v[d + 1]!)
  low = v[b]! ^ v[c]!
  high = v[b + 1]! ^ v[c + 1]!
  v[b] = (low >>> 24) | (high << 8)
  v[b + 1] = (high >>> 24) | (low << 8)
  add(v, a, v[b]!, v[b + 1]!)
  add(v, a, words[y]!, words[y + 1]!)
  low = v[d]! ^ v[a]!
  high = v[d + 1]! ^ v[a + 1]!
  v[d] = (low >>> 16) | (high << 16)
  v[d + 1] = (high >>> 16) | (low << 16)
  add(v, c, v[d]!, v[d + 1]!)
  low = v[b]! ^ v[c]!
  high = v[b + 1]! ^ v[c + 1]!
  v[b] = (high >>> 31) | (low << 1)
  v[b + 1] = (low >>> 31) | (high << 1)
}

/** Adds a word of 64 bits to the one at `at`. */
function add(v: Uint32Array, at: number, low: number, high: number): void {
  const sum = v[at]! + low
  v[at] = sum
  v[at + 1] = v[at + 1]! + high + (sum > 0xffffffff ? 1 : 0)
}
