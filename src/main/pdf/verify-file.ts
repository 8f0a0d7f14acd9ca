import type { PdfObjects } from './objects/file.ts'
import { namesOf, pagesOf } from './objects/page-tree.ts'
import { isArray, PdfString, Stream, type Dict, type Value } from './objects/value.ts'
import { excerpt } from './word-difference.ts'
import { FINGERPRINT_KEY } from '../../shared/proof/proof.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'

/** What the objects of a file hold besides its pages. */
export interface FileParts {
  pages: number
  title: string
  author: string
  fingerprint: string | null
  /** The bytes of each attached proof. */
  proofs: Uint8Array[]
}

/** Entries of the catalogue that an export has, or that change neither look nor behaviour. */
const KNOWN = new Set([
  'Type',
  'Version',
  'Extensions',
  'Pages',
  'PageLabels',
  'Names',
  'Dests',
  'ViewerPreferences',
  'PageLayout',
  'PageMode',
  'Outlines',
  'Metadata',
  'StructTreeRoot',
  'MarkInfo',
  'Lang',
  'OutputIntents',
  'AF'
])
const KNOWN_NAMES = new Set(['Dests', 'EmbeddedFiles'])

/** Reads what a file holds besides its pages, and says what doesn't belong into an export. Throws `MalformedPdf`. */
export function checkFile(objects: PdfObjects, problems: string[]): FileParts {
  const root = objects.dict(objects.trailer.get('Root'))
  const info = objects.dict(objects.trailer.get('Info'))
  const names = objects.dict(root?.get('Names'))
  if (objects.updates > 0) {
    const times = objects.updates === 1 ? 'once' : `${objects.updates} times`
    problems.push(`Something was added to the file ${times} after it was exported. Ask for the PDF as it was exported.`)
  }
  for (const key of root?.keys() ?? []) if (!KNOWN.has(key)) problems.push(unwanted(key))
  for (const key of names?.keys() ?? []) if (!KNOWN_NAMES.has(key)) problems.push(unwanted(key))
  if (pagesOf(objects).some(({ dict }) => dict.has('AA'))) problems.push(unwanted('AA'))
  const text = (key: string): string => {
    const value = objects.get(info, key)
    return value instanceof PdfString ? value.text : ''
  }
  const fingerprint = text(FINGERPRINT_KEY)
  return {
    pages: pagesOf(objects).length,
    title: text('Title'),
    author: text('Author'),
    fingerprint: fingerprint === '' ? null : fingerprint,
    proofs: attachments(objects, root, names, problems)
  }
}

function unwanted(key: string): string {
  return `The PDF holds “${excerpt(key)}”, which no export does: it was added, and may change what is shown or done when it is opened.`
}

/** The attached proofs; other files that are attached are told of. */
function attachments(objects: PdfObjects, root: Dict | null, names: Dict | null, problems: string[]): Uint8Array[] {
  const entries = namesOf(objects, names?.get('EmbeddedFiles')).map(([name, value]) => ({
    name,
    file: objects.dict(value)
  }))
  const associated = objects.get(root, 'AF')
  for (const value of isArray(associated) ? associated : []) {
    const file = objects.dict(value)
    if (file && !entries.some((entry) => entry.file === file)) entries.push({ name: objects.get(file, 'UF'), file })
  }
  const proofs: Uint8Array[] = []
  for (const { name, file } of entries) {
    const called = new Set([name, objects.get(file, 'F'), objects.get(file, 'UF')].flatMap(textOf))
    if (!called.has(PROOF_NAME))
      problems.push(
        `The PDF carries the file “${excerpt([...called][0] ?? '')}”, which wasn’t in it when it was exported.`
      )
    else proofs.push(...contents(objects, file))
  }
  return proofs
}

/** The bytes of an attached file, for each of those that it has under different keys. */
function contents(objects: PdfObjects, file: Dict | null): Uint8Array[] {
  const streams = new Set([...(objects.dict(file?.get('EF'))?.values() ?? [])].map(objects.resolve))
  return [...streams].flatMap((stream) => (stream instanceof Stream ? (objects.data(stream) ?? []) : []))
}

function textOf(value: Value): string[] {
  return value instanceof PdfString ? [value.text] : []
}
