import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { fieldsAtStart } from '../../sniff/header-fields.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** The line before each message. */
const POSTMARK = /^From \S[^\n]*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)/
/** The same with a time of day, which says enough of a file that can be nothing but a container. */
const DATED = /^From \S+ [^\n]*\d\d:\d\d[^\n]*\r?\n[A-Za-z][A-Za-z0-9-]*:/

export const MBOX: ImportFormat = {
  ...describedFormat('mbox'),
  sniff: ({ ascii, isLarge }) => {
    const postmark = POSTMARK.exec(ascii)
    if (postmark && fieldsAtStart(ascii.slice(postmark[0].length)) !== '') return SURE.likely
    return sureIf(isLarge && DATED.test(ascii), SURE.possible)
  },
  async *unpack(file, hint) {
    yield* (await import('./mbox.ts')).unpackMbox(file, hint)
  }
}
