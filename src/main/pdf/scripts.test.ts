import { beforeAll, describe, expect, it } from 'vitest'
import { structuralFaults } from './gate.test-helper.ts'
import { readPdf } from './read-pdf.ts'
import { renderPdf } from './render.ts'
import { scriptsBrief, SPECIMENS } from './scripts.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'
import { verifyPdf } from './verify.ts'

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
    shown = lettersAndDigits((await readPdf(bytes)).quotes.map(({ text }) => text).join(''))
    using file = new PdfFile(bytes)
    printed = file.text().normalize('NFKC')
  }, 120_000)

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

  it('prints no code in place of a character, and passes its own verification and the gate', async () => {
    expect(printed).not.toContain('U+')
    expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [] })
    expect(await structuralFaults(bytes)).toEqual([])
  })
})
