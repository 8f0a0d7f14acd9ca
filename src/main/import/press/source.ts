import { decode } from '../encoding/decode.ts'
import { htmlCharset } from '../encoding/html-charset.ts'
import { detect } from '../reading/detect.ts'
import { readMhtml } from '../formats/mhtml/mhtml.ts'
import { readRtf } from '../formats/rtf/rtf-text.ts'
import { gunzip } from '../container/gzip.ts'
import { mailPressPart } from '../formats/mail/mail.ts'
import type { PressSource } from './press.ts'

/** The characters of a file in which a press database's articles may stand; null for a file of any other format. */
export async function pressSource(bytes: Uint8Array, name: string): Promise<PressSource | null> {
  if (bytes.length === 0) return null
  switch (await detect(bytes, name)) {
    case 'text':
      return { kind: 'text', source: decode(bytes).text }
    case 'html':
      return { kind: 'html', source: decode(bytes, htmlCharset).text }
    case 'rtf':
      return { kind: 'html', source: readRtf(bytes).html }
    case 'docx':
      return { kind: 'html', source: (await (await import('../formats/docx/docx.ts')).readDocx(bytes, name)).html }
    case 'mhtml': {
      const page = readMhtml(bytes, name)
      return { kind: 'html', source: page.decoded.text, given: [page.given] }
    }
    case 'mail':
      return await mailPressPart(bytes, name)
    case 'gzip':
      return await pressSource(gunzip(bytes, name), name.replace(/\.gz$/i, ''))
    default:
      return null
  }
}
