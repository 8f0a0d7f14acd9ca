import { basename, resolve } from 'node:path'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Workspace } from '../workspace.ts'
import type { Answer } from './output.ts'
import { passphrases, type Passphrases } from './passphrase.ts'
import { columns, line, lines, say } from './printable.ts'
import { readIfThere } from './read-file.ts'
import type { Verb, VerbGroup } from './verb.ts'

const NEW: Verb = {
  args: '',
  summary: 'make a key that signs',
  define: (command, run) =>
    command
      .option('--name <name>', 'its name', 'My key')
      .action((options: { name: string }) => run((workspace, words) => newKey(workspace, options.name, words)))
}

/** `dossier key new`: makes a key that signs. */
async function newKey(workspace: Workspace, name: string, words: Passphrases): Promise<Answer> {
  const key = await workspace.handlers['signature.newKey']({ name, passphrase: await words.first() })
  const made = say`Made the key “${key.name}” (${key.id}). Others check your signatures with its public key:`
  const text = lines(made, line(key.publicKey))
  return { json: key, text }
}

const LIST: Verb = {
  args: '',
  summary: 'list the keys',
  define: (command, run) => command.action(() => run(listKeys))
}

/** `dossier key list`: the keys that this machine knows. */
async function listKeys(workspace: Workspace): Promise<Answer> {
  const keys = await workspace.handlers['signature.keys']({})
  const text = keys.length === 0 ? say`No key is known. “dossier key new” makes one.` : columns(keys.map(row))
  return { json: keys, text }
}

const SHOW: Verb = {
  args: '<key>',
  summary: 'print the public key of a key, for others',
  define: (command, run) => command.action((which: string) => run((workspace) => showKey(workspace, which)))
}

/** `dossier key show`: a key with its public key, for others. */
async function showKey(workspace: Workspace, which: string): Promise<Answer> {
  const key = await workspace.handlers['signature.find']({ which })
  return { json: key, text: line(key.publicKey) }
}

const IMPORT: Verb = {
  args: '<public-key>',
  summary: 'take in somebody’s public key: its line, or a file with it',
  define: (command, run) =>
    command
      .option('--name <name>', 'the name under which it is known here')
      .action((given: string, options: { name?: string }) =>
        run((workspace) => importKey(workspace, given, options.name))
      )
}

/** `dossier key import`: takes in somebody's public key, its line or a file with it. */
async function importKey(workspace: Workspace, given: string, name: string | undefined): Promise<Answer> {
  const text = given.startsWith('RW') ? given : await readIfThere(given)
  if (text === undefined) throw new DossierError('not-found', `There is no file “${given}”. Nothing was changed.`)
  const key = await workspace.handlers['signature.addKey']({ publicKey: text, name: name ?? null })
  return { json: key, text: say`Signatures by “${key.name}” (${key.id}) can be checked now.` }
}

const FORGET: Verb = {
  args: '<key>',
  summary: 'remove a key',
  define: (command, run) => command.action((which: string) => run((workspace) => forgetKey(workspace, which)))
}

/** `dossier key forget`: removes a key. */
async function forgetKey(workspace: Workspace, which: string): Promise<Answer> {
  const key = await workspace.handlers['signature.find']({ which })
  await workspace.handlers['signature.forgetKey']({ id: key.id })
  return { json: key, text: say`Forgot the key “${key.name}” (${key.id}).` }
}

export const SIGN: Verb = {
  args: '<file>',
  summary:
    'sign a file: the signature, in the format of minisign, is written beside it; with --certificate a PDF is signed within the file (PAdES)',
  define: (command, run) =>
    command
      .option('--key <key>', 'the key that signs: its name or id; needed when there are several')
      .option(
        '--certificate <file>',
        'sign within the PDF with this certificate (PKCS#12: .p12, .pfx); its passphrase is asked for'
      )
      .option('--out <file>', 'with --certificate: where the signed PDF goes; else it takes the place of the PDF')
      .option('--name <text>', 'with --certificate: who signs, in your words')
      .option('--reason <text>', 'with --certificate: why')
      .option('--place <text>', 'with --certificate: where')
      .option('--visible', 'with --certificate: show it in the frame of a PDF that was exported with --signature-frame')
      .action((path: string, options: { key?: string } & CertificateFlags) => {
        const { certificate, key } = options
        if (certificate === undefined && CERTIFICATE_ONLY.some((each) => options[each] !== undefined))
          command.error('error: --out, --name, --reason, --place and --visible go with --certificate.')
        if (certificate !== undefined && key !== undefined)
          command.error('error: sign with --key or with --certificate, one at a time.')
        return run((workspace, words) =>
          certificate === undefined
            ? sign(workspace, path, key, words)
            : certify(workspace, path, { ...options, certificate }, words)
        )
      })
}

interface CertificateFlags {
  certificate?: string
  out?: string
  name?: string
  reason?: string
  place?: string
  visible?: boolean
}

const CERTIFICATE_ONLY = ['out', 'name', 'reason', 'place', 'visible'] as const

/** `dossier sign --certificate`: signs a PDF within the file. */
async function certify(
  workspace: Workspace,
  path: string,
  { certificate, out, name = '', reason = '', place = '', visible = false }: CertificateFlags & { certificate: string },
  words: Passphrases
): Promise<Answer> {
  const signed = await workspace.handlers['signature.certify']({
    path: resolve(path),
    out: out === undefined ? null : resolve(out),
    certificate: resolve(certificate),
    passphrase: await words.current(),
    name,
    reason,
    place,
    visible
  })
  return { json: signed, text: say`Signed ${signed.path} within the file (SHA-256 ${signed.sha256})` }
}

/** `dossier sign`: writes a signature beside a file. */
async function sign(
  workspace: Workspace,
  path: string,
  which: string | undefined,
  words: Passphrases
): Promise<Answer> {
  const key = await signerOf(workspace, which)
  const request = { path: resolve(path), keyId: key.id, passphrase: await words.current() }
  const { path: signature } = await workspace.handlers['signature.sign'](request)
  return { json: { path: signature, key: key.id }, text: say`Signed ${basename(path)} as “${key.name}”: ${signature}` }
}

/** The options of `dossier export` that ask for a signature. */
export interface SignFlags {
  sign: boolean
  key?: string
  keyPassphraseFile?: string
}

/** The key that signs an export with its passphrase; null when none is asked for. */
export async function signRequest(
  workspace: Workspace,
  flags: SignFlags
): Promise<{ keyId: string; passphrase: string } | null> {
  if (!flags.sign) return null
  const { id } = await signerOf(workspace, flags.key)
  const words = passphrases({ file: flags.keyPassphraseFile, newFile: undefined, option: '--key-passphrase-file' })
  return { keyId: id, passphrase: await words.current() }
}

function signerOf(workspace: Workspace, which: string | undefined): Promise<SigningKey> {
  return workspace.handlers['signature.signer'](which === undefined ? {} : { which })
}

function row({ id, name, canSign, publicKey }: SigningKey): string[] {
  return [id, canSign ? 'signs' : 'checks', publicKey, name]
}

/** `dossier key`. */
export const KEY: VerbGroup = {
  summary: 'keys that sign PDFs and check signatures',
  verbs: { new: NEW, list: LIST, show: SHOW, import: IMPORT, forget: FORGET }
}
