import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.ts'

const TEXT = [
  'The ferry to Vestad left Sollen on Friday morning with a beam that the yard had called unsafe in March, a memo shows.',
  'The board of the harbour had read the memo, and kept it in a drawer for nine days, two officials told this paper.',
  'Nobody was hurt, and the ferry will be back in the yard of Sollen on Monday, where its beam is to be made anew.'
]

function authorsOf({ head = '', above = '', below = '' }): string[] | null {
  const page = `<!doctype html><html lang="en"><head><title>Ferry memo withheld</title>${head}</head><body><article><h1>Ferry memo withheld</h1>${above}${TEXT.map(
    (text) => `<p>${text}</p>`
  ).join('')}${below}</article></body></html>`
  return extractHtml(page, { name: 'page.html', url: null, given: [] }).metadata.authors.value
}

describe('who wrote a page', () => {
  it.each<[string, Parameters<typeof authorsOf>[0], string[] | null]>([
    ['a name beside the date', { above: '<div><span>25.10.2031 - Tove Lind</span></div>' }, ['Tove Lind']],
    ['a topic beside the date', { above: '<div><a href="/wind">Deutsche Sprache</a> - 25.10.2031</div>' }, null],
    [
      'the one person of a site',
      { head: '<script type="application/ld+json">{"@type":"Person","name":"Tove Lind"}</script>' },
      ['Tove Lind']
    ],
    ['a menu', { above: '<div class="menu"><span>By Main Ingredient</span></div>' }, null],
    [
      'the licence of a picture',
      { above: '<span class="author-name"><a class="license-author" href="/wiki/File:Quay">Arne Moll</a></span>' },
      null
    ]
  ])('reads %s', (_, page, authors) => {
    expect(authorsOf(page)).toEqual(authors)
  })
})
