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

/** Versions whose bags read like those of 1.0. */
const KNOWN_VERSIONS = ['0.97', '1.0']

/** Why a bag's declaration can't be accepted, as a sentence; null when it can. */
export function declarationProblem(content: string): string | null {
  const fields = parseBagInfo(content)
  const version = fields.get('bagit-version')
  if (version === undefined) return `${DECLARATION_FILE} names no BagIt version.`
  if (!KNOWN_VERSIONS.includes(version)) {
    return `${DECLARATION_FILE} names BagIt version ${version.slice(0, 20)}, which Dossier doesn’t know.`
  }
  return fields.get('tag-file-character-encoding')?.toUpperCase() === 'UTF-8'
    ? null
    : `${DECLARATION_FILE} names another character encoding than UTF-8.`
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
  const unfolded = content
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  for (const line of unfolded.split('\n')) {
    const match = /^([^:\s][^:]*?)\s*:\s*(.*)$/.exec(line)
    const label = match?.[1]?.toLowerCase()
    if (label !== undefined && !fields.has(label)) fields.set(label, match?.[2]?.trim() ?? '')
  }
  return fields
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

/** A manifest read: SHA-256 in lower case by path, and what is wrong with it, a sentence each. */
export interface Manifest {
  digests: Map<string, string>
  problems: string[]
}

/** Reads a SHA-256 manifest. `name` is the manifest's own, for sentences. */
export function parseManifest(content: string, name: string): Manifest {
  const digests = new Map<string, string>()
  const problems: string[] = []
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    // An asterisk is how checksum programs mark files read as bytes.
    const match = /^([0-9a-f]{64})[ \t]+\*?(.+)$/i.exec(line)
    if (!match) {
      problems.push(`Line ${i + 1} of ${name} is no SHA-256 with a file’s name.`)
      continue
    }
    const path = decodePath(match[2]!).replace(/^\.\//, '')
    if (digests.has(path)) problems.push(`${name} names “${path}” twice.`)
    digests.set(path, match[1]!.toLowerCase())
  }
  return { digests, problems }
}

/** Size and number of the payload's files as `Payload-Oxum` gives them (`octets.streams`); null when it isn't one. */
export function parseOxum(value: string): { bytes: number; files: number } | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(value)
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null
}
