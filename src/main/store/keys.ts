import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { ifThere, writeDurably } from '../base/durable.ts'
import { isSealed, SEALED_MARK, type Seal } from './files.ts'
import { sha256 } from '../base/hash.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/** `keys.json` stands twice: without it a sealed case can't be read by anyone. */
export const KEY_FILES = ['keys.json', 'keys.copy.json'] as const

const SALT = 16
const IV = 12
const TAG = 16
const MASTER = 32
/** Bytes of a file of keys: ten times what one has. */
const LARGEST_KEYS = 8192

/** 2^17 rounds take about 0.7 s and 128 MB: what OWASP's password storage guide asks of scrypt (N = 2^17, r = 8, p = 1). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const

/** Base64 of so many bytes. */
function bytesOf(length: number) {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `not ${length} bytes`)
}

const CaseId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

const Kdf = z.object({
  name: z.literal('scrypt'),
  // No weaker than what is written, and no more than a second or two of work: a forged file must not take the machine's memory or time.
  N: z.literal([2 ** 17, 2 ** 18]),
  r: z.literal(8),
  p: z.literal(1),
  salt: bytesOf(SALT)
})

const Master = z.object({ iv: bytesOf(IV), sealed: bytesOf(MASTER), tag: bytesOf(TAG) })

/**
 * What a sealed case tells in clear: the case's id, how the key is made from the passphrase (scrypt, RFC 7914), and the random master key, sealed
 * with it (AES-256-GCM). The first format also had a `state`: cases were sealed file by file in their place, with clear files beside sealed ones.
 * The order of the members is that of the text whose checksum they carry.
 */
export const Keys = z.discriminatedUnion('format', [
  z.object({ format: z.literal('dossier keys 2'), caseId: CaseId, kdf: Kdf, master: Master }),
  z.object({
    format: z.literal('dossier keys 1'),
    caseId: CaseId,
    state: z.enum(['sealing', 'sealed', 'unsealing']),
    kdf: Kdf,
    master: Master
  })
])
export type Keys = z.infer<typeof Keys>

/** A master key with the passphrase's keys that give it. */
export interface OpenKeys {
  keys: Keys
  master: Uint8Array
}

/** The keys of a case, from each of their files that can be read, without doubles; none when it isn't sealed. @throws DossierError `damaged` */
export async function readAllKeys(casePath: string): Promise<Keys[]> {
  let present = false
  const found = new Map<string, Keys>()
  for (const file of KEY_FILES) {
    const keys = await readKeyFile(join(casePath, file))
    if (keys === undefined) continue
    present = true
    if (keys) found.set(checksumOf(keys), keys)
  }
  if (!present || found.size > 0) return [...found.values()]
  throw new DossierError(
    'damaged',
    `The keys of this case are damaged, in both copies (${KEY_FILES.join(', ')}). Nothing was changed. Put them back from a backup of the case.`
  )
}

/** True when both files of a case's keys hold these. */
export async function areWhole(casePath: string, keys: Keys): Promise<boolean> {
  const wanted = checksumOf(keys)
  const found = await Promise.all(KEY_FILES.map((file) => readKeyFile(join(casePath, file))))
  return found.every((one) => one !== null && one !== undefined && checksumOf(one) === wanted)
}

/** The keys of a case; null when it isn't sealed. @throws DossierError `damaged` */
export async function readKeys(casePath: string): Promise<Keys | null> {
  return (await readAllKeys(casePath))[0] ?? null
}

/** What a file of keys holds: undefined when it isn't there, null when it isn't one. */
async function readKeyFile(path: string): Promise<Keys | null | undefined> {
  const entry = await ifThere(lstat(path))
  if (!entry) return undefined
  if (!entry.isFile() || entry.size > LARGEST_KEYS) return null
  return decodeKeys(await readFile(path, 'utf8'))
}

function decodeKeys(text: string): Keys | null {
  const { checksum, ...rest } = (parseJson(text) ?? {}) as { checksum?: unknown }
  const parsed = Keys.safeParse(rest)
  return parsed.success && checksum === checksumOf(parsed.data) ? parsed.data : null
}

/** Writes a case's keys, in both places. Rejects with the system's error. */
export async function writeKeys(casePath: string, keys: Keys): Promise<void> {
  for (const file of [...KEY_FILES].reverse()) {
    await writeDurably(
      join(casePath, file),
      `${JSON.stringify({ ...Keys.parse(keys), checksum: checksumOf(keys) }, null, 1)}\n`
    )
  }
}

function checksumOf(keys: Keys): string {
  return sha256(JSON.stringify(Keys.parse(keys)))
}

/** Makes a new master key for a case. @throws DossierError `bad-request` for an empty passphrase */
export async function createKeys(caseId: string, passphrase: string): Promise<OpenKeys> {
  const master = randomBytes(MASTER)
  return { keys: await wrap(caseId, master, passphrase), master }
}

/** Seals a master key with a passphrase. @throws DossierError `bad-request` for an empty passphrase */
export async function wrap(caseId: string, master: Uint8Array, passphrase: string): Promise<Keys> {
  mustBeUsable(passphrase)
  const salt = randomBytes(SALT)
  const kdf = { name: 'scrypt', ...SCRYPT, salt: salt.toString('base64') } as const
  const about = { format: 'dossier keys 2', caseId, kdf } as const
  const key = await derive(passphrase, salt, SCRYPT)
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  key.fill(0)
  cipher.setAAD(aadOf(about))
  const sealed = Buffer.concat([cipher.update(master), cipher.final()])
  return {
    ...about,
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
  key.fill(0)
  decipher.setAAD(aadOf(keys))
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

/** The first of some keys that a passphrase opens; null when it opens none. */
export async function firstOpened(all: readonly Keys[], passphrase: string): Promise<OpenKeys | null> {
  for (const keys of all) {
    try {
      return { keys, master: await unwrap(keys, passphrase) }
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'wrong-passphrase') throw error
    }
  }
  return null
}

/** Bound to the case, so that the keys of one don't open another, and to all else that stands beside the master key. */
function aadOf(keys: Omit<Extract<Keys, { format: 'dossier keys 2' }>, 'master'> | Keys): Buffer {
  const { format, caseId, kdf } = keys
  if (format === 'dossier keys 1') return Buffer.from(`${format}\n${caseId}\n${keys.state}`)
  return Buffer.from(`${format}\n${caseId}\n${kdf.name}\n${kdf.N}\n${kdf.r}\n${kdf.p}\n${kdf.salt}`)
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
  /** Null once it was wiped. */
  #master: Uint8Array | null

  /** `master` becomes the seal's own: it is zeroed when the seal is wiped. */
  constructor(master: Uint8Array) {
    this.#master = master
  }

  seal(name: string, plain: Uint8Array): Uint8Array {
    const salt = randomBytes(SALT)
    const iv = randomBytes(IV)
    const key = this.#key(salt, 'dossier file 1')
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    key.fill(0)
    cipher.setAAD(Buffer.from(name))
    return Buffer.concat([SEALED_MARK, salt, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  unseal(name: string, stored: Uint8Array): Uint8Array {
    const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
    if (!isSealed(bytes))
      throw new DossierError('damaged', `${name} is damaged: it isn’t sealed as this case’s files are.`)
    const head = SEALED_MARK.length + SALT + IV
    if (bytes.length < head + TAG) throw new DossierError('damaged', `${name} is damaged: it was cut off.`)
    const salt = bytes.subarray(SEALED_MARK.length, SEALED_MARK.length + SALT)
    const iv = bytes.subarray(SEALED_MARK.length + SALT, head)
    const key = this.#key(salt, 'dossier file 1')
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
    key.fill(0)
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

  fingerprint(): string {
    return Buffer.from(this.#key(Buffer.alloc(0), 'dossier fingerprint 1')).toString('hex')
  }

  wipe(): void {
    this.#master?.fill(0)
    this.#master = null
  }

  #key(salt: Uint8Array, use: string): Uint8Array {
    if (this.#master === null)
      throw new DossierError('locked', 'The case was locked before this was done. Open it again with its passphrase.')
    return new Uint8Array(hkdfSync('sha256', this.#master, salt, use, 32))
  }
}
