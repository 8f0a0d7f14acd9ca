import CSL from 'citeproc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CitationPoint, Cite } from '../../shared/composition/citations.ts'
import { citeprocItem } from './items.ts'
import { findPositions, type Position } from './positions.ts'
import { cite, inText, madeSource, notes } from './sources.test-helper.ts'
import { readLocale, readStyle } from './styles.ts'

function kinds(points: CitationPoint[]): string[][] {
  return findPositions(points, 5).map((each) => each.map(({ kind }) => kind))
}

describe('findPositions', () => {
  it('knows what repeats the note before', () => {
    expect(
      kinds(notes(cite(1), cite(1), cite(1, '¶ 2'), cite(1, '¶ 2'), cite(1, 'p. 2'), cite(1), cite(2), cite(1)))
    ).toEqual([
      ['first'],
      ['ibid'],
      ['ibid-with-locator'],
      ['ibid'],
      ['ibid-with-locator'],
      // The whole work again: ‘ibid’ would mean page 2.
      ['subsequent'],
      ['first'],
      ['subsequent']
    ])
  })

  it('takes no note with several sources, and no note farther back, for the one before', () => {
    expect(kinds(notes([cite(1), cite(2)], cite(1), [cite(3), cite(3, '¶ 2')]))).toEqual([
      ['first', 'first'],
      ['subsequent'],
      ['first', 'ibid-with-locator']
    ])
    const apart = [
      { cites: [cite(1)], note: 1 },
      { cites: [cite(1)], note: 3 }
    ]
    expect(kinds(apart)).toEqual([['first'], ['subsequent']])
    expect(kinds(inText([cite(2), cite(1)], cite(1)))).toEqual([['first', 'first'], ['ibid']])
  })

  it('tells the first note, and whether it is near', () => {
    const points = notes(cite(1), cite(2), cite(2), cite(2), cite(2), cite(2), cite(1), cite(1))
    const ends = findPositions(points, 5).map(([each]) => [each!.firstNote, each!.near])
    expect(ends.slice(-2)).toEqual([
      [1, false],
      [1, true]
    ])
    expect(ends[0]).toEqual([null, false])
  })

  it('finds what citeproc finds when it goes through the document itself', () => {
    const sources = [1, 2, 3].map((n) =>
      madeSource(n, { title: `Title ${n}`, authors: [`Author ${n}`], published: '2031' })
    )
    const anyCite = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'p. 1', 'p. 2', '¶ 1'))
      .map(([n, place]) => cite(n, place))
    const document = fc.array(fc.array(anyCite, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    for (const style of ['oscola', 'bluebook'] as const) {
      const items = new Map(sources.map((source) => [source.id, citeprocItem(source, style, false)]))
      const make = (): InstanceType<typeof CSL.Engine> => {
        const retrieveItem = (id: string): object => ({ ...items.get(id) })
        return new CSL.Engine({ retrieveLocale: readLocale, retrieveItem }, readStyle(style), 'en-GB', true)
      }
      const engine = make()
      engine.updateItems([...items.keys()])
      const item = ({ sourceId, locator }: Cite): { id: string; locator?: string; label?: string } => {
        return locator ? { id: sourceId, locator: locator.value, label: locator.label! } : { id: sourceId }
      }
      fc.assert(
        fc.property(document, (clusters) => {
          const points = notes(...clusters)
          const positions = findPositions(points, engine.citation.opt['near-note-distance'])
          const ours = points.map(({ cites }, i) =>
            engine.makeCitationCluster(cites.map((each, k) => ({ ...item(each), ...given(positions[i]![k]!) })))
          )
          const theirs = make().rebuildProcessorState(
            points.map(({ cites, note }) => {
              return { citationID: `c${note}`, citationItems: cites.map(item), properties: { noteIndex: note } }
            }),
            'html',
            [...items.keys()]
          )
          expect(ours).toEqual(theirs.map(([, , text]) => text))
        }),
        { numRuns: 25 }
      )
    }
  })
})

const NUMBERS = { first: 0, subsequent: 1, ibid: 2, 'ibid-with-locator': 3 }

function given({ kind, firstNote, near }: Position): object {
  return {
    position: NUMBERS[kind],
    'near-note': near,
    ...(firstNote === null ? {} : { 'first-reference-note-number': firstNote })
  }
}
