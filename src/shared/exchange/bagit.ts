import { say, type Said } from '../wording/say.ts'

/**
 * The tag files of BagIt 1.0 (https://www.rfc-editor.org/rfc/rfc8493): declaration, bag-info and manifests. Manifests are
 * written as `sha256sum -c` reads them.
 */

export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
export const DECLARATION_FILE = 'bagit.txt'
export const INFO_FILE = 'bag-info.txt'
export const MANIFEST_FILE = 'manifest-sha256.txt'
export const TAG_MANIFEST_FILE = 'tagmanifest-sha256.txt'
export const FETCH_FILE = 'fetch.txt'
export const PAYLOAD = 'data/'

/** Versions whose bags can be read (0.93 to 0.97 are the drafts before RFC 8493). */
const KNOWN_VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']

const LONGEST_SHOWN = 240

/** What `bagit.txt` says. */
export interface Declaration {
  version: string
  /** Of the other tag files, as it is written. */
  encoding: string
}

/** Reads `bagit.txt` to the letter (RFC 8493, 2.1.1): two lines, one space after each colon, no byte order mark. Else why it can't be accepted, as a sentence. */
export function readDeclaration(content: string): Declaration | Said {
  if (content.startsWith('\ufeff'))
    return say('{1*} begins with a byte order mark, which it must not.', DECLARATION_FILE)
  const lines = content.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  const version = /^BagIt-Version: (.+)$/.exec(lines[0] ?? '')?.[1]
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? '')?.[1]
  if (version === undefined || !/^\d+\.\d+$/.test(version))
    return say(
      '{1*} names no BagIt version: its first line isn’t “BagIt-Version: ” with a number such as 1.0.',
      DECLARATION_FILE
    )
  if (!KNOWN_VERSIONS.includes(version))
    return say('{1*} names BagIt version {2*}, which Dossier doesn’t know.', DECLARATION_FILE, version.slice(0, 20))
  if (encoding === undefined)
    return say(
      '{1*} names no character encoding: its second line isn’t “Tag-File-Character-Encoding: ” with one such as UTF-8.',
      DECLARATION_FILE
    )
  if (lines.length > 2) return say('{1*} has more than its two lines.', DECLARATION_FILE)
  return { version, encoding }
}

/** `bag-info.txt`: one `Label: value` a line. Line breaks in a value become spaces. */
export function formatBagInfo(fields: readonly (readonly [label: string, value: string])[]): string {
  return fields.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')
}

function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
}

/** Labels in lower case with their values, of a repeated label the first. Indented lines continue the one before. */
export function parseBagInfo(content: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of infoLines(content)) {
    const match = /^([^:\s][^:]*?)\s*:\s*(.*)$/.exec(line)
    const label = match?.[1]?.toLowerCase()
    if (label !== undefined && !fields.has(label)) fields.set(label, match?.[2]?.trim() ?? '')
  }
  return fields
}

function infoLines(content: string): string[] {
  return content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** What isn't as it must be in `bag-info.txt` (RFC 8493, 2.2.2), a sentence each. */
export function infoProblems(content: string): Said[] {
  const lines = infoLines(content)
  const problems: Said[] = []
  if (lines.some((line) => !line.includes(':')))
    problems.push(say('{1*} has a line without a label and a colon.', INFO_FILE))
  if (lines.some((line) => /^(?:\s|:|[^:]*\s:)/.test(line)))
    problems.push(say('{1*} has a label that begins or ends with a space, or none.', INFO_FILE))
  if (lines.filter((line) => /^payload-oxum\s*:/i.test(line)).length > 1)
    problems.push(say('{1*} has more than one Payload-Oxum.', INFO_FILE))
  return problems
}

/** One line of a manifest. */
export function formatManifestLine(sha256: string, path: string): string {
  return `${sha256}  ${encodePath(path)}\n`
}

/** Only these three are encoded (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function decodePath(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** Kinds of checksums, by their name in a manifest's (RFC 8493, 2.4): what they are called, and their length in hexadecimal digits. Strongest first. */
export const ALGORITHMS = {
  sha512: { name: 'SHA-512', digits: 128 },
  sha384: { name: 'SHA-384', digits: 96 },
  sha256: { name: 'SHA-256', digits: 64 },
  sha224: { name: 'SHA-224', digits: 56 },
  sha1: { name: 'SHA-1', digits: 40 },
  md5: { name: 'MD5', digits: 32 }
} as const
export type Algorithm = keyof typeof ALGORITHMS

/** Those for which nobody can make two files with the same checksum. */
export const STRONG: readonly Algorithm[] = ['sha512', 'sha384', 'sha256']

/** The kind of a manifest of the payload or of the tag files by its name; `unknown` for kinds that can't be checked; null for other files. */
export function manifestKind(name: string): { of: 'payload' | 'tags'; algorithm: Algorithm | 'unknown' } | null {
  const match = /^(tag)?manifest-([a-z0-9-]+)\.txt$/i.exec(name)
  if (!match) return null
  const algorithm = match[2]!.toLowerCase().replaceAll('-', '')
  const known = (Object.keys(ALGORITHMS) as Algorithm[]).find((one) => one === algorithm)
  return { of: match[1] === undefined ? 'payload' : 'tags', algorithm: known ?? 'unknown' }
}

/** A manifest read: checksums in lower case by path, what is wrong with it, and what it only should not have, a sentence each. */
export interface Manifest {
  digests: Map<string, string>
  problems: Said[]
  warnings: Said[]
}

/**
 * Reads a manifest. `name` is the manifest's own, for sentences. In the versions before 1.0 a file may be named twice with the same checksum, and `hasFile` tells
 * which of two readings of a name is meant: nothing was encoded in the first of them.
 */
export function parseManifest(
  content: string,
  name: string,
  {
    algorithm = 'sha256',
    version = '1.0',
    hasFile = () => false
  }: { algorithm?: Algorithm; version?: string; hasFile?: (path: string) => boolean } = {}
): Manifest {
  const digests = new Map<string, string>()
  const problems: Said[] = []
  const warnings = new Set<Said>()
  const { name: kind, digits } = ALGORITHMS[algorithm]
  const line = new RegExp(`^([0-9a-f]{${digits}})[ \\t]+(\\*?)(.+)$`, 'i')
  for (const [i, text] of content
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (text.trim() === '') continue
    // An asterisk is how checksum programs mark files read as bytes.
    const match = line.exec(text)
    if (!match) {
      problems.push(say('Line {1#} of {2*} is no {3*} with a file’s name.', i + 1, shown(name), kind))
      continue
    }
    const [, digest, asterisk, written] = match as unknown as [string, string, string, string]
    if (asterisk !== '') warnings.add(say('{1*} marks files with an asterisk, as checksum programs do.', shown(name)))
    if (written.startsWith('./')) warnings.add(say('{1*} has names that begin with “./”.', shown(name)))
    const plain = written.replace(/^\.\//, '')
    const path = version !== '1.0' && hasFile(plain) ? plain : decodePath(plain)
    const known = digests.get(path)
    if (known !== undefined) {
      const twice = say('{1*} names “{2*}” twice.', shown(name), shown(path))
      if (version === '1.0' || known !== digest.toLowerCase()) problems.push(twice)
      else warnings.add(twice)
    }
    digests.set(path, digest.toLowerCase())
  }
  return { digests, problems, warnings: [...warnings] }
}

/** Words from elsewhere as a sentence repeats them: short, and without characters that do something to a screen. */
function shown(words: string): string {
  const plain = words.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd')
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain
}

/** The paths that `fetch.txt` names (RFC 8493, 2.2.3); null for a line that can't be read. */
export function parseFetch(content: string): (string | null)[] {
  return content
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(text)?.[1]
      return path === undefined ? null : decodePath(path).replace(/^\.\//, '')
    })
}

/** Size and number of the payload's files as `Payload-Oxum` gives them (`octets.streams`); null when it isn't one. */
export function parseOxum(value: string): { bytes: number; files: number } | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(value)
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null
}
