import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { fieldsAtStart, hasField } from '../../sniff/header-fields.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

/** Fields that mail programs write and people don't. */
const TECHNICAL =
  'message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-transfer-encoding|content-type|x-mailer|x-originating-ip|user-agent'

export const MAIL: ImportFormat = {
  ...describedFormat('mail'),
  sniff: ({ ascii, extension }) => {
    const fields = fieldsAtStart(ascii)
    const isMail =
      hasField(fields, 'from|sender|return-path|received') && hasField(fields, 'date|subject|to|message-id|received')
    return sureIf(isMail && (hasField(fields, TECHNICAL) || extension === 'eml'), SURE.likely)
  },
  read: async (bytes, hint) => (await import('./mail.ts')).readMail(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./mail.ts')).unpackMailArticles(file, hint)
  }
}
