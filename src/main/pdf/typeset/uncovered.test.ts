import { describe, expect, it } from 'vitest'
import { compose } from '../../../shared/composition/compose.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { printedTexts } from '../../../shared/composition/printed-texts.ts'
import { BriefBuilder } from '../test/brief.test-helper.ts'
import { CERTAIN } from './faces.ts'
import { renderPdf } from '../render.ts'
import { scriptsBrief } from '../test/scripts.test-helper.ts'
import { PdfFile } from '../test/tools.test-helper.ts'
import { uncovered } from './uncovered.ts'

const uncoveredIn = (input: ExportInput) => uncovered(printedTexts(compose(input).blocks), input.brief.language)

describe('uncovered', () => {
  it('names each character that is printed as its code, how often and where first', async () => {
    const b = new BriefBuilder()
    const source = b.source(['Headline', 'The seal reads 𓀀 and 𓀁.'], { publisher: 'Museum of 𓀂' })
    const quote = b.quote(source, 'The seal reads 𓀀 and 𓀁.')
    b.section('Seals', b.statement(['Two signs: 𓀀\tand\n𓀀.'], { kind: 'assumption' }), b.block(quote))
    const input = b.build()
    const found = uncoveredIn(input)
    expect(found.map(({ character, codePoint, where }) => [character, codePoint, where])).toEqual([
      ['𓀀', 0x13000, 'Seals'],
      ['𓀁', 0x13001, 'Seals'],
      ['𓀂', 0x13002, 'Seals']
    ])
    using file = new PdfFile((await renderPdf(input)).bytes)
    const shown = file.text()
    for (const { character, count } of found) expect(shown.split(character)).toHaveLength(count + 1)
  })

  it('finds none among the characters of which it is certain without a font', () => {
    const certain = Array.from({ length: 0x3000 }, (_, point) => String.fromCodePoint(point)).filter((each) =>
      CERTAIN.test(each)
    )
    expect(certain.length).toBeGreaterThan(500)
    const b = new BriefBuilder()
    b.section('', b.statement([certain.join('')], { kind: 'assumption' }))
    expect(uncoveredIn(b.build())).toEqual([])
  })

  it('finds none in the scripts that there are fonts for', () => {
    expect(uncoveredIn(scriptsBrief())).toEqual([])
  })
})
