import { describe, it } from 'vitest'
import { codedPage, codedRtf, codedText, plainPage, plainRtf, plainText } from './factiva.test-helper.ts'
import { accession, articlesIn, INTERFACES, type Interface } from './made-exports.test-helper.ts'
import { expectArticles } from './press.test-helper.ts'

const FORMS: [string, string, (language: Interface) => string][] = [
  ['text with codes and tabs', 'a.txt', (language) => codedText(language, '\t')],
  ['text with codes and blanks', 'a.txt', (language) => codedText(language, ' ')],
  ['text without codes', 'a.txt', plainText],
  ['a page with codes', 'a.html', codedPage],
  ['a page without codes', 'a.html', plainPage],
  ['RTF with codes', 'a.rtf', codedRtf],
  ['RTF without codes', 'a.rtf', plainRtf]
]

describe.each(INTERFACES)('an export of Factiva in $tag', (language) => {
  it.each(FORMS)('as %s is split into its articles', async (_, name, made) => {
    const wanted = articlesIn(language).map((article, index) => ({
      ...article,
      documentId: accession(index, article.day)
    }))
    await expectArticles(Buffer.from(made(language)), name, wanted, language.tag)
  })
})
