import { beforeAll, describe, expect, it } from 'vitest'
import { BriefBuilder } from './brief.test-helper.ts'
import { structuralFaults } from './structure-check.test-helper.ts'
import { readShown } from '../../../shared/verifier/pdfjs.ts'
import { renderPdf } from '../render.ts'
import { scriptsBrief, SPECIMENS } from './scripts.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'

function lettersAndDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

function words(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}\u200c]+/gu) ?? []
}

describe('a brief in many scripts', () => {
  let bytes: Uint8Array
  let shown = ''
  let printed = ''

  beforeAll(async () => {
    ;({ bytes } = await renderPdf(scriptsBrief()))
    shown = lettersAndDigits((await readShown(bytes, [])).quotes.map(({ text }) => text).join(''))
    using file = new PdfFile(bytes)
    printed = file.text().normalize('NFKC')
  })

  it.each(SPECIMENS.map(({ name, words }) => [name, words]))(
    'gives back the letters and digits of a quote, to pdf.js: %s',
    (_name, quoted) => {
      expect(shown).toContain(lettersAndDigits(quoted))
    }
  )

  it.each(
    SPECIMENS.filter(({ language }) => !['he', 'th', 'fa'].includes(language)).map(({ name, words }) => [name, words])
  )('gives back the words of a quote, to pdftotext: %s', (_name, quoted) => {
    const joined = printed.replace(/[\s\u202a-\u202e\u00ad]/g, '')
    for (const word of words(quoted)) expect(joined).toContain(word)
  })

  it('gives back Hebrew and Persian words without their marks, and Thai, to pdftotext', () => {
    const bare = (text: string): string => text.replace(/[\p{Mn}\s\u202a-\u202e]/gu, '')
    for (const { words: quoted } of SPECIMENS.filter(({ language }) => ['he', 'th', 'fa'].includes(language))) {
      for (const word of words(quoted)) expect(bare(printed)).toContain(bare(word))
    }
  })

  it('prints no code in place of a character, and passes its own verification and the check of its structure', async () => {
    expect(printed).not.toContain('U+')
    expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [] })
    expect(await structuralFaults(bytes)).toEqual([])
  })
})

describe('a quote with words divided at line ends', () => {
  const words =
    'Laut Protokoll erhielten Wasserbauingenieurvereinigungen Vertragsdurchführungsbestimmungen; Hafenverwaltungsgesellschaften unterzeichneten Genehmigungsverfahrensunterlagen. Die Hafenbehördenvertragsunterlagen wurden vor Ausschreibungsschluss unterzeichnet, und die Wasserbauingenieurvereinigung erhielt Vertragsdurchführungsbestimmungen erst nach der Aufsichtsratssitzung im Hafenverwaltungsgebäude.'

  it('reads back whole', async () => {
    const b = new BriefBuilder()
    const source = b.source(['Hafen', words], { language: 'de' })
    b.section('Vertrag', b.block(b.quote(source, words)))
    const { bytes } = await renderPdf(b.build())
    const { quotes } = await readShown(bytes, [])
    const ends = quotes[0]!.text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' ').at(-1)!)
    expect(ends.some((end) => !words.split(' ').includes(end))).toBe(true)
    expect(lettersAndDigits(quotes[0]!.text)).toBe(lettersAndDigits(words))
    expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [] })
    using file = new PdfFile(bytes)
    expect(lettersAndDigits(file.text())).toContain(lettersAndDigits(words))
    expect(file.text()).toContain('\u00ad ')
    for (const word of words.split(' ')) expect(file.text().replaceAll('\u00ad ', '')).toContain(word)
  })
})
