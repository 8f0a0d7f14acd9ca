import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const MARKDOWN_FORMAT = describedFormat('markdown')
const FRONT_MATTER = /^\s*---[ \t]*\r?\n[\s\S]{0,4000}?\n---[ \t]*\r?\n/
const SIGNS = [/^#{1,6} \S/m, /\]\(https?:\/\//, /^> \S/m, /\*\*\S[^*\n]*\S\*\*/, /^[-*] \S/m]

export const MARKDOWN: ImportFormat = {
  ...MARKDOWN_FORMAT,
  sniff: ({ text, extension }) => {
    if (text === null || describedFormat('text').extensions.includes(extension)) return SURE.no
    const hasFields = FRONT_MATTER.test(text) && /^[\w-]+:\s/m.test(text)
    const signs = SIGNS.filter((sign) => sign.test(text)).length
    return sureIf(MARKDOWN_FORMAT.extensions.includes(extension) || hasFields || signs >= 2, SURE.possible)
  },
  // The parser takes long to load.
  read: async (bytes, hint) => {
    const [{ readTextual }, { extractMarkdown }] = await Promise.all([
      import('../../press/textual.ts'),
      import('./markdown.ts')
    ])
    return readTextual(bytes, hint, { extract: extractMarkdown })
  }
}
