import { declaredCharset, decode } from '../../decode.ts'
import { detect } from '../../detect.ts'
import { readMhtml } from '../../documents/mhtml/mhtml.ts'
import { readRtf } from '../../documents/rtf/rtf-text.ts'
import { gunzip } from '../../gzip.ts'
import { mailPressPart } from '../mail/mail.ts'
import type { PressSource } from './press.ts'

/** The characters of a file in which a press database's articles may stand; null for a file of any other format. */
export async function pressSource(bytes: Uint8Array, name: string): Promise<PressSource | null> {
  if (bytes.length === 0) return null
  switch (await detect(bytes, name)) {
    case 'text':
      return { kind: 'text', source: decode(bytes).text }
    case 'html':
      return { kind: 'html', source: decode(bytes, declaredCharset).text }
    case 'rtf':
      return { kind: 'html', source: readRtf(bytes).html }
    case 'docx':
      return { kind: 'html', source: (await (await import('../../documents/docx/docx.ts')).readDocx(bytes, name)).html }
    case 'mhtml': {
      const page = readMhtml(bytes, name)
      return { kind: 'html', source: page.html, given: [page.given] }
    }
    case 'mail':
      return await mailPressPart(bytes, name)
    case 'gzip':
      return await pressSource(gunzip(bytes, name), name.replace(/\.gz$/i, ''))
    default:
      return null
  }
}
