import { webcrypto } from 'node:crypto'
import { CryptoEngine } from 'pkijs'

/** Cryptography of public keys, as Node has it. */
export const nodeEngine = new CryptoEngine({ name: 'node', crypto: webcrypto as never })
