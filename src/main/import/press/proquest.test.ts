import { describe, expect, it } from 'vitest'
import { readDocument } from '../reading/document.test-helper.ts'
import { articlesIn, INTERFACES, type MadeArticle } from './made-exports.test-helper.ts'
import { expectArticles } from './press.test-helper.ts'
import { documentIdAt, LABELS, proquestMail, proquestPage, proquestText } from './proquest.test-helper.ts'

const english = INTERFACES[0]!

/** ProQuest counts no words. */
function wanted(articles: readonly MadeArticle[]): (MadeArticle & { documentId: string })[] {
  return articles.map((article, index) => ({ ...article, words: 0, documentId: documentIdAt(index) }))
}

describe.each(INTERFACES.filter(({ tag }) => tag in LABELS))('an export of ProQuest in $tag', (language) => {
  const articles = articlesIn(language)

  it('as text is split into its articles', async () => {
    await expectArticles(Buffer.from(proquestText(articles, language)), 'a.txt', wanted(articles), language.tag)
  })

  it('as a page is split into its articles', async () => {
    await expectArticles(Buffer.from(proquestPage(articles, language)), 'a.html', wanted(articles), language.tag)
  })

  it('as a mail, forwarded or not, is split into its articles', async () => {
    for (const quoted of [false, true]) {
      const mail = proquestMail(proquestPage(articles, language, quoted))
      await expectArticles(Buffer.from(mail), 'a.eml', wanted(articles), language.tag)
    }
  })
})

describe('a single record of ProQuest', () => {
  const [article] = articlesIn(english)

  it('keeps the format of its file', async () => {
    const page = proquestPage([article!], english)
    const ofMail = await readDocument(Buffer.from(proquestMail(page)), 'a.eml')
    expect(ofMail).toMatchObject({
      extractor: 'proquest/1',
      mediaType: 'message/rfc822',
      extension: 'eml',
      notice: null
    })
    const ofText = await readDocument(Buffer.from(proquestText([article!], english)), 'a.txt')
    expect(ofText).toMatchObject({ extractor: 'proquest/1', mediaType: 'text/plain', extension: 'txt' })
    expect(ofText.text).toBe(ofMail.text)
  })

  it('without its text is the abstract, and says so', async () => {
    const text = proquestText([{ ...article!, paragraphs: [] }], english)
    const { metadata, text: words, notice } = await readDocument(Buffer.from(text), 'a.txt')
    expect(words).toBe(`${article!.title}\nThe board held the memo back for nine days.`)
    expect(notice).toMatch(/only the abstract/)
    expect(metadata.publisher.value).toBe('Coast Courier')
  })

  it('takes day and page from the line of its publication where they stand nowhere else', async () => {
    const page = proquestPage([article!], english)
      .replace(/<p><strong>Publication (?:title|date|year):.*?<\/p>/g, '')
      .replace(/<p><strong>Pages:.*?<\/p>/, '')
      .replace(
        '<p><strong>Abstract',
        '<p><strong>Publication info: </strong>Coast Courier ; Sollen [Sollen]04 Mar 2031: A.2.</p>$&'
      )
    const { metadata } = await readDocument(Buffer.from(page), 'a.html')
    expect([metadata.publisher.value, metadata.published.value, metadata.page.value]).toEqual([
      'Coast Courier',
      '2031-03-04',
      'A.2'
    ])
  })

  it('has lines of its text that look like labels', async () => {
    const paragraphs = [
      'Subject: the ferry, said the clerk.',
      'Section: none, said the other, and no title either.',
      'They left it at that.'
    ]
    const text = proquestText([{ ...article!, paragraphs }], english)
    const { text: words } = await readDocument(Buffer.from(text), 'a.txt')
    expect(words).toBe([article!.title, ...paragraphs].join('\n'))
  })
})
