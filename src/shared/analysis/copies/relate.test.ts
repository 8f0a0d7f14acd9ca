import { describe, expect, it } from 'vitest'
import { article, sentences } from './article.test-helper.ts'
import { CopyIndex, FEW } from './copy-index.ts'
import { fingerprint } from './fingerprint.ts'
import { relate } from './relate.ts'

const report = sentences(1, 30)
const courier = { publisher: 'Northern Courier', published: '2031-03-04' }
const lantern = { publisher: 'The Daily Lantern', published: '2031-03-05' }

describe('relate', () => {
  it('calls the same words the same article, whatever the bytes', () => {
    const other = report.join('\r\n\r\n').replaceAll(' ', '\u00a0').toUpperCase()
    expect(relate(article(report, courier), article(other, courier))).toMatchObject({ kind: 'same', ofA: 1, ofB: 1 })
    expect(relate(article('Nine days.'), article('“Nine days”'))).toMatchObject({ kind: 'same' })
    expect(relate(article(''), article(''))).toBeNull()
  })

  it('calls a changed text of one publisher, or of one address, revised', () => {
    const later = [...report.slice(0, 20), ...sentences(2, 6)]
    expect(relate(article(report, courier), article(later, { ...courier, published: '2031-03-06' }))).toMatchObject({
      kind: 'revised',
      earlier: 'a'
    })
    const found = relate(
      article(report, { publisher: 'Courier', url: 'https://www.courier.example/memo/' }),
      article(later, { publisher: 'Northern Courier', url: 'http://courier.example/memo#top' })
    )
    expect(found).toMatchObject({ kind: 'revised', earlier: null })
  })

  it('calls long passages in another paper syndicated, and names the agency that both credit', () => {
    const mine = article(report, { ...courier, agencies: ['Vestad News Agency', 'Orre Press'] })
    const theirs = article([...sentences(3, 2), ...report.slice(0, 22)], {
      ...lantern,
      agencies: ['VESTAD NEWS AGENCY']
    })
    const found = relate(mine, theirs)!
    expect(found).toMatchObject({ kind: 'syndicated', agencies: ['Vestad News Agency'], earlier: 'a' })
    expect(found.passages).toHaveLength(1)
    const [{ a, b }] = found.passages as [(typeof found.passages)[0]]
    expect(mine.text.slice(a.start, a.end)).toBe(report.slice(0, 22).join('\n').slice(0, -1))
    expect(theirs.text.slice(b.start, b.end)).toBe(mine.text.slice(a.start, a.end))
    expect(found.ofB).toBeGreaterThan(0.85)
    expect(relate(article(report, courier), article(report, lantern))).toMatchObject({
      kind: 'syndicated',
      agencies: []
    })
  })

  it('counts the agency’s own article as crediting it', () => {
    const wire = article(report, { publisher: 'Vestad News Agency' })
    const copy = article(report.slice(0, 20), { ...lantern, agencies: ['Vestad News Agency'] })
    expect(relate(wire, copy)).toMatchObject({ kind: 'syndicated', agencies: ['Vestad News Agency'] })
    expect(relate(article(report, courier), article(report.slice(0, 20), courier))!.agencies).toEqual([])
  })

  it('calls a part in a longer text an excerpt', () => {
    const longer = [...sentences(4, 30), ...report.slice(10, 16), ...sentences(5, 30)]
    expect(relate(article(report, courier), article(longer, lantern))).toMatchObject({ kind: 'excerpt' })
    expect(relate(article(report.slice(10, 16), courier), article(longer, lantern))).toMatchObject({ kind: 'excerpt' })
  })

  it('calls a shared quotation no copy, in any quotation marks', () => {
    const said = `${report.slice(0, 2).join(' ')}`
    const one = article([...sentences(6, 15), `“${said}” the board said.`, ...sentences(7, 10)], courier)
    for (const [opening, closing] of ['“”', '""', '«»', '„“', ['``', "''"], ["'", "'"]] as const) {
      const other = article(
        [...sentences(8, 12), `The board: ${opening}${said}${closing}`, ...sentences(9, 12)],
        lantern
      )
      expect(relate(one, other)).toMatchObject({ kind: 'quotation' })
    }
    const taken = article([...sentences(8, 12), said, ...sentences(9, 12)], lantern)
    expect(relate(one, taken)?.kind).toBe('excerpt')
  })

  it('makes nothing of names and turns of phrase', () => {
    const phrase = 'a spokesperson for the harbour board declined to comment'
    const one = article([...sentences(10, 10), `On Thursday ${phrase}.`, ...sentences(11, 10)])
    const other = article([
      ...sentences(12, 10),
      `Once more, ${phrase} at all.`,
      ...sentences(13, 10),
      `And ${phrase}.`
    ])
    expect(relate(one, other)).toBeNull()
    expect(relate(article(sentences(14, 20)), article(sentences(15, 20)))).toBeNull()
  })

  it('makes nothing of what many articles hold, unless it is most of one', () => {
    const closing = sentences(16, 3)
    const index = new CopyIndex()
    for (let n = 0; n < FEW + 10; n++)
      index.add(String(n), fingerprint([...sentences(200 + n, 15), ...closing].join('\n')))
    const [one, other] = [article([...sentences(200, 15), ...closing]), article([...sentences(201, 15), ...closing])]
    expect(relate(one, other, (hash) => index.holders(hash))).toBeNull()
    expect(relate(one, other)).not.toBeNull()
    expect(relate(article(closing), one, (hash) => index.holders(hash))).toMatchObject({ kind: 'excerpt' })
  })

  it('counts a phrase that one text repeats once', () => {
    const [line = ''] = sentences(17, 1)
    const found = relate(article([line, line, line, ...report]), article([...sentences(18, 9), line]))
    expect(found).toBeNull()
  })

  it('compares scripts without spaces', () => {
    const text =
      '港湾局は調査委員会に検査メモを九日間渡さなかったと二人の職員が述べた。メモは二月十一日付で、検査が基準どおりに終わっていないと警告していた。'
    expect(relate(article(text, courier), article(`${text}続報を待つ。`, courier))).toMatchObject({ kind: 'revised' })
  })
})
