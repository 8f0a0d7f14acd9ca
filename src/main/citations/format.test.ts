import { describe, expect, it } from 'vitest'
import type { FormattedCitations } from '../../shared/composition/citations.ts'
import { formatCitations } from './format.ts'
import { cite, inText, line, madeSource, notes, type MadeFields } from './sources.test-helper.ts'
import type { CslStyle } from './styles.ts'

const MEMO: MadeFields = {
  title: 'Harbour board held the memo back for nine days',
  authors: ['Mara Quill'],
  publisher: 'Harbour Post',
  published: '2031-03-03',
  retrieved: '2031-03-04T10:00:00Z',
  url: 'https://harbour-post.example/memo',
  language: 'en'
}
/** No author; known to the month. */
const FERRY: MadeFields = { title: 'Ferry stopped', publisher: 'Coast Daily', published: '2031-03', language: 'en' }
/** An organisation's page without a date, seen on a day. */
const MINUTES: MadeFields = {
  title: 'Minutes of the harbour board',
  authors: ['Sollen Harbour Authority'],
  url: 'https://harbour.example/minutes',
  retrieved: '2031-03-04T10:00:00Z',
  language: 'en'
}
/** A report in German by the organisation that publishes it. */
const DEBTS: MadeFields = {
  title: 'Die Schulden des Hafens',
  authors: ['Institut für Küsten'],
  publisher: 'Institut für Küsten',
  published: '2030',
  mediaType: 'application/pdf',
  language: 'de'
}
const SECOND: MadeFields = { ...FERRY, title: 'Second memo found', authors: ['Mara Quill'], published: '2031-03-09' }

const CLUSTERS = [
  cite(1, '¶ 3'),
  cite(1, '¶ 4'),
  cite(1, '¶ 4'),
  cite(3),
  [cite(4, 'p. 12'), cite(2, '', 'contradicts')],
  cite(1),
  [cite(4, 'p. 12', 'context'), cite(3, 'at the foot')],
  cite(4, 'p. 13'),
  cite(4, 'p. 14'),
  cite(1, '¶ 5-7')
]

async function format(
  style: CslStyle,
  fields: MadeFields[],
  clusters: Parameters<typeof notes> = [],
  language = 'en'
): Promise<{ points: string[]; entries: string[]; order: string[]; made: FormattedCitations }> {
  const sources = fields.map((each, i) => madeSource(i + 1, each))
  const made = await formatCitations(
    style,
    sources,
    style === 'apa' ? inText(...clusters) : notes(...clusters),
    language
  )
  return {
    points: made.points.map(line),
    entries: made.entries.map(({ runs }) => line(runs)),
    order: made.entries.map(({ sourceId }) => sourceId.replace('source-id-', '')),
    made
  }
}

describe('formatCitations', () => {
  it.each([
    ['chicago-notes', 'Late Edition', 'Mara Quill. “Ferry Stopped.” *Harbour Post*, March 3, 2031. Late Edition.'],
    ['chicago-notes', 'no. 7990', 'Mara Quill. “Ferry Stopped.” *Harbour Post*, March 3, 2031.'],
    ['apa', 'Late Edition', 'Mara Quill. (2031, March 3). Ferry stopped. *Harbour Post*, A1.'],
    ['oscola', 'Late Edition', 'Mara Quill, ‘Ferry Stopped’ *Harbour Post* (3 March 2031) A1'],
    ['bluebook', 'Late Edition', 'Mara Quill, *Ferry Stopped*, _Harbour Post_, Mar. 3, 2031, at A1.']
  ] as const)('prints edition and page of a paper where %s does', async (style, edition, printed) => {
    const paper = {
      title: 'Ferry stopped',
      authors: ['Mara Quill'],
      publisher: 'Harbour Post',
      published: '2031-03-03'
    }
    const database = { edition, page: 'A1', documentId: 'COASTC0020310303e7ct0015j', language: 'en' }
    expect((await format(style, [{ ...paper, ...database }])).entries).toEqual([printed])
  })

  it('follows Chicago (18th ed.): a full note first, then author, shortened title and place, without ibid.', async () => {
    const { points, entries } = await format('chicago-notes', [MEMO, FERRY, MINUTES, DEBTS], CLUSTERS)
    expect(points).toEqual([
      // 14.87 and following: a newspaper's article by author, title in quotation marks, paper in italics, date.
      'Mara Quill, “Harbour Board Held the Memo Back for Nine Days,” *Harbour Post*, March 3, 2031, para. 3, https://harbour-post.example/memo.',
      // 13.32 and following: shortened citations; 13.37 prefers them to ‘ibid.’
      'Mara Quill, “Harbour Board Held the Memo Back for Nine Days,” para. 4.',
      'Mara Quill, “Harbour Board Held the Memo Back for Nine Days,” para. 4.',
      // 13.15: an access date where no date of publication is known.
      'Sollen Harbour Authority, “Minutes of the Harbour Board,” accessed March 4, 2031, https://harbour.example/minutes.',
      // A title in another language keeps its capitals (11.8); pages stand without a word (13.20).
      'Institut für Küsten, *Die Schulden des Hafens* (Institut für Küsten, 2030), 12; contra “Ferry Stopped,” *Coast Daily*, March 2031.',
      'Mara Quill, “Harbour Board Held the Memo Back for Nine Days.”',
      'Cf. Institut für Küsten, *Die Schulden des Hafens*, 12; Sollen Harbour Authority, “Minutes of the Harbour Board,” at the foot.',
      'Institut für Küsten, *Die Schulden des Hafens*, 13.',
      'Institut für Küsten, *Die Schulden des Hafens*, 14.',
      'Mara Quill, “Harbour Board Held the Memo Back for Nine Days,” paras. 5–7.'
    ])
    expect(entries).toEqual([
      // An article without an author stands under its newspaper.
      '*Coast Daily*. “Ferry Stopped.” March 2031.',
      'Institut für Küsten. *Die Schulden des Hafens*. Institut für Küsten, 2030.',
      'Mara Quill. “Harbour Board Held the Memo Back for Nine Days.” *Harbour Post*, March 3, 2031. https://harbour-post.example/memo.',
      'Sollen Harbour Authority. “Minutes of the Harbour Board.” Accessed March 4, 2031. https://harbour.example/minutes.'
    ])
  })

  it('follows APA (7th ed.): author and year in the text, with letters where they are the same', async () => {
    const { points, entries } = await format(
      'apa',
      [MEMO, FERRY, MINUTES, DEBTS, SECOND],
      [...CLUSTERS, [cite(5), cite(4), cite(1)]]
    )
    expect(points).toEqual([
      // 8.13: paragraphs are counted where there are no pages; 8.19: letters tell works of one author and year apart.
      '(Mara Quill, 2031a, para. 3)',
      '(Mara Quill, 2031a, para. 4)',
      '(Mara Quill, 2031a, para. 4)',
      // 8.14: ‘n.d.’ where there is no date.
      '(Sollen Harbour Authority, n.d.)',
      // 8.14: the title stands for an author who isn't known. What contradicts comes behind what supports.
      '(Institut für Küsten, 2030, p. 12; contra “Ferry Stopped,” 2031)',
      '(Mara Quill, 2031a)',
      '(cf. Institut für Küsten, 2030, p. 12; Sollen Harbour Authority, n.d., at the foot)',
      '(Institut für Küsten, 2030, p. 13)',
      '(Institut für Küsten, 2030, p. 14)',
      '(Mara Quill, 2031a, paras. 5–7)',
      // 8.12: works in one pair of parentheses stand in the order of the list.
      '(Institut für Küsten, 2030; Mara Quill, 2031a, 2031b)'
    ])
    expect(entries).toEqual([
      // 9.12: without an author the title stands first.
      'Ferry stopped. (2031, March). *Coast Daily*.',
      // 9.29: a publisher that is the author isn't named again.
      'Institut für Küsten. (2030). *Die Schulden des Hafens*.',
      'Mara Quill. (2031a, March 3). Harbour board held the memo back for nine days. *Harbour Post*. https://harbour-post.example/memo',
      'Mara Quill. (2031b, March 9). Second memo found. *Coast Daily*.',
      // 9.16: the date of retrieval where the work may change and has no date.
      'Sollen Harbour Authority. (n.d.). *Minutes of the harbour board*. Retrieved March 4, 2031, from https://harbour.example/minutes'
    ])
  })

  it('follows OSCOLA (4th ed.): ibid for the note before, else the number of the first note', async () => {
    const { points, entries } = await format('oscola', [MEMO, FERRY, MINUTES, DEBTS], CLUSTERS)
    expect(points).toEqual([
      // 3.4.9: author, ‘title’ newspaper (date), address in angle brackets and date of access (3.1.4).
      'Mara Quill, ‘Harbour Board Held the Memo Back for Nine Days’ *Harbour Post* (3 March 2031) para 3 <https://harbour-post.example/memo> accessed 4 March 2031.',
      // 1.2.1 and 1.2.2: ‘ibid’ in lower case without italics, alone for the same place.
      'ibid para 4.',
      'ibid.',
      // 3.4.8: pages without a date.
      'Sollen Harbour Authority, ‘Minutes of the Harbour Board’ <https://harbour.example/minutes> accessed 4 March 2031.',
      'Institut für Küsten, ‘Die Schulden des Hafens’ (Institut für Küsten 2030) 12; contra ‘Ferry Stopped’ *Coast Daily* (March 2031).',
      // 1.2.1: ‘(n 1)’ leads to the first note.
      'Mara Quill (n 1).',
      // Not ‘ibid’: the note before cites two works.
      'Cf Institut für Küsten (n 5) 12; Sollen Harbour Authority (n 4) at the foot.',
      'Institut für Küsten (n 5) 13.',
      'ibid 14.',
      'Mara Quill (n 1) paras 5–7.'
    ])
    // 1.7: no full stop at the end of an entry.
    expect(entries).toEqual([
      '‘Ferry Stopped’ *Coast Daily* (March 2031)',
      'Institut für Küsten, ‘Die Schulden des Hafens’ (Institut für Küsten 2030)',
      'Mara Quill, ‘Harbour Board Held the Memo Back for Nine Days’ *Harbour Post* (3 March 2031) <https://harbour-post.example/memo> accessed 4 March 2031',
      'Sollen Harbour Authority, ‘Minutes of the Harbour Board’ <https://harbour.example/minutes> accessed 4 March 2031'
    ])
  })

  it('tells works of one author apart by their titles in OSCOLA', async () => {
    const { points } = await format('oscola', [MEMO, SECOND], [cite(1), cite(2), cite(1)])
    expect(points[2]).toBe('Mara Quill, ‘Harbour Board Held the Memo Back for Nine Days’ (n 1).')
  })

  it('follows the Bluebook (21st ed.): id. for the note before, else supra', async () => {
    const { points, entries } = await format('bluebook', [MEMO, FERRY, MINUTES, DEBTS], CLUSTERS)
    expect(points).toEqual([
      // 16.6: title in italics, newspaper in small capitals, date; 3.3: paragraphs by their sign.
      'Mara Quill, *Harbour Board Held the Memo Back for Nine Days*, _Harbour Post_, Mar. 3, 2031, https://harbour-post.example/memo, ¶ 3.',
      // 4.1: ‘id.’ for the authority before; without ‘at’ before a sign.
      '*Id.* ¶ 4.',
      '*Id.*',
      // 18.2.2: the date of the last visit where there is no date.
      'Sollen Harbour Authority, *Minutes of the Harbour Board*, https://harbour.example/minutes (last visited Mar. 4, 2031).',
      // 15.1: reports in small capitals, the page before the year. 1.2: signals in italics.
      '_Institut für Küsten_, _Die Schulden des Hafens_ 12 (2030); *contra* *Ferry Stopped*, _Coast Daily_, Mar. 2031.',
      // 4.2: ‘supra’ with the number of the first note.
      'Mara Quill, *supra* note 1.',
      '*Cf.* _Institut für Küsten_, *supra* note 5 at 12; Sollen Harbour Authority, *supra* note 4, at the foot.',
      '_Institut für Küsten_, *supra* note 5 at 13.',
      '*Id.* at 14.',
      'Mara Quill, *supra* note 1, ¶¶ 5-7.'
    ])
    // The style knows no list of its own: full citations in the order of the alphabet.
    expect(entries).toEqual([
      '*Ferry Stopped*, _Coast Daily_, Mar. 2031.',
      '_Institut für Küsten_, _Die Schulden des Hafens_ (2030).',
      'Mara Quill, *Harbour Board Held the Memo Back for Nine Days*, _Harbour Post_, Mar. 3, 2031, https://harbour-post.example/memo.',
      'Sollen Harbour Authority, *Minutes of the Harbour Board*, https://harbour.example/minutes (last visited Mar. 4, 2031).'
    ])
  })

  it('says terms and dates in the language of the brief', async () => {
    const { points, entries } = await format('oscola', [MEMO], [cite(1, '¶ 3'), cite(1, '¶ 4')], 'de')
    expect(points).toEqual([
      'Mara Quill, „Harbour Board Held the Memo Back for Nine Days“ *Harbour Post* (3. März 2031) Abs 3 <https://harbour-post.example/memo> zugegriffen 4. März 2031.',
      'ebd Abs 4.'
    ])
    expect(entries[0]).toContain('zugegriffen 4. März 2031')
    const french = await format('oscola', [MINUTES], [cite(1)], 'fr')
    expect(french.points[0]).toContain('consulté le 4 mars 2031')
  })

  it('takes the day of the import where none of retrieval is known', async () => {
    const { url, title, language } = MINUTES
    const { points } = await format('oscola', [{ url: url!, title: title!, language: language! }], [cite(1)])
    expect(points).toEqual(['‘Minutes of the Harbour Board’ <https://harbour.example/minutes> accessed 5 March 2031.'])
  })

  it('lists every source, also those that a style leaves out as unpublished, under its own reference', async () => {
    const unpublished = { title: 'Note to the file', authors: ['Clerk'], language: 'en' }
    const fields = [MEMO, unpublished, {}, FERRY]
    const chicago = await format('chicago-notes', fields)
    expect(chicago.order).toEqual(['4', '1', '2', '3'])
    expect(chicago.entries.slice(2)).toEqual(['Clerk, “Note to the File,” n.d.', '“report-3.html,” n.d.'])
    for (const style of ['oscola', 'bluebook'] as const) {
      const { order, entries } = await format(style, fields)
      expect(order.toSorted()).toEqual(['1', '2', '3', '4'])
      for (const [n, words] of [
        ['1', 'Mara Quill'],
        ['2', 'Clerk'],
        ['3', 'report-3.html'],
        ['4', 'Coast Daily']
      ] as const) {
        expect(entries[order.indexOf(n)]).toContain(words)
      }
    }
  })

  it('prints hostile metadata as they are', async () => {
    const title = 'a <i>b</i> <span class="nocase">c</span> &amp; &#60;d> {e} %%STRING%% \ufdd3f\ufdd0'
    const long = 'word '.repeat(2000).trim()
    for (const style of ['chicago-notes', 'apa', 'oscola', 'bluebook'] as const) {
      const { made, entries } = await format(style, [
        {
          title,
          authors: ['<b>Nobody</b>'],
          publisher: 'Post & <sc>Sons</sc>',
          published: '2031-03-03',
          language: 'en'
        },
        { title: `${long}\nsecond\tline`, published: 'spring\u0000 <i>2031</i>', publisher: 'P', language: 'en' },
        { title: 'x', url: 'javascript:alert(1)', language: 'en' },
        { title: 'y', url: 'https://x.example/?a=<i>&b="c"', language: 'en' }
      ])
      const text = entries.join(' ').replaceAll(/[*_]/g, '')
      expect(text).toContain('a <i>b</i> <span class=')
      expect(text).toContain('</span> &amp; &#60;d> {e} %%STRING%% \ufffdf\ufffd')
      expect(text).toContain('<b>Nobody</b>')
      expect(text).toContain('Post & <sc>Sons</sc>')
      expect(text.toLowerCase()).toContain(`${long} second line`)
      expect(text).not.toMatch(/[\ufdd0-\ufdef\p{Cc}]/u)
      const links = made.entries.flatMap(({ runs }) => runs.flatMap(({ uri }) => uri ?? []))
      expect(links).toEqual(['https://x.example/?a=<i>&b="c"'])
    }
  })

  it('sets words apart that run the other way', async () => {
    const hebrew: MadeFields = { title: 'הנמל נסגר', publisher: 'Coast Daily', published: '2031-03-03', language: 'he' }
    expect((await format('oscola', [hebrew])).entries).toEqual(['‘\u2068הנמל נסגר\u2069’ *Coast Daily* (3 March 2031)'])
    const { entries } = await format('oscola', [hebrew], [], 'he')
    expect(entries[0]).toContain('*\u2068Coast Daily\u2069*')
    expect(entries[0]).not.toContain('\u2068הנמל')
  })

  it('tells which words belong to which cite, and what links where', async () => {
    const { made } = await format('oscola', [MEMO, FERRY], [[cite(1), cite(2)]])
    const [runs] = made.points
    expect(runs!.filter((run) => run.cite === 0).map(({ text }) => text)).toContain('https://harbour-post.example/memo')
    expect(line(runs!.filter((run) => run.cite === 1))).toBe('‘Ferry Stopped’ *Coast Daily* (March 2031')
    expect(runs!.flatMap(({ uri }) => uri ?? [])).toEqual(['https://harbour-post.example/memo'])
    expect(runs!.find(({ text }) => text === 'Coast Daily')).toEqual({ text: 'Coast Daily', italic: true, cite: 1 })
  })

  it('gives the same for the same', async () => {
    const once = await format('oscola', [MEMO, FERRY, MINUTES], CLUSTERS.slice(0, 4))
    expect(await format('oscola', [MEMO, FERRY, MINUTES], CLUSTERS.slice(0, 4))).toEqual(once)
  })
})
