import { ZipArchive } from '../../../zip/zip-archive.ts'
import { writeZip } from '../../../zip/zip-writer.ts'

/** What an archive of our own may hold: no limit but memory's. */
const LIMITS = { entries: 100_000, entryBytes: 2 ** 31, totalBytes: 2 ** 32 }

/**
 * Writes a Word document anew so that its bytes tell nothing of when and where it was made: dates from `date` (ISO 8601),
 * ids of relations by their order instead of chance, entries of the zip without times and in the order of their names
 * behind the list of types, which some programs want first.
 */
export async function settle(docx: Uint8Array, date: string): Promise<Uint8Array> {
  const archive = await ZipArchive.ofBytes(docx, 'the document', LIMITS)
  try {
    const files: [string, Uint8Array][] = []
    for (const { path } of archive.items) files.push([path, await archive.read(path)])
    const first = '[Content_Types].xml'
    files.sort(([a], [b]) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1))
    const renamed = new Map(IDS.map(([name]) => [name, new Map<string, string>()]))
    const anew = files.map(([path, bytes]) => [path, settled(path, bytes, date, renamed)] as const)
    return new Uint8Array(writeZip(anew, 'deflated'))
  } finally {
    await archive.close()
  }
}

/**
 * Ids that the library draws by lot or counts over all documents that it makes, by what they are called anew. They are
 * replaced where they stand: in attributes and field instructions, which text can't imitate since its quote marks and
 * angle brackets are escaped.
 */
const IDS: readonly (readonly [name: string, place: RegExp])[] = [
  ['rIdLink', /(?<=\b(?:Id|r:id|r:embed|r:link)=")rId[\w-]{21}(?=")/g],
  ['', /(?<=<w:bookmark(?:Start|End)\b[^<>]* w:id=")\d+(?=")/g],
  ['_Toc', /(?<=w:(?:anchor|name)="|<w:instrText\b[^<>]*>PAGEREF )_Toc\d+\b/g]
]
const TIMES = /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g

type Renamed = ReadonlyMap<string, Map<string, string>>

function settled(path: string, bytes: Uint8Array, date: string, renamed: Renamed): Uint8Array {
  if (!/\.(xml|rels)$/.test(path)) return bytes
  let text = Buffer.from(bytes).toString('utf8')
  if (path === 'docProps/core.xml') return Buffer.from(text.replace(TIMES, `$1${date}`))
  for (const [name, place] of IDS) {
    const ids = renamed.get(name)!
    text = text.replace(place, (id) => {
      const known = ids.get(id) ?? `${name}${ids.size + 1}`
      ids.set(id, known)
      return known
    })
  }
  return Buffer.from(text)
}
