import { describe, expect, it } from 'vitest'
import { cleanName } from './clean-name.ts'

describe('names of imported files', () => {
  it.each([
    ['report.html', 'report.html'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\memo.txt', 'memo.txt'],
    ['folder/', 'folder'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['invoice\u202Efdp.exe', 'invoice\uFFFDfdp.exe'],
    ['a\u0000b\n.txt', 'a\uFFFDb\uFFFD.txt'],
    ['naïve 報告 📄.txt', 'naïve 報告 📄.txt']
  ])('%j becomes %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean)
  })

  it('are cut where they are too long, and keep their ending', () => {
    const clean = cleanName(`${'x'.repeat(500)}.html`)
    expect(clean).toHaveLength(200)
    expect(clean.endsWith('x….html')).toBe(true)
  })
})
