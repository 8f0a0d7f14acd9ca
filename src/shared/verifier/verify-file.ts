import type { PdfObjects } from '../pdf/file.ts'
import { namesOf } from '../pdf/page-tree.ts'
import { isArray, isDict, PdfString, Stream, type Dict, type Value } from '../pdf/value.ts'
import { excerpt } from './word-difference.ts'
import { FINGERPRINT_KEY, VERSION_KEY } from '../proof/proof.ts'
import { PROOF_NAME } from '../composition/summary.ts'
import { say, type Said } from '../wording/say.ts'

/** What the objects of a file hold besides its pages. */
export interface FileParts {
  title: string
  author: string
  fingerprint: string | null
  /** The version of the proof that the properties tell of; null where they tell of none. */
  version: string | null
  /** Each attached proof: its bytes, the dictionary of its stream, and the dates that it gives. */
  proofs: { bytes: Uint8Array; stream: Dict; dates: string[] }[]
}

/** The media type of the attached proof. */
const PROOF_TYPE = 'application/ld+json'
/** What the stream of the attached proof has, besides how it is packed. */
const OF_PROOF = new Set(['Type', 'Subtype', 'Params', 'Length', 'Filter', 'DecodeParms'])
const OF_PARAMETERS = new Set(['Size', 'CreationDate', 'ModDate', 'CheckSum'])

/** Reads what a file holds besides its pages, and says what doesn't belong into an export. Throws `MalformedPdf`. */
export function checkFile(objects: PdfObjects, problems: Said[]): FileParts {
  const root = objects.dict(objects.trailer.get('Root'))
  const info = objects.dict(objects.trailer.get('Info'))
  if (objects.updates > 0) {
    problems.push(
      objects.updates === 1
        ? say('Something was added to the file once after it was exported. Ask for the PDF as it was exported.')
        : say(
            'Something was added to the file {1#} times after it was exported. Ask for the PDF as it was exported.',
            objects.updates
          )
    )
  }
  const text = (key: string): string | null => {
    const value = objects.get(info, key)
    return value instanceof PdfString && value.bytes.length > 0 ? value.text : null
  }
  return {
    title: text('Title') ?? '',
    author: text('Author') ?? '',
    fingerprint: text(FINGERPRINT_KEY),
    version: text(VERSION_KEY),
    proofs: attachments(objects, root, problems)
  }
}

/** The attached proofs; other files that are attached are told of. */
function attachments(objects: PdfObjects, root: Dict | null, problems: Said[]): FileParts['proofs'] {
  const names = objects.dict(root?.get('Names'))
  const entries = namesOf(objects, names?.get('EmbeddedFiles')).map(([name, value]) => ({
    name,
    file: objects.dict(value)
  }))
  const associated = objects.get(root, 'AF')
  for (const value of isArray(associated) ? associated : []) {
    const file = objects.dict(value)
    if (file && !entries.some((entry) => entry.file === file)) entries.push({ name: objects.get(file, 'UF'), file })
  }
  const proofs: FileParts['proofs'] = []
  for (const { name, file } of entries) {
    const called = new Set([name, objects.get(file, 'F'), objects.get(file, 'UF')].flatMap(textOf))
    if (called.size !== 1 || !called.has(PROOF_NAME))
      problems.push(
        say(
          'The PDF carries the file “{1*}”, which wasn’t in it when it was exported.',
          excerpt([...called].find((each) => each !== PROOF_NAME) ?? '')
        )
      )
    else proofs.push(...contents(objects, file, problems))
  }
  return proofs
}

/** The bytes of an attached file, for each of those that it has under different keys. */
function contents(objects: PdfObjects, file: Dict | null, problems: Said[]): FileParts['proofs'] {
  const streams = new Set([...(objects.dict(file?.get('EF'))?.values() ?? [])].map(objects.resolve))
  return [...streams].flatMap((stream) => {
    const bytes = stream instanceof Stream ? objects.data(stream) : null
    if (!bytes || !(stream instanceof Stream)) return []
    if (!isPlain(objects, stream.dict, bytes.length))
      problems.push(say('The attached proof tells other things of itself than an export does: it was changed.'))
    const parameters = objects.dict(stream.dict.get('Params'))
    const dates = ['CreationDate', 'ModDate'].flatMap((key) => textOf(objects.get(parameters, key)))
    return [{ bytes, stream: stream.dict, dates }]
  })
}

/** Whether the stream of a proof has what an export gives it, and no more: its own digests leave it out. */
function isPlain(objects: PdfObjects, stream: Dict, size: number): boolean {
  const parameters = objects.get(stream, 'Params')
  if ([...stream.keys()].some((key) => !OF_PROOF.has(key))) return false
  if (objects.name(stream, 'Type') !== 'EmbeddedFile' || objects.name(stream, 'Subtype') !== PROOF_TYPE) return false
  if (parameters === null) return true
  if (!isDict(parameters) || [...parameters.keys()].some((key) => !OF_PARAMETERS.has(key))) return false
  return !parameters.has('Size') || objects.get(parameters, 'Size') === size
}

function textOf(value: Value): string[] {
  return value instanceof PdfString ? [value.text] : []
}
