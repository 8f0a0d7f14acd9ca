import { ZipArchive, ZIP_LIMITS } from '../../zip/zip-bytes.ts'
import { latin1 } from '../encoding/decode.ts'
import { UNSUPPORTED, type Unsupported } from './signatures.ts'

/** Kinds of zips that can be imported. */
export type ZipFormat = 'zip' | 'docx' | 'odt' | 'epub' | 'wacz'

/** Archives may hold more files than documents do; their own reader has the last word. */
const MOST_ENTRIES = 100_000
const ODT = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/
const WORD = /wordprocessingml|ms-word\.(?:document|template)/

/** Tells what a zip is by the names in its directory and, for office documents, its declared type. @throws DossierError `unreadable`, `too-large` */
export async function detectZip(bytes: Uint8Array, name: string): Promise<ZipFormat | Unsupported> {
  const zip = await ZipArchive.ofBytes(bytes, name, { ...ZIP_LIMITS, entries: MOST_ENTRIES })
  const some = (pattern: RegExp): boolean => zip.items.some(({ path }) => pattern.test(path))
  const declared = zip.has('mimetype') ? latin1(await zip.read('mimetype')).trim() : ''
  if (declared === 'application/epub+zip' || zip.has('META-INF/container.xml')) return 'epub'
  if (ODT.test(declared)) return 'odt'
  if (declared.startsWith('application/vnd.oasis.opendocument')) return UNSUPPORTED.openDocument
  if (zip.has('[Content_Types].xml')) return officeKind(latin1(await zip.read('[Content_Types].xml')), some)
  if (zip.has('datapackage.json') && some(/^archive\/.*\.warc(?:\.gz)?$/i)) return 'wacz'
  if (zip.has('word/document.xml')) return 'docx'
  if (some(/^Index\/.*\.iwa$/) || zip.has('Index.zip')) return UNSUPPORTED.iWork
  if (zip.has('META-INF/MANIFEST.MF') && some(/\.(?:class|dex)$/)) return UNSUPPORTED.program
  return 'zip'
}

function officeKind(types: string, some: (pattern: RegExp) => boolean): ZipFormat | Unsupported {
  if (WORD.test(types) || some(/^word\/document\d*\.xml$/i)) return 'docx'
  if (/spreadsheetml|ms-excel/.test(types)) return UNSUPPORTED.excel
  if (/presentationml|ms-powerpoint/.test(types)) return UNSUPPORTED.powerPoint
  return UNSUPPORTED.office
}
