import { assertBlocks } from '../extracted/blocks.ts'
import { CONTAINER, type FileHint, type Reading } from '../extracted/extracted.ts'
import { emptyFile, refuseTooLarge, refuseTooMany } from '../extracted/limits.ts'
import { showControls } from '../encoding/decode.ts'
import { detect } from '../sniff/detect.ts'
import { FORMATS } from '../formats/formats.ts'
import { withGiven } from '../metadata/findings.ts'

/**
 * Reads one file: text, blocks and metadata of a document. The text keeps the source's characters; only line structure is normalised.
 * Throws a DossierError: `too-large`, `unsupported`, `unreadable` or `empty`. Input may be hostile: run it through an
 * import worker, which bounds time and memory.
 */
export async function read(bytes: Uint8Array, hint: FileHint, formats = FORMATS): Promise<Reading> {
  refuseTooLarge(bytes.length, hint.name)
  const format = await detect(bytes, hint.name, formats)
  const reading = format.read ? await format.read(bytes, hint, formats) : CONTAINER
  const { document } = reading
  refuseTooMany(document?.blocks.length ?? 0, reading.references?.length ?? 0, hint.name)
  if (document === null) return reading
  if (document.blocks.length === 0 && document.notice === null) throw emptyFile(hint.name)
  assertBlocks(document.text, document.blocks)
  const metadata = withGiven(document.metadata, hint.given)
  const shown = { ...document, text: showControls(document.text), metadata: mapStrings(metadata, showControls) }
  return { ...reading, document: shown }
}

/** The same value with each of its strings changed. */
function mapStrings<T>(value: T, change: (text: string) => string): T
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((entry: unknown) => mapStrings(entry, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapStrings(entry as unknown, change)]))
}
