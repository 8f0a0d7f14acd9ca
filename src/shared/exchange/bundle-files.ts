import { placeOfRecord } from '../case/records/places.ts'
import { PAYLOAD } from './bagit.ts'

/** Version of the bundle's layout. Rises with every change that an older reader can't read. */
export const BUNDLE_VERSION = 1

/** Labels of ours in `bag-info.txt`. */
export const VERSION_LABEL = 'Dossier-Bundle-Version'
export const WITHHELD_SOURCES_LABEL = 'Dossier-Withheld-Sources'
export const WITHHELD_BRIEFS_LABEL = 'Dossier-Withheld-Briefs'

/** SHA-256 of the last entry of each log of the case, given also when the logs themselves are left out. */
export const LOG_HEAD_LABEL = 'Dossier-Log-Head'

export const README_FILE = `${PAYLOAD}README.txt`
export const CASE_RECORD_FILE = `${PAYLOAD}case.json`
/** The page that checks PDFs and bundles in a browser. */
export const PAGE_FILE = `${PAYLOAD}verify.html`
export const QUOTES_FILE = `${PAYLOAD}quotes.jsonld`
export const REFERENCES_FILE = `${PAYLOAD}sources.csl.json`

/** A file of a source. */
export function sourceFile(key: string, name: string): string {
  return `${PAYLOAD}sources/${key}/${name}`
}

/** The IRI of a source's text, relative to `QUOTES_FILE`. */
export function textIri(key: string): string {
  return `sources/${key}/text.txt`
}

/** A brief's files without their endings. `number` counts the bundle's briefs from 1. */
export function briefFile(title: string, number: number): string {
  return `${PAYLOAD}briefs/${slug(title)}-${number}`
}

/** A record's file: as in the case, but that the folder of the source that it belongs to has its key for a name. */
export function recordFile(name: string, key: string | null): string {
  return PAYLOAD + (key === null ? name : name.replace(/^sources\/[^/]+\/[^/]+\//, `sources/${key}/`))
}

export function logFile(name: string): string {
  return `${PAYLOAD}log/${name}`
}

/** Small ASCII letters and digits of a title, for a file's name. */
function slug(title: string): string {
  const letters = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return letters === '' ? 'brief' : letters
}

/** What a file of a bundle is, by its path. */
export type BundleFile =
  | { kind: 'source'; key: string; name: string }
  | { kind: 'brief'; path: string }
  | { kind: 'log'; name: string }
  /** `key` is that of the source to which it belongs; `own` its name below that one's folder, or the case's. */
  | { kind: 'record'; path: string; key: string | null; own: string }
  | { kind: 'known' }
  | { kind: 'unknown' }

const KNOWN = new Set([README_FILE, PAGE_FILE, CASE_RECORD_FILE, QUOTES_FILE, REFERENCES_FILE])

/** Tells what a file is. Names and keys of unexpected form make it unknown. */
export function classify(path: string): BundleFile {
  if (KNOWN.has(path)) return { kind: 'known' }
  const source = /^data\/sources\/(S[1-9]\d{0,8})\/(record\.json|text\.json|text\.txt|original\.[a-z0-9]{1,8})$/.exec(
    path
  )
  if (source) return { kind: 'source', key: source[1]!, name: source[2]! }
  if (/^data\/briefs\/[a-z0-9-]+\.json$/.test(path)) return { kind: 'brief', path }
  if (/^data\/briefs\/[a-z0-9-]+\.md$/.test(path)) return { kind: 'known' }
  const [, key = null, own] =
    /^data\/(?:sources\/(S[1-9]\d{0,8})\/|(?=briefs\/|records\/))((?:briefs\/[^/]+\/)?records\/.+)$/.exec(path) ?? []
  const isOfSource = key !== null && own !== undefined
  if (own !== undefined && placeOfRecord(own) && !(isOfSource && own.startsWith('briefs/')))
    return { kind: 'record', path, key, own }
  const log = /^data\/log\/([A-Za-z0-9-]{1,64}\.jsonl)$/.exec(path)
  return log ? { kind: 'log', name: log[1]! } : { kind: 'unknown' }
}
