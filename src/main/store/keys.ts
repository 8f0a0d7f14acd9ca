import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/api/errors.ts'
import { ifThere, writeDurably } from './durable.ts'
import type { Seal } from './files.ts'
import { sha256 } from './hash.ts'
import { parseJson } from './record.ts'

/** `keys.json` stands twice: without it a sealed case can't be read by anyone. */
export const KEY_FILES = ['keys.json', 'keys.copy.json'] as const

/** Marks sealed bytes. */
const MAGIC = Buffer.from('DOSSIER\u0001', 'latin1')
const SALT = 16
const IV = 12
const TAG = 16
const MASTER = 32

/** 2^17 rounds take about 0.7 s and 128 MB: what OWASP's password storage guide asks of scrypt (N = 2^17, r = 8, p = 1). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 }

const Base64 = z.base64()

/**
 * What a sealed case tells in clear: the case's id, how the key is made from the passphrase (scrypt, RFC 7914), and the random master key, sealed
 * with it (AES-256-GCM). `state` is `sealing` or `unsealing` while the case's files are being converted.
 */
export const Keys = z.object({
  format: z.literal('dossier keys 1'),
  caseId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  state: z.enum(['sealing', 'sealed', 'unsealing']),
  kdf: z.object({
    name: z.literal('scrypt'),
    // Bounds, so that a forged file can't take the machine's memory.
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: Base64
  }),
  master: z.object({ iv: Base64, sealed: Base64, tag: Base64 })
})
export type Keys = z.infer<typeof Keys>

/** The keys of a case; null when it isn't sealed. @throws DossierError `damaged`, `case-newer` */
export async function readKeys(casePath: string): Promise<Keys | null> {
  let present = false
  for (const file of KEY_FILES) {
    const text = await ifThere(readFile(join(casePath, file), 'utf8'))
    if (text === undefined) continue
    present = true
    const value = parseJson(text)
    const { checksum, ...rest } = (value ?? {}) as { checksum?: unknown }
    const parsed = Keys.safeParse(rest)
    if (parsed.success && checksum === checksumOf(parsed.data)) return parsed.data
  }
  if (!present) return null
  throw new DossierError(
    'damaged',
    `The keys of this case are damaged, in both copies (${KEY_FILES.join(', ')}). Nothing was changed. Put them back from a backup of the case.`
  )
}

/** Writes a case's keys, in both places. Rejects with the system's error. */
export async function writeKeys(casePath: string, keys: Keys): Promise<void> {
  for (const file of [...KEY_FILES].reverse()) {
    await writeDurably(join(casePath, file), `${JSON.stringify({ ...keys, checksum: checksumOf(keys) }, null, 1)}\n`)
  }
}

function checksumOf(keys: Keys): string {
  return sha256(JSON.stringify(Keys.parse(keys)))
}

/** Makes a new master key for a case. */
export async function createKeys(
  caseId: string,
  passphrase: string,
  state: Keys['state']
): Promise<{ keys: Keys; master: Uint8Array }> {
  const master = randomBytes(MASTER)
  return { keys: await wrap(caseId, master, passphrase, state), master }
}

/** Seals a master key with a passphrase. */
export async function wrap(
  caseId: string,
  master: Uint8Array,
  passphrase: string,
  state: Keys['state']
): Promise<Keys> {
  mustBeUsable(passphrase)
  const salt = randomBytes(SALT)
  const key = await derive(passphrase, salt, SCRYPT)
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(aadOf(caseId, state))
  const sealed = Buffer.concat([cipher.update(master), cipher.final()])
  return {
    format: 'dossier keys 1',
    caseId,
    state,
    kdf: { name: 'scrypt', ...SCRYPT, salt: salt.toString('base64') },
    master: {
      iv: iv.toString('base64'),
      sealed: sealed.toString('base64'),
      tag: cipher.getAuthTag().toString('base64')
    }
  }
}

/** The master key. @throws DossierError `wrong-passphrase` */
export async function unwrap(keys: Keys, passphrase: string): Promise<Uint8Array> {
  const { kdf, master } = keys
  const key = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(master.iv, 'base64'), { authTagLength: TAG })
  decipher.setAAD(aadOf(keys.caseId, keys.state))
  decipher.setAuthTag(Buffer.from(master.tag, 'base64'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(master.sealed, 'base64')), decipher.final()])
  } catch (error) {
    // The keys' checksum was right, so it's the passphrase that isn't.
    throw new DossierError(
      'wrong-passphrase',
      'This passphrase doesn’t open the case. Nothing was changed. Try again.',
      {
        cause: error
      }
    )
  }
}

/**
 * Bound to the case, so that the keys of one don't open another, and to the state, so that nobody without the passphrase can make Dossier take
 * files that aren't sealed.
 */
function aadOf(caseId: string, state: Keys['state']): Buffer {
  return Buffer.from(`dossier keys 1\n${caseId}\n${state}`)
}

function mustBeUsable(passphrase: string): void {
  if (passphrase.normalize('NFC').trim() === '')
    throw new DossierError('bad-request', 'The passphrase is empty. Choose one of several words.')
}

function derive(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: { N: number; r: number; p: number }
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Composed characters, so that the same passphrase typed on another system is the same (RFC 8265).
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key)
    )
  })
}

/**
 * Seals files with AES-256-GCM. Each gets a key of its own from the master key (HKDF-SHA-256, RFC 5869, with a random salt), and its name is
 * authenticated with it: a sealed file can't be put in another's place.
 *
 * Layout: magic (8 bytes), salt (16), iv (12), sealed bytes, tag (16).
 */
export class MasterSeal implements Seal {
  readonly #master: Uint8Array
  /** Files that aren't sealed (yet) are taken as they are: only while a case is being converted. */
  readonly #mixed: boolean

  constructor(master: Uint8Array, { mixed = false } = {}) {
    this.#master = master
    this.#mixed = mixed
  }

  seal(name: string, plain: Uint8Array): Uint8Array {
    const salt = randomBytes(SALT)
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', this.#key(salt), iv)
    cipher.setAAD(Buffer.from(name))
    return Buffer.concat([MAGIC, salt, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  unseal(name: string, stored: Uint8Array): Uint8Array {
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
    if (!isSealed(bytes)) {
      if (this.#mixed) return stored
      throw new DossierError('damaged', `${name} is damaged: it isn’t sealed as this case’s files are.`)
    }
    const head = MAGIC.length + SALT + IV
    if (bytes.length < head + TAG) throw new DossierError('damaged', `${name} is damaged: it was cut off.`)
    const salt = bytes.subarray(MAGIC.length, MAGIC.length + SALT)
    const iv = bytes.subarray(MAGIC.length + SALT, head)
    const decipher = createDecipheriv('aes-256-gcm', this.#key(salt), iv, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(head, bytes.length - TAG)), decipher.final()])
    } catch (error) {
      throw new DossierError('damaged', `${name} is damaged: it isn’t what was sealed under this name.`, {
        cause: error
      })
    }
  }

  #key(salt: Uint8Array): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#master, salt, 'dossier file 1', 32))
  }
}

/** True for bytes that look sealed. */
export function isSealed(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && MAGIC.equals(bytes.subarray(0, MAGIC.length))
}
