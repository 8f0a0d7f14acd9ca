import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'
import { propertyDate, type Properties } from '../../documents/properties.ts'

const Text = z.string().optional().catch(undefined)
const Info = z.object({
  info: z
    .object({ Title: Text, Author: Text, CreationDate: Text, ModDate: Text, Language: Text })
    .catch({ Title: undefined, Author: undefined, CreationDate: undefined, ModDate: undefined, Language: undefined }),
  metadata: z.custom<{ get: (name: string) => unknown }>().nullable().catch(null)
})

/** What the document's information (PDF 32000-1, 14.3) and its XMP say, the latter first. */
export async function readProperties(document: PDFDocumentProxy): Promise<Properties> {
  const { info, metadata } = Info.parse(await document.getMetadata())
  const xmp = (name: string): string[] => values(metadata?.get(name))
  const first = (name: string): string | undefined => xmp(name)[0]
  const creators = xmp('dc:creator')
  return {
    title: first('dc:title') ?? info.Title,
    authors: creators.length > 0 ? creators : info.Author ? [info.Author] : [],
    publisher: first('dc:publisher'),
    created: propertyDate(first('xmp:createdate')) ?? pdfDate(info.CreationDate),
    modified: propertyDate(first('xmp:modifydate')) ?? pdfDate(info.ModDate),
    language: info.Language ?? first('dc:language')
  }
}

function values(found: unknown): string[] {
  const list: unknown[] = Array.isArray(found) ? found : [found]
  return list.filter((value) => typeof value === 'string').filter((value) => value.trim() !== '')
}

/** `D:20310304101500+01'00'` (PDF 32000-1, 7.9.4) as ISO 8601: a time when its offset is given, else the day. Null for other forms. */
export function pdfDate(value: string | undefined): string | null {
  const match = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?)?/.exec(value ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second = '00', utc, offset, minutes = '00'] = match
  const zone = utc ?? (offset === undefined ? '' : `${offset}:${minutes}`)
  return propertyDate(`${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`}`)
}
