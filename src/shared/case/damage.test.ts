import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chainStart, checkChain, type CheckedChain, type CustodyEntry, type CustodyNote } from './custody.ts'
import { damageTold } from './damage.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Told = Partial<CustodyNote> & Pick<CustodyNote, 'action'> & { at?: string }

/** A device's log of these entries. */
function chain(device: string, ...notes: Told[]): CheckedChain {
  let previous = sha256(chainStart('case-1', device))
  const lines = notes.map(({ at = '2031-03-12T09:00:00.000Z', ...note }, i) => {
    const entry: CustodyEntry = { n: i + 1, at, subject: null, detail: {}, ...note, previous }
    const line = JSON.stringify(entry)
    previous = sha256(line)
    return `${line}\n`
  })
  return checkChain({ caseId: 'case-1', device, content: lines.join('') }, [], sha256)
}

const damage = (what: string, at?: string): Told => ({
  action: 'damage-found',
  detail: { what },
  ...(at ? { at } : {})
})
const accepted = (chains: CheckedChain[]): Record<string, boolean> =>
  Object.fromEntries(damageTold(chains).map((told) => [String(told.entry.detail['what']), told.accepted]))

describe.each(['2030-03-12T09:00:00.000Z', '2031-03-12T09:00:00.000Z', '2032-03-12T09:00:00.000Z'])(
  'an acceptance dated %s',
  (at) => {
    it('covers the entries that it names, and no others', () => {
      const theirs = chain('b', damage('theirs'), damage('theirs, later'))
      const first = chain('a', damage('ours'))
      const covers = [first.hashes[0]!, theirs.hashes[0]!]
      const ours = chain('a', damage('ours'), { action: 'findings-accepted', covers, at }, damage('ours, later'))
      expect(accepted([ours, theirs])).toEqual({
        ours: true,
        theirs: true,
        'theirs, later': false,
        'ours, later': false
      })
    })

    it('that names none covers what its device had logged or seen', () => {
      const theirs = chain('b', damage('theirs'), damage('theirs, later'))
      const seen = [{ log: 'b', n: 1, sha256: theirs.hashes[0]! }]
      const ours = chain(
        'a',
        { action: 'case-opened', seen },
        damage('ours'),
        { action: 'findings-accepted', at },
        { action: 'case-opened', seen: [{ log: 'b', n: 2, sha256: theirs.hashes[1]! }] },
        damage('ours, later')
      )
      expect(accepted([ours, theirs])).toEqual({
        ours: true,
        theirs: true,
        'theirs, later': false,
        'ours, later': false
      })
    })

    it('of nothing but documents covers no damage', () => {
      expect(accepted([chain('a', damage('ours'), { action: 'findings-accepted', covers: [], at })])).toEqual({
        ours: false
      })
    })

    it('covers an entry also where a merge brought it a second time', () => {
      const ours = chain('a', damage('ours'))
      const merged = { ...ours, device: 'merged/a-12345678' }
      const covers = [ours.hashes[0]!]
      expect(accepted([ours, merged, chain('c', { action: 'findings-accepted', covers, at })])).toEqual({ ours: true })
    })
  }
)
