import { createPublicKey, createPrivateKey, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { fromBase64 } from '../../shared/signature/base64.ts'
import { idText, linesOf } from '../../shared/signature/minisign.ts'
import { idBytes, oneLine, type SecretKey } from './minisign.ts'

/**
 * Secret keys as minisign keeps them: encrypted with a stream that scrypt makes of the passphrase. The limits are those of
 * libsodium; these make scrypt use N = 2^17, r = 8, p = 1, which takes 128 MiB.
 */
const OPERATIONS = 4_194_304
const MEMORY = 134_217_728
/** Files that ask for more memory than minisign's own are refused. */
const MOST_MEMORY = 1 << 30

const HEAD = 'EdScB2'
const BODY = 104

/** Makes a new key at random. */
export function makeSecretKey(): SecretKey {
  const seed = randomBytes(32)
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
  const own = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(own).export({ format: 'jwk' })
  return { id: idText(randomBytes(8)), bytes: Buffer.from(x ?? '', 'base64url'), seed }
}

/** The file of a secret key, sealed with a passphrase. */
export async function secretKeyFile(key: SecretKey, comment: string, passphrase: string): Promise<string> {
  const salt = randomBytes(32)
  const secret = Buffer.concat([key.seed, key.bytes])
  const body = Buffer.concat([idBytes(key.id), secret, checksum(key.id, secret)])
  const limits = Buffer.alloc(16)
  limits.writeBigUInt64LE(BigInt(OPERATIONS), 0)
  limits.writeBigUInt64LE(BigInt(MEMORY), 8)
  const sealed = mixed(body, await stream(passphrase, salt, OPERATIONS, MEMORY))
  const line = Buffer.concat([Buffer.from(HEAD), salt, limits, sealed]).toString('base64')
  return `untrusted comment: ${oneLine(comment)}\n${line}\n`
}

/** Opens the file of a secret key; `damaged` when it isn't one, `wrong-passphrase` when it doesn't open. */
export async function openSecretKey(
  text: string,
  passphrase: string
): Promise<SecretKey | 'damaged' | 'wrong-passphrase'> {
  const lines = linesOf(text)
  const found = lines.length === 2 ? fromBase64(lines[1]!) : null
  if (found?.length !== HEAD.length + 48 + BODY) return 'damaged'
  const bytes = Buffer.from(found)
  const operations = Number(bytes.readBigUInt64LE(38))
  const memory = Number(bytes.readBigUInt64LE(46))
  if (bytes.toString('latin1', 0, 6) !== HEAD || memory > MOST_MEMORY || operations > MOST_MEMORY) return 'damaged'
  const body = mixed(bytes.subarray(54), await stream(passphrase, bytes.subarray(6, 38), operations, memory))
  const id = idText(body.subarray(0, 8))
  const secret = body.subarray(8, 72)
  if (!timingSafeEqual(body.subarray(72), checksum(id, secret))) return 'wrong-passphrase'
  return { id, seed: secret.subarray(0, 32), bytes: secret.subarray(32) }
}

function checksum(id: string, secret: Uint8Array): Uint8Array {
  return blake2b(Buffer.concat([Buffer.from('Ed'), idBytes(id), secret]), { dkLen: 32 })
}

function mixed(bytes: Uint8Array, stream: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, i) => byte ^ stream[i]!))
}

/** scrypt with the parameters that libsodium takes from its limits. */
function stream(passphrase: string, salt: Uint8Array, operations: number, memory: number): Promise<Uint8Array> {
  const r = 8
  const most = Math.max(operations, 32768)
  const few = most < memory / 32
  const limit = few ? most / (r * 4) : memory / (r * 128)
  let N = 2
  while (N <= limit / 2) N *= 2
  const p = few ? 1 : Math.max(1, Math.floor(Math.min(most / 4 / N, 0x3fffffff) / r))
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, BODY, { N, r, p, maxmem: 128 * N * r + 128 * r * p + (1 << 20) }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
