import { Parser } from 'htmlparser2'
import { DossierError } from '../../shared/errors/errors.ts'
import { ZipArchive, type ZipLimits } from '../zip/zip-archive.ts'
import { readGuid } from './guid.ts'
import type { QdaCode, QdaProject, QdaSelection } from './project.ts'

/** Bytes of the description of a project or codebook; it is held in memory. */
export const LARGEST_XML = 32 * 1024 ** 2
const LIMITS: ZipLimits = { entries: 50_000, entryBytes: 64 * 1024 ** 2, totalBytes: 1024 * 1024 ** 2 }
/** Elements within one another, at most: codes of codes of codes. */
const DEEPEST = 200
const MOST_CODES = 50_000
const MOST_SELECTIONS = 200_000

/** A source of a project that was read, with its text or the reason why that can't be had. */
interface Listed {
  guid: string
  name: string
  /** In the project's description itself, or in a file beside it. */
  content: string | null
  path: string | null
  /** What the text was had from, where it's of a file. */
  of: 'pdf' | 'picture' | null
  selections: QdaSelection[]
  codes: string[]
}

/** What was read, and what it has that Dossier has no place for: how many of each. */
export interface ReadProject extends QdaProject {
  discarded: ReadonlyMap<string, number>
}

/** Reads a codebook of REFI-QDA (`.qdc`). @throws DossierError `unreadable`, `too-large` */
export function readCodebook(
  bytes: Uint8Array,
  name: string
): { codes: QdaCode[]; discarded: ReadonlyMap<string, number> } {
  const { codes, discarded } = readXml(bytes, name, 'CodeBook')
  return { codes, discarded }
}

/** Reads a project of REFI-QDA (`.qdpx`): its codes, and its texts with their selections. @throws DossierError `unreadable`, `unsupported`, `too-large` */
export async function readProject(bytes: Uint8Array, name: string): Promise<ReadProject> {
  const archive = await ZipArchive.ofBytes(bytes, name, LIMITS)
  try {
    const entry = archive.items.find(({ path }) => /^(?:[^/]*\/)?project\.qde$/i.test(path))
    if (!entry) throw notReadable(name, 'it holds no project.qde')
    const { listed, ...read } = readXml(await archive.read(entry.path), name, 'Project')
    const discarded = new Map(read.discarded)
    const paths = new Map(archive.items.map(({ path }) => [path.toLowerCase(), path]))
    const sources: QdaProject['sources'] = []
    for (const { content, path, of, ...source } of listed) {
      const file = path === null ? undefined : fileOf(path, paths)
      if (content === null && file === undefined) {
        count(discarded, of === 'picture' ? 'pictures' : 'sources without a text in the project')
        continue
      }
      if (of !== null) count(discarded, of === 'pdf' ? PDF_FILES : PICTURE_FILES)
      const text = content ?? decoded(await archive.read(file!), name)
      sources.push({ ...source, text })
    }
    return { ...read, sources, discarded }
  } finally {
    await archive.close()
  }
}

/** The file of an archive that an address names; undefined for one outside of it. */
function fileOf(address: string, paths: ReadonlyMap<string, string>): string | undefined {
  const [, own] = /^internal:\/\/\/?(.+)$/i.exec(address) ?? []
  if (own === undefined) return undefined
  return paths.get(`sources/${own}`.toLowerCase()) ?? paths.get(own.toLowerCase())
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    // Without a byte-order mark, which no position counts.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw notReadable(name, 'a text in it isn’t in UTF-8')
    throw error
  }
}

const PDF_FILES = 'files of PDFs, of which the text was taken over'
const PICTURE_FILES = 'files of pictures, of which the text was taken over'

/** Elements whose content is of something that Dossier has no place for, as they're told of. */
const PASSED_OVER: Record<string, string> = {
  Set: 'sets',
  Case: 'cases',
  Variable: 'variables',
  Note: 'memos',
  Link: 'links',
  Graph: 'graphs',
  AudioSource: 'recordings',
  VideoSource: 'films',
  PDFSelection: 'areas of PDF pages',
  PictureSelection: 'areas of pictures'
}

/**
 * Reads the elements of REFI-QDA as they come. Nothing is built of what isn't asked for, document types and their entities are passed over, and what isn't closed
 * is refused.
 */
function readXml(
  bytes: Uint8Array,
  name: string,
  root: 'CodeBook' | 'Project'
): { name: string; codes: QdaCode[]; listed: Listed[]; discarded: Map<string, number> } {
  if (bytes.length > LARGEST_XML)
    throw new DossierError(
      'too-large',
      `“${name}” describes more than Dossier reads at once (32 MB). Nothing was imported; the file is unchanged.`
    )
  const codes: QdaCode[] = []
  const listed: Listed[] = []
  const discarded = new Map<string, number>()
  const stack: string[] = []
  const codesOpen: QdaCode[] = []
  let projectName = ''
  let source: Listed | null = null
  let selection: QdaSelection | null = null
  let selections = 0
  /** How deep in `stack` what is passed over began; null outside. */
  let skipFrom: number | null = null
  let text: string[] | null = null
  let isWhole = false
  /** Where the tag stands that opened an element last. */
  let openedAt = -1
  const fail = (why: string): never => {
    throw notReadable(name, why)
  }
  const local = (tag: string): string => tag.slice(tag.indexOf(':') + 1)
  const guid = (value: string | undefined): string => readGuid(value) ?? fail('an element has no GUID')
  const open = (tag: string, given: Record<string, string>): void => {
    switch (tag) {
      case 'Project':
        projectName = given['name'] ?? ''
        break
      case 'Code': {
        if (codes.length >= MOST_CODES) fail('it has more codes than Dossier takes')
        const colour = /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i.exec(given['color'] ?? '')?.[0].toLowerCase() ?? null
        const code: QdaCode = {
          guid: guid(given['guid']),
          name: given['name'] ?? '',
          colour: colour?.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour,
          description: '',
          parent: codesOpen.at(-1)?.guid ?? null
        }
        codes.push(code)
        codesOpen.push(code)
        break
      }
      case 'TextSource':
      case 'PDFSource':
      case 'PictureSource':
        source = {
          ...{ guid: guid(given['guid']), name: given['name'] ?? '', content: null },
          of: tag === 'PDFSource' ? 'pdf' : tag === 'PictureSource' ? 'picture' : null,
          ...{ path: given['plainTextPath'] ?? null, selections: [], codes: [] }
        }
        break
      // The text of a PDF or a picture, to which its selections refer.
      case 'Representation':
      case 'TextDescription':
        if (source) source.path = given['plainTextPath'] ?? source.path
        break
      case 'PlainTextSelection': {
        if (++selections > MOST_SELECTIONS) fail('it has more selections than Dossier takes')
        const [start, end] = [Number(given['startPosition']), Number(given['endPosition'])]
        if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start)
          fail('a selection has no place')
        selection = {
          ...{ guid: guid(given['guid']), name: given['name'] ?? '', description: '', start, end, codes: [] },
          createdAt: given['creationDateTime'] ?? null
        }
        source?.selections.push(selection)
        break
      }
      case 'CodeRef': {
        const of = selection ?? source
        if (of && stack.at(-1) === 'Coding') of.codes.push(guid(given['targetGUID']))
        break
      }
      case 'Description':
      case 'PlainTextContent':
        text = []
        break
    }
  }
  const close = (tag: string): void => {
    const said = text?.join('') ?? ''
    switch (tag) {
      case 'Code':
        codesOpen.pop()
        break
      case 'TextSource':
      case 'PDFSource':
      case 'PictureSource':
        if (source) listed.push(source)
        source = null
        break
      case 'PlainTextSelection':
        selection = null
        break
      case 'Description': {
        const of = stack.at(-1)
        if (of === 'PlainTextSelection' && selection) selection.description = said
        if (of === 'Code' && codesOpen.length > 0) codesOpen.at(-1)!.description = said
        text = null
        break
      }
      case 'PlainTextContent':
        if (source) source.content = said
        text = null
        break
    }
  }
  const parser = new Parser(
    {
      onopentag: (tag, given) => {
        const name = local(tag)
        if (stack.length === 0 && name !== root) fail(`it isn’t a ${root === 'CodeBook' ? 'codebook' : 'project'}`)
        if (stack.length >= DEEPEST) fail('its elements stand too deep within one another')
        const words = PASSED_OVER[name]
        if (words !== undefined && skipFrom === null) {
          count(discarded, words)
          skipFrom = stack.length
        }
        if (skipFrom === null) open(name, given)
        openedAt = parser.startIndex
        stack.push(name)
      },
      ontext: (data) => text?.push(data),
      onclosetag: (tag, isImplied) => {
        // Of an element that is empty, both ends are one tag.
        if (isImplied && parser.startIndex !== openedAt) fail('it is cut off')
        if (stack.pop() !== local(tag)) fail('its elements don’t close')
        if (skipFrom === stack.length) {
          skipFrom = null
          return
        }
        if (skipFrom === null) close(local(tag))
        if (stack.length === 0) isWhole = true
      }
    },
    { xmlMode: true, decodeEntities: true }
  )
  parser.write(decoded(bytes, name))
  parser.end()
  if (!isWhole) fail('it is cut off')
  return { name: projectName, codes, listed, discarded }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function notReadable(name: string, why: string): DossierError {
  return new DossierError(
    'unreadable',
    `“${name}” can’t be read as REFI-QDA: ${why}. Nothing was imported; the file is unchanged. Export it again from where it came.`
  )
}
