import { describe, expect, it } from 'vitest'
import { readDocument } from '../reading/document.test-helper.ts'
import { articlesIn, escaped, INTERFACES, type MadeArticle } from './made-exports.test-helper.ts'
import { expectArticles } from './press.test-helper.ts'

const articles = articlesIn(INTERFACES[0]!)
const numberAt = (index: number): string => `GALE|A12345678${index}`
const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.']

function recordLines(article: MadeArticle, index: number): string[] {
  const [year, month, day] = article.day.split('-').map(Number)
  const labelled = [
    ['Author', article.authors.join(' and ')],
    ['Date', `${MONTHS[month! - 1]} ${day}, ${year}`],
    ['From', `${article.publisher}(Issue 1234)`],
    ['Publisher', 'Courier Media'],
    ['Section', article.section],
    ['Edition', article.edition],
    ['Page', article.page],
    ['Document Type', 'Article'],
    ['Length', `${article.words.toLocaleString('en')} words`]
  ]
  return [
    article.title,
    ...labelled.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`),
    'Full Text:',
    'COPYRIGHT 2031 Courier Media',
    ...article.paragraphs,
    'Copyright: COPYRIGHT 2031 Courier Media',
    'http://courier.example/',
    'Source Citation (MLA 9th Edition)',
    `Lind, Tove. "${article.title}." ${article.publisher}, 4 Mar. 2031. Gale OneFile: News, link.gale.com/apps/doc/A12345678${index}/STND. Accessed 9 Mar. 2031.`,
    `Gale Document Number: ${numberAt(index)}`
  ]
}

function page(lines: string[]): string {
  return lines.map((line, at) => (at === 0 ? `<h1>${escaped(line)}</h1>` : `<p>${escaped(line)}</p>`)).join('\n')
}

describe('an export of Gale', () => {
  const wanted = articles.map((article, index) => ({ ...article, documentId: numberAt(index) }))

  it('as text is split into its articles', async () => {
    const made = articles.map((article, index) => recordLines(article, index).join('\n\n')).join('\n\n\n')
    await expectArticles(Buffer.from(made), 'a.txt', wanted, 'en')
  })

  it('as a page is split into its articles', async () => {
    const made = `<html><body>${articles.map((article, index) => page(recordLines(article, index))).join('<hr>')}<p>Contact us</p></body></html>`
    await expectArticles(Buffer.from(made), 'a.html', wanted, 'en')
  })

  it('of one article is read as it', async () => {
    const { metadata, text } = await readDocument(Buffer.from(recordLines(articles[0]!, 0).join('\n')), 'a.txt')
    expect(metadata.authors.value).toEqual(['Tove Lind', 'Odile Brandt'])
    expect(text).toBe([articles[0]!.title, ...articles[0]!.paragraphs].join('\n'))
  })

  it('leaves a month, and what follows, out of the name of the paper', async () => {
    const made =
      'Title: Memo\nSource: Coast Courier Weekly. 12.3 (Mar. 2031): p14+.\nFull Text:\nThe board kept it.\nGale Document Number: GALE|A123456780'
    expect((await readDocument(Buffer.from(made), 'a.txt')).metadata.publisher.value).toBe('Coast Courier Weekly')
  })

  it.each([
    ['Coast Courier (Sollen, Marenholm). (Mar. 4, 2031): News: pA1.', 'Coast Courier', 'News', 'A1'],
    ['Coast Courier [Sollen, Marenholm], 4 Mar. 2031, p. A1.', 'Coast Courier', null, 'A1'],
    ['Coast Courier (Sollen). (Mar. 4, 2031): p12.', 'Coast Courier', null, '12'],
    ['Coast Courier. Vol. 12, no. 3 (Mar. 4, 2031): pp. 14-16.', 'Coast Courier', null, '14-16'],
    ['Coast Courier(Vol. 12, Issue 3)(Mar. 4, 2031): Business News: pNA.', 'Coast Courier', 'Business News', null],
    ['Coast Courier. (Mar. 4, 2031): Arts and Entertainment: pC3(L).', 'Coast Courier', 'Arts and Entertainment', 'C3'],
    ['St. Sollen Courier (4 March 2031)', 'St. Sollen Courier', null, null]
  ])('tells paper, section and page of “%s”', async (source, publisher, section, page) => {
    const made = [
      'Title: Harbour board kept memo',
      'Author(s): Edda Post',
      `Source: ${source}`,
      'Document Type: Article',
      'Full Text:',
      'Byline: Edda Post',
      '',
      'The board of Sollen kept the memo for nine days.',
      '',
      'Source Citation (MLA 9th Edition)',
      `Gale Document Number: ${numberAt(0)}`
    ].join('\n')
    const { metadata, text } = await readDocument(Buffer.from(made), 'a.txt')
    expect({
      authors: metadata.authors.value,
      publisher: metadata.publisher.value,
      section: metadata.section.value,
      page: metadata.page.value,
      published: metadata.published.value
    }).toEqual({ authors: ['Edda Post'], publisher, section, page, published: '2031-03-04' })
    expect(text).toBe('Harbour board kept memo\nThe board of Sollen kept the memo for nine days.')
  })
})
