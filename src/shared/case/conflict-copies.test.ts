import { describe, expect, it } from 'vitest'
import { conflictCopies } from './conflict-copies.ts'

const BRIEF = '62999e17-18e3-4f86-9ad2-f5dfeb488868'
const isRecord = (name: string): boolean => /^(case|meta|text)\.json$/.test(name)
const isBrief = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,63}\.json$/.test(name)

describe('conflictCopies', () => {
  it.each([
    ['meta (Jo’s conflicted copy 2031-03-12).json', 'Dropbox'],
    ["meta (SOLLEN-PC's conflicted copy 2031-03-12 (1)).json", null],
    ["meta (Jo's conflicted copy 2031-03-12) (1).json", 'Dropbox'],
    ['meta (Konfliktkopie von Sollen 2031-03-12).json', 'Dropbox'],
    ['meta (Case Conflict).json', 'Dropbox'],
    ['meta.sync-conflict-20310312-101500-7XKZQ2M.json', 'Syncthing'],
    ['meta (conflicted copy 2031-03-12 101500).json', 'Nextcloud'],
    ['meta_conflict-20310312-101500.json', 'Nextcloud'],
    ['meta-DESKTOP-AB12CD3.json', 'OneDrive'],
    ['meta-SOLLEN.json', 'OneDrive'],
    ['meta (1).json', 'Google Drive'],
    ['meta [Conflict].json', 'Google Drive'],
    ['meta 2.json', 'iCloud'],
    ['meta - Copy.json', 'a file manager'],
    ['meta.json', null],
    ['notes.json', null],
    ['metadata.json', null],
    ['meta.json.previous', null]
  ])('%s: %s', (name, service) => {
    const [found] = conflictCopies(['meta.json', name].toSorted(), isRecord)
    expect(found ?? null).toEqual(service === null ? null : { name, of: 'meta.json', service })
  })

  it('recognises a copy whose file is gone', () => {
    expect(conflictCopies(['meta (1).json'], isRecord)).toEqual([
      { name: 'meta (1).json', of: 'meta.json', service: 'Google Drive' }
    ])
  })

  it('tells a brief from a copy of one that looks like an id', () => {
    const copy = `${BRIEF}-DESKTOP-AB12CD3.json`
    expect(conflictCopies([`${BRIEF}.json`, copy], isBrief)).toEqual([
      { name: copy, of: `${BRIEF}.json`, service: 'OneDrive' }
    ])
    expect(conflictCopies([`${BRIEF}.json`, 'b.json', `${BRIEF.replace('6', '7')}.json`], isBrief)).toEqual([])
  })
})
