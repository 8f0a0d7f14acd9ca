import { describe, expect, it } from 'vitest'
import { articlesIn as shownIn, rtfDocument } from './export.test-helper.ts'
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

describe('an article of Factiva without codes', () => {
  const below = [
    'By EDDA POST and TOVE LIND',
    '212 words',
    '4 March 2031',
    'Coast Courier',
    'COASTC',
    'English',
    'Copyright 2031 Coast Courier. All Rights Reserved.',
    'SOLLEN, March 3 -- The harbour board of Sollen held back a memo for nine days.',
    'Nobody told the minister.',
    'Document COASTC0020310304e7340001a'
  ]
  const HEADLINE = 'Inquiry Hears of Nine-Day Delay on Ferry Memo'
  const asRtf = (head: readonly string[]): [string, string] => [rtfDocument([...head, ...below]), 'a.rtf']
  const asPage = (head: readonly string[]): [string, string] => {
    const paragraphs = [...head, ...below].map((line) => `<p>${line.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')}</p>`)
    return [`<html><body>${paragraphs.join('')}</body></html>`, 'a.html']
  }

  it.each([
    [['**Foreign Desk; SECTA**', `**${HEADLINE}**`], 'Foreign Desk; SECTA'],
    [['**Business**', `**${HEADLINE}**`], 'Business'],
    [['**News and Features**', `**${HEADLINE}**`], 'News and Features'],
    [['Foreign Desk; SECTA', `**${HEADLINE}**`], 'Foreign Desk; SECTA'],
    [['**National Desk**', HEADLINE], 'National Desk'],
    [[`**${HEADLINE}**`], null]
  ])('has the headline below the section: %j', async (head, section) => {
    for (const [made, name] of [asRtf(head), asPage(head)]) {
      const [article, ...others] = await shownIn(made, name)
      expect(others).toEqual([])
      expect(article, name).toMatchObject({
        title: HEADLINE,
        section,
        authors: ['Edda Post', 'Tove Lind'],
        publisher: 'Coast Courier',
        text: below.slice(7, 9)
      })
    }
  })

  it('has the headline behind a line break below the section', async () => {
    const [made, name] = asPage([`**Business<br>${HEADLINE}**`])
    expect((await shownIn(made, name))[0]).toMatchObject({ title: HEADLINE, section: 'Business' })
  })

  it('has a headline of several bold lines', async () => {
    const head = ['**The Memo That Nobody Wanted to Read Until It Was Late:**', '**An Inquiry**']
    expect((await shownIn(...asRtf(head)))[0]).toMatchObject({
      title: 'The Memo That Nobody Wanted to Read Until It Was Late: An Inquiry',
      section: null
    })
  })
})
