import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertBlocks } from '../../extracted/blocks.ts'
import { named, documentOf } from '../../reading/document.test-helper.ts'
import { read } from '../../reading/read.ts'
import { FIFTH_LAYOUTS } from './fifth-layouts.test-helper.ts'
import { makeFifthArticle, makeFreshArticle } from './fresh-article.test-helper.ts'
import { FRESH_LAYOUTS } from './fresh-layouts.test-helper.ts'
import { EIGHTH_LAYOUTS, makeEighthArticle } from './eighth-layouts.test-helper.ts'
import { FIELDS, judge, type Field, type Judgement } from './judge.test-helper.ts'
import { makeFile, makeFileOf, type Layouts } from './layouts.test-helper.ts'
import { makeArticle } from './made-article.test-helper.ts'
import { SEVENTH_LAYOUTS } from './seventh-layouts.test-helper.ts'
import { makeWideArticle } from './wide-article.test-helper.ts'
import { TUNED_LAYOUTS } from './tuned-layouts.test-helper.ts'
import { UNSEEN_LAYOUTS } from './unseen-layouts.test-helper.ts'

/** How much of what made files of a layout say is read right; files whose paragraphs nothing tells apart aside. */
async function rates(
  layouts: Layouts,
  name: string,
  make: typeof makeArticle
): Promise<{ fields: number; texts: number; wrong: unknown[] }> {
  const [layout, ...tongues] = layouts[name]!
  const wrong: unknown[] = []
  let [right, texts, loose] = [0, 0, 0]
  for (let n = 0; n < FILES; n++) {
    const file = makeFile(name, layout, tongues[n % tongues.length]!, 97 + n * 7919, make)
    const document = documentOf(await read(new TextEncoder().encode(file.text), named(file.name)))
    assertBlocks(document.text, document.blocks)
    const judgement = judge(file, document)
    if (Object.keys(judgement.wrong).length === 0) right++
    else wrong.push(judgement.wrong)
    if (file.isTight) continue
    loose++
    if (judgement.lost === 0) texts++
  }
  return { fields: right / FILES, texts: loose === 0 ? 1 : texts / loose, wrong }
}

const FILES = 12

describe.each([
  ['made with', TUNED_LAYOUTS, makeArticle],
  ['added later', UNSEEN_LAYOUTS, makeArticle],
  ['of articles from a table', FRESH_LAYOUTS, makeFreshArticle],
  ['of the fifth set', FIFTH_LAYOUTS, makeFifthArticle]
])('layouts %s', (_, layouts, make) => {
  it.each(Object.keys(layouts))('%s', async (name) => {
    const { fields, texts, wrong } = await rates(layouts, name, make)
    expect(fields, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.9)
    expect(texts).toBeGreaterThanOrEqual(0.9)
  })
})

/** Layouts of fifteen languages, as wholes: each of them meets every language only now and then. */
describe.each([
  ['seventh', SEVENTH_LAYOUTS, makeWideArticle],
  ['eighth', EIGHTH_LAYOUTS, makeEighthArticle]
] as const)('layouts of the %s set', (_, layouts, make) => {
  it('are read in all languages, and what is shown as sure is right', async () => {
    const judged: Judgement[] = []
    for (const [name, [layout, ...tongues]] of Object.entries(layouts)) {
      for (const [n, tongue] of tongues.entries()) {
        const file = makeFileOf(name, layout, tongue, 97 + n * 7919, make)
        judged.push(judge(file, documentOf(await read(new TextEncoder().encode(file.text), named(file.name)))))
      }
    }
    const right = (field: Field): number =>
      judged.filter(({ wrong }) => wrong[field] === undefined).length / judged.length
    expect(right('title')).toBeGreaterThanOrEqual(0.95)
    expect(right('authors')).toBeGreaterThanOrEqual(0.96)
    expect(right('publisher')).toBeGreaterThanOrEqual(0.93)
    expect(right('published')).toBeGreaterThanOrEqual(0.97)
    const sureValues = FIELDS.length * judged.length
    expect(judged.reduce((sum, { surelyWrong }) => sum + surelyWrong, 0) / sureValues).toBeLessThanOrEqual(0.02)
  })
})

describe('any lines', () => {
  it('are read, and none of a text is lost but what its head and end say', async () => {
    const line = fc.constantFrom(
      '',
      'By Tove Lind',
      '4 March 2031',
      'HD Memo',
      'LP',
      'Source: Sollen Radio',
      '---',
      'SOLLEN, March 4 (Reuters) -',
      '    The board',
      'said so.',
      'Document NCOUR0000310304x'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 14 }), async (lines) => {
        const sentence =
          'The board that runs the harbour held back a memo on the hull of the ferry for nine days, two officials say.'
        const text = [...lines, '', sentence, sentence].join('\n')
        const document = documentOf(await read(new TextEncoder().encode(text), named('article.txt')))
        assertBlocks(document.text, document.blocks)
        expect(document.text.split(sentence).length - 1).toBe(2)
      })
    )
  })
})
