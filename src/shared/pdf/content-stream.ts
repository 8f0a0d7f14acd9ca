import type { PdfObjects } from './file.ts'
import { isArray, MalformedPdf, Stream, type Dict, type Resolved } from './value.ts'
import { say } from '../wording/say.ts'

/** What the stream of a page's content may have: whatever else there is, readers know in different ways. */
const CONTENT_ENTRIES = new Set(['Length', 'Filter', 'DecodeParms'])

/**
 * The decoded content of a page, its streams joined by line feeds. Throws `MalformedPdf` when one can't be decoded, has other
 * entries than those of its packing, or goes on in the next without white space, which readers join in different ways.
 */
export function contentOf(objects: PdfObjects, page: Dict): Uint8Array {
  const contents = objects.get(page, 'Contents')
  const streams = isArray(contents) ? contents.map(objects.resolve) : [contents]
  const parts = streams.map((stream) => partOf(objects, stream))
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0))
  let at = 0
  parts.forEach((part, i) => {
    const next = parts[i + 1]
    if (part.length === 0 || (next && !isWhite(part.at(-1)) && !isWhite(next[0])))
      throw new MalformedPdf(say('the content of a page stands in streams that aren’t parted'))
    whole.set(part, at)
    whole[at + part.length] = 10
    at += part.length + 1
  })
  return whole
}

function partOf(objects: PdfObjects, stream: Resolved): Uint8Array {
  if (stream === null) return new Uint8Array()
  if (!(stream instanceof Stream)) throw new MalformedPdf(say('the content of a page isn’t a stream'))
  for (const key of stream.dict.keys())
    if (!CONTENT_ENTRIES.has(key)) throw new MalformedPdf(say('the content of a page has the entry “{1*}”', key))
  const data = objects.data(stream)
  if (!data) throw new MalformedPdf(say('the content of a page is packed in a way that isn’t known here'))
  return data
}

function isWhite(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13
}
