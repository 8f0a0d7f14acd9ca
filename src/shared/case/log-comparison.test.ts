import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recordVersion, stateOf, type CheckedChain, type CustodyEntry, type RecordTold } from './custody.ts'
import { KINDS } from './records/kinds.ts'
import { compareWithLogs } from './log-comparison.ts'
import type { Present, ComparisonReport } from './log-findings.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const NAME = 'sources/aa/aa-1/meta.json'
const v = (words: string): string => recordVersion({ words, custody: 'anything', schema: 9 }, sha256)

/** A log whose entries have the hashes `<device> <n>`, hashed. */
function chain(device: string, entries: (Partial<CustodyEntry> & { records?: RecordTold[] })[]): CheckedChain {
  const all = entries.map((entry, i): CustodyEntry => ({
    n: i + 1,
    at: `2031-03-12T09:0${i}:00.000Z`,
    action: 'metadata-changed',
    subject: 'S1',
    detail: {},
    previous: sha256(''),
    ...entry
  }))
  const hashes = all.map(({ n }) => sha256(`${device} ${n}`))
  return { device, entries: all, hashes, breaks: [], clock: [], foreign: false }
}

const made = (words: string, replaces: string[] = []): { records: RecordTold[] } => ({
  records: [{ name: NAME, version: v(words), replaces }]
})
const state = (words: string, device: string, n: number): string => stateOf(v(words), sha256(`${device} ${n}`), sha256)
const standing = (words: string, device: string, n: number): Present => ({
  name: NAME,
  version: v(words),
  custody: { device, n, sha256: sha256(`${device} ${n}`) }
})

function compare(chains: CheckedChain[], present: Present[], anchored: [string, number][] = []): ComparisonReport {
  return compareWithLogs({
    chains,
    present,
    previous: [],
    copies: new Set(),
    anchored: new Map(anchored),
    kinds: KINDS,
    sha256
  })
}
const messages = ({ findings }: ComparisonReport): string => findings.map(({ message }) => message).join('\n')

describe('a document and its log', () => {
  const log = chain('d', [made('one'), made('two', [state('one', 'd', 1)]), {}])

  it('agree about the last version, and disagree about older, foreign and changed ones', () => {
    expect(messages(compare([log], [standing('two', 'd', 2)]))).toBe('')
    expect(messages(compare([log], [standing('one', 'd', 1)]))).toContain('is an older version')
    expect(messages(compare([log], [standing('other', 'd', 2)]))).toContain('it was changed outside Dossier')
    expect(messages(compare([log], [standing('two', 'e', 7)]))).toContain('isn’t any version of it')
    expect(messages(compare([log], []))).toContain('S1 (sources/aa/aa-1/meta.json) is missing')
    const stranger = { ...standing('two', 'd', 2), name: 'sources/bb/bb-2/meta.json' }
    expect(messages(compare([log], [standing('two', 'd', 2), stranger]))).toContain('the log tells nothing of it')
  })

  it('agree about what a crash left: the last entry, and those that were open with it, may be without effect', () => {
    const cut = chain('d', [made('one'), made('two', [state('one', 'd', 1)])])
    const crashed = compare([cut], [standing('one', 'd', 1)])
    expect(messages(crashed)).toBe('')
    expect(crashed.cutShort).toMatchObject([{ log: 'd', n: 2 }])
    // Not when the log's end was written since.
    expect(messages(compare([cut], [standing('one', 'd', 1)], [['d', 2]]))).toContain('is an older version')
    const open = chain('d', [made('one'), made('two', [state('one', 'd', 1)]), { open: [2] }])
    expect(messages(compare([open], [standing('one', 'd', 1)]))).toBe('')
  })

  it('agree about typing once its version is noted', () => {
    const typing: RecordTold = { name: NAME, version: 'open', replaces: [state('one', 'd', 1)] }
    const noted: RecordTold = { name: NAME, noted: v('typed'), of: sha256('d 2') }
    const begun = chain('d', [made('one'), { records: [typing] }, {}])
    expect([...compare([begun], [standing('anything', 'd', 2)]).open.keys()]).toEqual([NAME])
    const done = chain('d', [made('one'), { records: [typing] }, { records: [noted] }])
    expect(messages(compare([done], [standing('typed', 'd', 2)]))).toBe('')
    expect(messages(compare([done], [standing('typ', 'd', 2)]))).toContain('an older version was put in its place')
  })

  it('miss what somebody went on without, unless another device did so unknowingly and said the same', () => {
    const rolledBack = chain('d', [
      made('one'),
      made('two', [state('one', 'd', 1)]),
      made('three', [state('one', 'd', 1)]),
      {}
    ])
    expect(messages(compare([rolledBack], [standing('three', 'd', 3)]))).toContain('goes on from an older version')
    const other = (words: string, seen: number): CheckedChain =>
      chain('e', [
        {
          ...made(words, [state('one', 'd', 1)]),
          ...(seen > 0 ? { seen: [{ log: 'd', n: seen, sha256: sha256('d 2') }] } : {})
        },
        {}
      ])
    expect(messages(compare([log, other('two', 0)], [standing('two', 'e', 1)]))).toBe('')
    expect(messages(compare([log, other('two', 2)], [standing('two', 'e', 1)]))).toContain('goes on from an older')
    expect(messages(compare([log, other('three', 0)], [standing('three', 'e', 1)]))).toContain('goes on from an older')
  })

  it('settle what was merged or accepted', () => {
    const lost = compare([log], [])
    const accepted = chain('d', [
      made('one'),
      made('two', [state('one', 'd', 1)]),
      { records: lost.findings.flatMap(({ accepts }) => accepts) },
      {}
    ])
    expect(messages(compare([accepted], []))).toBe('')
  })
})
