import { describe, expect, it } from 'vitest'
import { readDocument } from '../reading/document.test-helper.ts'
import { classedPage, EUROPRESSE, numberAt, oldPage, plainCopy, rtfCopy } from './europresse.test-helper.ts'
import { articlesIn, INTERFACES, type MadeArticle } from './made-exports.test-helper.ts'
import { expectArticles } from './press.test-helper.ts'

function articlesFor(tag: string): MadeArticle[] {
  return articlesIn(INTERFACES.find((language) => language.tag === tag)!)
}

describe.each(EUROPRESSE)('an export of Europresse in $tag', (language) => {
  const articles = articlesFor(language.tag)
  const numbered = articles.map((article, index) => ({ ...article, documentId: numberAt(index, article.day) }))
  const plain = numbered.map((article) => ({ ...article, edition: '' }))

  it.each([
    ['a page of now', 'a.HTML', classedPage(articles, language), numbered],
    ['a page of then', 'a.html', oldPage(articles, language), numbered],
    ['copied text', 'a.txt', plainCopy(articles, language), plain],
    ['a word processor’s file', 'a.rtf', rtfCopy(articles, language), plain]
  ])('as %s is split into its articles', async (_, name, made, wanted) => {
    await expectArticles(Buffer.from(made), name, wanted, language.tag)
  })
})

describe('a single article of Europresse', () => {
  const [french] = EUROPRESSE
  const [article] = articlesFor('fr')
  const read = (change: (page: string) => string): ReturnType<typeof readDocument> =>
    readDocument(Buffer.from(change(classedPage([article!], french!))), 'a.html')

  it.each([
    ['Le Courrier de la Côte (site web)', 'Le Courrier de la Côte', 'site web'],
    ['Le Courrier de la Côte (site web réf.) - Le Courrier', 'Le Courrier de la Côte', 'site web réf.'],
    ['Le Courrier (Sollen)', 'Le Courrier (Sollen)', null],
    ['Le Courrier, no. 7990', 'Le Courrier', 'no. 7990']
  ])('of “%s”', async (name, publisher, edition) => {
    const { metadata } = await read((page) => page.replace(/Coast Courier<br \/>Late Edition/, name))
    expect([metadata.publisher.value, metadata.edition.value]).toEqual([publisher, edition])
    expect(metadata.publisher.evidence?.detail).toBe(name)
  })

  it.each([
    ['Tove LIND', ['Tove Lind']],
    ['EDDA POST', ['Edda Post']],
    ['Edda Post; Staff Reporter', ['Edda Post']],
    ['PROPOS RECUEILLIS PAR; JOSÉPHINE BRANDT-MOLL', ['Joséphine Brandt-Moll']],
    ['Par Tove Lind et Odile Brandt', ['Tove Lind', 'Odile Brandt']]
  ])('by “%s”', async (byline, authors) => {
    const { metadata } = await read((page) => page.replace(/(docAuthors">)[^<]*/, `$1${byline}`))
    expect(metadata.authors.value).toEqual(authors)
  })

  it.each([
    ['EDDA POST', ['Edda Post']],
    ['Edda Post; Staff Reporter', ['Edda Post']],
    ['Tove Lind et Edda Post', ['Tove Lind', 'Edda Post']]
  ])('by “%s” in a line without a class of its own', async (byline, authors) => {
    const { metadata, text } = await read((page) =>
      page.replace(/<div class="docAuthors">[^<]*<\/div>/, `<p>${byline}</p>`)
    )
    expect(metadata.authors.value).toEqual(authors)
    expect(text).toBe([article!.title, ...article!.paragraphs].join('\n'))
  })

  it('of which it holds a reference only', async () => {
    const { text, notice } = await read((page) =>
      page.replace(
        /<section>[\s\S]*<\/section>/,
        '<p>Le début.</p><p class="link-not-hosted">Ce document référence un lien URL de site non hébergé par Cision.</p>'
      )
    )
    expect(text).toBe(`${article!.title}\nLe début.`)
    expect(notice).toMatch(/only a reference/)
  })

  it.each([
    ['its rights', /<div class="Doc-LegalInfo">[\s\S]*?<\/div>/],
    ['its rights and certificate', /<div class="Doc-LegalInfo">[\s\S]*?(?=<div class="publiC-lblNodoc">)/]
  ])('without %s has no more than its text', async (_, left) => {
    const { text, metadata } = await read((page) => page.replace(left, ''))
    expect(text).toBe([article!.title, ...article!.paragraphs].join('\n'))
    expect(metadata.documentId.value).toBe(numberAt(0, article!.day))
  })

  it('with a time behind its day', async () => {
    const { metadata } = await read((page) =>
      page.replace(/(class="DocHeader">)[^<]*/, '$1mardi 4 mars 2031 - 16:55:20 -0000 1 017 mots')
    )
    expect([metadata.published.value, metadata.wordCount.value, metadata.section.value]).toEqual([
      '2031-03-04',
      '1017',
      null
    ])
  })
})
