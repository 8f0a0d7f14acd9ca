import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll } from 'vitest'

const { scrypt } = crypto

/**
 * For the tests of a file that aren't about what a passphrase costs: half a second of work each time becomes nothing. The files still name the full
 * cost, so a case that was sealed so opens in the same file alone, and not in another program.
 */
export function cheapPassphrases(): void {
  beforeAll(() => {
    put(((words: string, salt: Uint8Array, length: number, options: object, done: never): void =>
      scrypt(words, salt, length, { ...options, N: 16 }, done)) as typeof scrypt)
  })
  afterAll(() => put(scrypt))
}

function put(work: typeof scrypt): void {
  crypto.scrypt = work
  syncBuiltinESMExports()
}
