import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const HTML_FORMAT = describedFormat('html')
/** Endings of texts in which tags may stand. */
const OTHER_TEXTS = [...describedFormat('markdown').extensions, ...describedFormat('text').extensions]

export const HTML: ImportFormat = {
  ...HTML_FORMAT,
  sniff: ({ text, extension }) => {
    if (text === null) return SURE.no
    const start = text.replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '')
    if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/i.test(start)) return SURE.likely
    if (HTML_FORMAT.extensions.includes(extension))
      return sureIf(/^html?$/.test(extension) || /<[a-z!/]/i.test(text), SURE.possible)
    // A page without doctype that was saved under another name, or pasted.
    const tags = text.match(/<(?:p|div|h[1-6]|article|section|meta|title|span|table|ul)[\s>]/gi)?.length ?? 0
    return sureIf(!OTHER_TEXTS.includes(extension) && /^</.test(start) && tags >= 3, SURE.possible)
  },
  read: async (bytes, hint) => (await import('./read.ts')).readHtml(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./read.ts')).unpackHtml(file, hint)
  }
}
