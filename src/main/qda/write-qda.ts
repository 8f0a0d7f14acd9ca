import { writeZip } from '../zip/zip-writer.ts'
import { guidOf } from './guid.ts'
import type { QdaCode, QdaProject, QdaSelection, QdaSource } from './project.ts'
import { element, textElement } from './xml.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
/** Above this size, in bytes, the standard takes no file of a project (REFI-QDA 1.0, 8.5). */
export const LARGEST_FILE = 2 ** 31 - 1

/** A codebook as REFI-QDA 1.0 has it (5.2): a `.qdc` file. It has one code at least. */
export function writeCodebook(codes: readonly QdaCode[], origin: string): string {
  return (
    DECLARATION +
    element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin }, [element('Codes', {}, codeElements(codes))])
  )
}

/**
 * A project as REFI-QDA 1.0 has it (5.3, 8): a `.qdpx` file, with each text as a file of its own (9.1.2), PDFs and pictures beside theirs. The same project gives the same bytes. `user` is the one whom
 * it names as the maker of all of it.
 */
export function writeProject({ name, codes, sources }: QdaProject, origin: string, now: string): Buffer {
  const user = guidOf('user')
  const made = { creatingUserGUID: user, creationDateTime: now }
  const coding = (of: string, code: string): string =>
    element('Coding', { guid: guidOf(`${of} ${code}`), creatingUser: user }, [element('CodeRef', { targetGUID: code })])
  const selection = ({ guid, name: words, description, start, end, codes: own, createdAt }: QdaSelection): string =>
    element(
      'PlainTextSelection',
      {
        guid,
        name: words,
        startPosition: String(start),
        endPosition: String(end),
        creatingUser: user,
        creationDateTime: createdAt
      },
      [...textElement('Description', description), ...own.map((code) => coding(guid, code))]
    )
  const source = ({ guid, name: title, text, selections, codes: own, original }: QdaSource): string => {
    const codings = own.map((code) => coding(guid, code))
    const words = (tag: string, id: string, more: readonly string[]): string =>
      element(tag, { guid: id, name: title, plainTextPath: `internal://${guid}.txt`, creatingUser: user }, [
        ...selections.map(selection),
        ...more
      ])
    if (!original) return words('TextSource', guid, codings)
    // The text of a PDF is its representation, that of a picture its description (REFI-QDA 1.0, 9.1.3 and 9.1.4).
    const [tag, within] =
      original.kind === 'pdf' ? ['PDFSource', 'Representation'] : ['PictureSource', 'TextDescription']
    const path = `internal://${guid}.${original.ending}`
    return element(tag, { guid, name: title, path, creatingUser: user }, [
      ...(text === '' ? [] : [words(within, guidOf(`text of ${guid}`), [])]),
      ...codings
    ])
  }
  const xml =
    DECLARATION +
    element('Project', { xmlns: 'urn:QDA-XML:project:1.0', name, origin, ...made }, [
      element('Users', {}, [element('User', { guid: user, name: 'Dossier' })]),
      ...(codes.length === 0 ? [] : [element('CodeBook', {}, [element('Codes', {}, codeElements(codes))])]),
      ...(sources.length === 0 ? [] : [element('Sources', {}, sources.map(source))])
    ])
  const files = function* (): Generator<readonly [string, Uint8Array]> {
    yield ['project.qde', Buffer.from(xml)]
    for (const { guid, text, original } of sources) {
      if (!original || text !== '') yield [`sources/${guid}.txt`, Buffer.from(text)]
      if (original) yield [`sources/${guid}.${original.ending}`, original.bytes]
    }
  }
  return writeZip(files(), 'deflated')
}

/** Codes within the codes above them, however deep. */
function codeElements(codes: readonly QdaCode[]): string[] {
  const below = new Map<string | null, QdaCode[]>()
  const known = new Set(codes.map(({ guid }) => guid))
  for (const code of codes) {
    const parent = code.parent !== null && known.has(code.parent) ? code.parent : null
    const siblings = below.get(parent)
    if (siblings) siblings.push(code)
    else below.set(parent, [code])
  }
  const written = (code: QdaCode): string =>
    element(
      'Code',
      { guid: code.guid, name: code.name, isCodable: 'true', color: code.colour?.toUpperCase() ?? null },
      [...textElement('Description', code.description), ...(below.get(code.guid) ?? []).map(written)]
    )
  return (below.get(null) ?? []).map(written)
}
