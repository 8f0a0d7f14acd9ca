import { DOCX } from './docx/format.ts'
import { EPUB } from './epub/format.ts'
import { GZIP } from './gzip/format.ts'
import { HTML } from './html/format.ts'
import { JPEG, PNG } from './image/format.ts'
import type { KnownFormat } from '../sniff/import-format.ts'
import { MAIL } from './mail/format.ts'
import { MARKDOWN } from './markdown/format.ts'
import { MBOX } from './mbox/format.ts'
import { MHTML } from './mhtml/format.ts'
import { ODT } from './odt/format.ts'
import { PDF } from './pdf/format.ts'
import { BIBTEX, CSL_JSON, RIS } from './references/format.ts'
import { REFUSED_GZIP, REFUSED_SIGNATURES, REFUSED_TEXTS, REFUSED_ZIPS } from './refused/refused.ts'
import { RTF } from './rtf/format.ts'
import { TEXT } from './text/format.ts'
import { WACZ } from './wacz/format.ts'
import { WARC } from './warc/format.ts'
import { ZIP } from './zip/format.ts'

/**
 * All formats that can be told, those that can be imported and those that are refused with advice. The surest wins, and of equally sure ones
 * the first: what wraps other formats stands first, since what it holds may show through; then what has a signature; then what is told by its form.
 */
export const FORMATS: readonly KnownFormat[] = [
  EPUB,
  ODT,
  WACZ,
  DOCX,
  ...REFUSED_ZIPS,
  ZIP,
  WARC,
  GZIP,
  REFUSED_GZIP,
  PDF,
  PNG,
  JPEG,
  ...REFUSED_SIGNATURES,
  RTF,
  MBOX,
  MHTML,
  MAIL,
  RIS,
  BIBTEX,
  CSL_JSON,
  ...REFUSED_TEXTS,
  HTML,
  MARKDOWN,
  TEXT
]
