import { readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { ensureFolder, ifThere, storageError, writeDurably } from '../base/durable.ts'
import { parsePublicKey } from '../../shared/signature/minisign.ts'
import type { KnownKey } from '../../shared/signature/judge.ts'
import { publicKeyFile, publicKeyLine, type SecretKey } from './minisign.ts'
import { makeSecretKey, openSecretKey, secretKeyFile } from './secret-key.ts'

/** A shorter passphrase is soon guessed by whoever gets the key's file. */
const LEAST_PASSPHRASE = 8

/**
 * The keys that this machine knows, in a folder that others may not read: `<id>.pub` for each, its name in the comment, and
 * `<id>.key` for those that can sign, sealed with a passphrase. The files are minisign's own.
 */
export class KeyRing {
  private readonly folder: string

  constructor(userData: string) {
    this.folder = join(userData, 'keys')
  }

  /** The keys in the order of their names. */
  async list(): Promise<SigningKey[]> {
    const names = (await ifThere(readdir(this.folder))) ?? []
    const keys: SigningKey[] = []
    for (const name of names.filter((each) => each.endsWith('.pub'))) {
      const parsed = parsePublicKey(await readFile(join(this.folder, name), 'utf8'))
      if (!parsed) {
        throw new DossierError(
          'damaged',
          `The key file “${name}” is damaged. Nothing was changed. Put it back, or remove it from ${this.folder}.`
        )
      }
      const { key, comment } = parsed
      keys.push({ id: key.id, name: comment, publicKey: publicKeyLine(key), canSign: names.includes(`${key.id}.key`) })
    }
    return keys.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  }

  /** Makes a key that signs. @throws DossierError `bad-request`, or a storage failure */
  async create(name: string, passphrase: string): Promise<SigningKey> {
    await this.assertFree(name)
    if (passphrase.length < LEAST_PASSPHRASE) {
      throw new DossierError(
        'bad-request',
        `A key’s passphrase needs at least ${LEAST_PASSPHRASE} characters. No key was made.`
      )
    }
    const key = makeSecretKey()
    await this.write(`${key.id}.key`, await secretKeyFile(key, name, passphrase))
    await this.write(`${key.id}.pub`, publicKeyFile(key, name))
    return { id: key.id, name, publicKey: publicKeyLine(key), canSign: true }
  }

  /** Takes in somebody’s public key: the text of its file or its one line. @throws DossierError `bad-request` */
  async add(text: string, name: string | null): Promise<SigningKey> {
    const parsed = parsePublicKey(text)
    if (!parsed) {
      throw new DossierError(
        'bad-request',
        'This isn’t a public key of minisign: a line that begins with RW. Nothing was changed.'
      )
    }
    const { key, comment } = parsed
    if ((await this.list()).some(({ id }) => id === key.id)) {
      throw new DossierError('bad-request', `The key ${key.id} is known already. Nothing was changed.`)
    }
    const called = name ?? (comment === '' ? key.id : comment)
    await this.assertFree(called)
    await this.write(`${key.id}.pub`, publicKeyFile(key, called))
    return { id: key.id, name: called, publicKey: publicKeyLine(key), canSign: false }
  }

  /** A key by its name, its id or its public key. @throws DossierError `not-found` */
  async find(which: string): Promise<SigningKey> {
    const found = (await this.list()).find(
      ({ id, name, publicKey }) => [name, publicKey].includes(which) || id === which.toUpperCase()
    )
    if (!found)
      throw new DossierError('not-found', `There is no key “${which}” here. “dossier key list” shows those there are.`)
    return found
  }

  /** Removes a key; what it signed stays valid. @throws DossierError `not-found`, or a storage failure */
  async forget(which: string): Promise<SigningKey> {
    const key = await this.find(which)
    try {
      await unlink(join(this.folder, `${key.id}.pub`))
      await ifThere(unlink(join(this.folder, `${key.id}.key`)))
    } catch (error) {
      throw storageError(error, 'the list of keys', 'The key is still known.')
    }
    return key
  }

  /** Opens a key for signing. @throws DossierError `not-found`, `wrong-passphrase`, `damaged` */
  async unlock(which: string, passphrase: string): Promise<SecretKey> {
    const { id, name } = await this.find(which)
    const text = await ifThere(readFile(join(this.folder, `${id}.key`), 'utf8'))
    if (text === undefined || text === null) {
      throw new DossierError(
        'not-found',
        `“${name}” is somebody else’s key: it can check signatures, not make them. Nothing was signed.`
      )
    }
    const key = await openSecretKey(text, passphrase)
    if (key === 'wrong-passphrase') {
      throw new DossierError('wrong-passphrase', `This isn’t the passphrase of the key “${name}”. Nothing was signed.`)
    }
    if (key === 'damaged' || key.id !== id) {
      throw new DossierError(
        'damaged',
        `The file of the key “${name}” is damaged. Nothing was signed. Put it back from a backup, or make a new key.`
      )
    }
    return key
  }

  /** The public key of an id; null when it isn’t known here. */
  async publicKey(id: string): Promise<KnownKey | null> {
    const found = (await this.list()).find((each) => each.id === id)
    const parsed = found ? parsePublicKey(found.publicKey) : null
    return found && parsed ? { key: parsed.key, name: found.name } : null
  }

  private async assertFree(name: string): Promise<void> {
    if (name.trim() === '' || /[\r\n]/.test(name))
      throw new DossierError('bad-request', 'A key needs a name on one line. No key was made.')
    if ((await this.list()).some((key) => key.name === name)) {
      throw new DossierError(
        'bad-request',
        `There is a key “${name}” already. Nothing was changed. Choose another name.`
      )
    }
  }

  private async write(name: string, text: string): Promise<void> {
    try {
      await ensureFolder(this.folder, 0o700)
      await writeDurably(join(this.folder, name), text)
    } catch (error) {
      throw storageError(error, 'the key', 'No key was made.')
    }
  }
}
