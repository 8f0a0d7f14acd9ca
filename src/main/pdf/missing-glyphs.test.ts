import { describe, expect, it } from 'vitest'
import { BriefBuilder } from './brief.test-helper.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { sampleBrief } from './sample.test-helper.ts'

describe('missingGlyphs', () => {
  it('finds none in Latin, Greek and Cyrillic', () => {
    expect(missingGlyphs(sampleBrief())).toEqual([])
  })

  it('names each character once, with where it stands', () => {
    const b = new BriefBuilder()
    b.section('Facts', b.statement(['新しい 新']), b.statement(['plain \u200b\u00ad\ufeff text']))
    b.section('Gaps', b.statement(['🚢 新']))
    expect(missingGlyphs(b.build({ title: 'Title 🚢' }))).toEqual([
      { character: '🚢', codePoint: 'U+1F6A2', where: ['Title', '2 Gaps'] },
      { character: '新', codePoint: 'U+65B0', where: ['1 Facts', '2 Gaps'] },
      { character: 'し', codePoint: 'U+3057', where: ['1 Facts'] },
      { character: 'い', codePoint: 'U+3044', where: ['1 Facts'] }
    ])
  })
})
