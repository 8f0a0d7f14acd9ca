import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../../../shared/brief/check.ts'
import type { Proof } from '../../../shared/proof/proof.ts'
import { BriefBuilder, cite, sha256 } from '../test/brief.test-helper.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from '../test/sample.test-helper.ts'
import { PROOF_NAME } from '../../../shared/composition/summary.ts'
import { PdfFile } from '../test/tools.test-helper.ts'
import { verifyPdf } from './verify.ts'

const MINUTES = 'signed the contract nine days before the tender closed'
const PAYMENT = 'Первый платёж поступил в декабре'
const CHAIR = '“We followed every rule,” the chair said.'

function sound(): ExportInput {
  const b = new BriefBuilder()
  const courier = b.source(['Headline', `The board ${MINUTES}, the minutes say.`, `${CHAIR} She left.`], {
    publisher: 'Northern Courier'
  })
  const radio = b.source(['Bulletin', `${PAYMENT}, сообщило радио.`, `Elsewhere 𝒳: ${CHAIR}`], {
    publisher: 'Sollen Radio'
  })
  const quotes = [b.quote(courier, MINUTES), b.quote(radio, PAYMENT), b.quote(courier, CHAIR)]
  b.section(
    'Facts',
    b.statement(['It was signed early ', cite(quotes[0]!), '.']),
    ...quotes.map((quote) => b.block(quote))
  )
  return b.build()
}

/** The report on a PDF whose proof was changed. */
async function forged(change: (proof: Proof) => void, input = sound()): Promise<PdfReport> {
  const { bytes } = await renderPdf(input)
  using file = new PdfFile(bytes)
  const proof = JSON.parse(file.attachment(PROOF_NAME)) as Proof
  change(proof)
  return verifyPdf(file.withAttachment(PROOF_NAME, JSON.stringify(proof)))
}

function named(report: PdfReport, words: string): boolean {
  const excerpt = words.slice(0, 19)
  return report.problems.some((problem) => problem.includes(excerpt))
}

describe('verifyPdf', () => {
  it('finds every quote of a sound PDF on its page', async () => {
    const { bytes } = await renderPdf(sound())
    const report = await verifyPdf(bytes)
    expect(report.problems).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.title).toBe('Who paid for the Sollen breakwater')
    expect(report.quotes).toEqual(
      [MINUTES, PAYMENT, CHAIR].map((exact, i) => {
        return {
          page: 1,
          exact,
          state: 'verbatim',
          checked: true,
          source: i === 1 ? 'Bulletin' : 'Headline',
          reason: ''
        }
      })
    )
  })

  it('accepts a proof that was put in again unchanged, so that the other tests fail for their own reason', async () => {
    expect(await forged(() => undefined)).toMatchObject({ ok: true, problems: [] })
  })

  it('says what was already wrong when the PDF was made', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const report = await verifyPdf(bytes)
    expect(report.ok).toBe(false)
    expect(report.quotes.map(({ state }) => state)).toEqual([
      'verbatim',
      'verbatim',
      'altered',
      'normalised',
      'verbatim',
      'verbatim',
      'verbatim',
      'missing',
      'verbatim'
    ])
    expect(report.problems).toEqual([expect.stringContaining('was altered when the PDF was made')])
  })

  it('matches quotes that go on over pages and scripts that no font prints', async () => {
    const b = new BriefBuilder()
    const tall = `${'Line of a very long quotation. '.repeat(170)}The end.`
    const source = b.source(['Headline', tall, 'Mixed 新聞 עברית text, 12% of it.'])
    b.section(
      'One',
      b.statement(['x '.repeat(900)]),
      b.block(b.quote(source, tall)),
      b.block(b.quote(source, 'Mixed 新聞 עברית text, 12% of it.')),
      b.block(b.quote(source, 'Headline'))
    )
    const title = 'عربي & <b> 🚢, a title that is far too long for the head of a page in which TLP:AMBER+STRICT stands'
    const { bytes } = await renderPdf(b.build({ title, tlp: 'TLP:AMBER+STRICT' }))
    const report = await verifyPdf(bytes)
    expect(report.problems).toEqual([])
    expect(report.quotes.map(({ state }) => state)).toEqual(['verbatim', 'verbatim', 'verbatim'])
  })

  const HEBREW = 'הַשְׁטָר נֶחְתַּם (לִפְנֵי) «תִּשְׁעָה» יָמִים.'

  it.each([
    HEBREW,
    'He said \u2067אבג!\u2069, twice “אבג”. "דהו"…',
    'قال: «لَا إِلٰهَ» [٣] (أ) و“ب”؛ 12–15٪ نعم!',
    'abc (אבג) def אבג. דהו, 12% זחט 3.5 end',
    '\u202bאבג\u202c and \u202eabc\u202c end',
    'ܫܠܡܐ ދިވެހި ߒߞߏ و🚢ب 👩🏽‍✈️ אב'
  ])('reads words from right to left as they are, in quotes, statements and the running title: %s', async (words) => {
    const b = new BriefBuilder()
    const quote = b.quote(b.source([words]), words)
    b.section('One', b.statement([`${words} `, cite(quote), ` ${words}`]), b.block(quote))
    for (const language of ['en', 'he']) {
      const { bytes } = await renderPdf(b.build({ title: words, language }))
      expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [], statements: [] })
    }
  })

  it.each([
    ['a point', 'נֶחְתַּם', 'נֶחְתַם'],
    ['a quote mark', '«תִּשְׁעָה»', '»תִּשְׁעָה«'],
    ['a full stop', 'יָמִים.', '.יָמִים']
  ])('finds %s changed in words from right to left', async (_what, before, after) => {
    const b = new BriefBuilder()
    const quote = b.quote(b.source([HEBREW]), HEBREW)
    b.section('One', b.statement([HEBREW, cite(quote)]), b.block(quote))
    const report = await forged((proof) => {
      const [{ target }] = proof.first.items as [Proof['first']['items'][number]]
      target.selector[0].exact = HEBREW.replace(before, after)
      proof.statements[0]!.text = HEBREW.replace(before, after)
    }, b.build())
    expect(report.problems.join('\n')).toContain('Page 1 shows other words than the proof for quote')
    expect(report.problems.join('\n')).toContain('in place of statement 1')
  })

  it('takes a statement that is nothing but a citation as it is', async () => {
    const b = new BriefBuilder()
    const quote = b.quote(b.source(['Headline', `The board ${MINUTES}.`]), MINUTES)
    b.section(
      'One',
      b.statement(['First.']),
      b.statement([cite(quote)]),
      b.statement(['Last.', cite(quote)]),
      b.block(quote)
    )
    const { bytes } = await renderPdf(b.build())
    expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [], statements: [] })
  })

  it('finds a letter changed in a quote of the proof', async () => {
    const report = await forged((proof) => {
      proof.first.items[0]!.target.selector[0].exact = MINUTES.replace('nine', 'mine')
    })
    expect(report.ok).toBe(false)
    expect(report.quotes[0]).toMatchObject({ state: 'altered' })
    expect(named(report, MINUTES)).toBe(true)
    expect(report.quotes.slice(1).map(({ state }) => state)).toEqual(['verbatim', 'verbatim'])
  })

  it('finds a letter changed in a carried text', async () => {
    const report = await forged((proof) => {
      proof.sources[0]!.text = proof.sources[0]!.text!.replace('nine days', 'mine days')
    })
    expect(report.ok).toBe(false)
    expect(report.quotes[0]).toMatchObject({ exact: MINUTES, state: 'altered' })
    expect(named(report, MINUTES)).toBe(true)
    expect(report.problems.join(' ')).toContain('SHA-256')
  })

  it('finds a carried text changed together with its hash and the quote, by what the page shows', async () => {
    const report = await forged((proof) => {
      const [first] = proof.first.items
      const source = proof.sources[0]!
      first!.target.selector[0].exact = MINUTES.replace('nine', 'five')
      source.text = source.text!.replace('nine days', 'five days')
      source.textSha256 = sha256(source.text)
      for (const item of proof.first.items) if (item.target.source === source.id) item.textSha256 = source.textSha256
    })
    expect(report.ok).toBe(false)
    expect(report.quotes[0]).toMatchObject({
      page: 1,
      state: 'altered',
      reason: expect.stringContaining('nine days') as string
    })
  })

  it('finds a letter changed on the page', async () => {
    const { bytes } = await renderPdf(sound())
    using file = new PdfFile(bytes)
    const report = await verifyPdf(file.withContent((content) => swapGlyphs(content)))
    expect(report.ok).toBe(false)
    expect(report.quotes[0]).toMatchObject({ exact: MINUTES, page: 1, state: 'altered' })
    expect(named(report, MINUTES)).toBe(true)
  })

  it('finds a quote taken out of the proof, added to it or moved in it', async () => {
    const without = await forged((proof) => {
      proof.first.items.splice(1, 1)
      proof.total = 2
    })
    expect(without.ok).toBe(false)
    expect(without.problems.join(' ')).toContain(PAYMENT)

    const added = await forged((proof) => {
      const item = structuredClone(proof.first.items[0]!)
      item.quoteNumber = proof.first.items.push(item)
      proof.total = 4
    })
    expect(added.ok).toBe(false)
    expect(added.quotes[3]).toMatchObject({ state: 'missing', page: null })

    const moved = await forged((proof) => {
      proof.first.items.reverse()
    })
    expect(moved.ok).toBe(false)
  })

  it('finds a swapped source', async () => {
    const report = await forged((proof) => {
      proof.first.items[0]!.target.source = proof.sources[1]!.id
    })
    expect(report.ok).toBe(false)
    expect(named(report, MINUTES)).toBe(true)

    const nowhere = await forged((proof) => {
      proof.first.items[0]!.target.source = 'urn:dossier:proof:source:77'
    })
    expect(nowhere.quotes[0]).toMatchObject({ state: 'missing' })
    expect(nowhere.ok).toBe(false)
  })

  it('finds a source swapped for another that has the same words, by its hashes', async () => {
    const report = await forged((proof) => {
      proof.first.items[2]!.target.source = proof.sources[1]!.id
    })
    expect(report.ok).toBe(false)
    expect(named(report, CHAIR)).toBe(true)
  })

  it('finds a changed hash of an original', async () => {
    const report = await forged((proof) => {
      const source = proof.sources[0]!
      source.originalSha256 = '0'.repeat(64)
      for (const item of proof.first.items) if (item.target.source === source.id) item.originalSha256 = '0'.repeat(64)
    })
    expect(report.ok).toBe(false)
    expect(report.problems.join(' ')).toContain('list of sources')
  })

  it('finds a claimed state that isn’t the one found, and a place that isn’t the quote’s', async () => {
    const state = await forged((proof) => {
      proof.first.items[0]!.quoteState = 'verbatim'
      proof.first.items[2]!.quoteState = 'verbatim'
    }, sampleBrief())
    expect(state.quotes[2]).toMatchObject({
      state: 'altered',
      reason: expect.stringContaining('claims Verbatim') as string
    })
    const place = await forged((proof) => {
      proof.first.items[0]!.target.selector[1]!.start += 1
    })
    expect(place.ok).toBe(false)
    expect(named(place, MINUTES)).toBe(true)
  })

  it('counts in code points', async () => {
    const report = await forged((proof) => {
      const [words, position] = proof.first.items[1]!.target.selector
      const text = [...proof.sources[1]!.text!]
      expect(text.slice(position!.start, position!.end).join('')).toBe(words.exact)
    })
    expect(report.ok).toBe(true)
  })

  it('doesn’t call a PDF without its texts verified', async () => {
    const input = sound()
    input.options.includeTexts = false
    const { bytes } = await renderPdf(input)
    const report = await verifyPdf(bytes)
    expect(report.ok).toBe(false)
    expect(report.quotes.every(({ reason }) => reason.startsWith('Not checked again'))).toBe(true)
    expect(report.problems).toHaveLength(1)
  })

  it('finds text that was laid over a page', async () => {
    const { bytes } = await renderPdf(sound())
    using file = new PdfFile(bytes)
    const over = await verifyPdf(
      file.withContent((content) =>
        content.replace(/\/P <<\/MCID 0>> BDC/, '/Span BMC BT 1 0 0 1 100 400 Tm [<00030004000500060007>] TJ ET EMC $&')
      )
    )
    expect(over.problems.join(' ')).toContain('isn’t part of the document')
    const artifact = await verifyPdf(
      file.withContent((content) =>
        content.replace(
          /\/P <<\/MCID 0>> BDC/,
          '/Artifact BMC BT 1 0 0 1 100 400 Tm [<00030004000500060007>] TJ ET EMC $&'
        )
      )
    )
    expect(artifact.problems.join(' ')).toContain('isn’t part of the document')
  })

  it('refuses what is no PDF, and a PDF without a proof, with a broken one or with somebody else’s', async () => {
    const { bytes } = await renderPdf(sound())
    using file = new PdfFile(bytes)
    const json = file.attachment(PROOF_NAME)
    const fails = { code: 'not-a-proof', name: 'DossierError' }
    await expect(verifyPdf(new TextEncoder().encode('not a PDF'))).rejects.toMatchObject(fails)
    await expect(verifyPdf(new Uint8Array())).rejects.toMatchObject(fails)
    await expect(verifyPdf(file.withAttachment(PROOF_NAME, null))).rejects.toMatchObject(fails)
    for (const content of [
      '',
      '{',
      json.slice(0, 900),
      '[]',
      '{"@context": "other"}',
      json.replace('"proofVersion":3', '"proofVersion":4'),
      Uint8Array.of(0xff, 0xfe, 0x00)
    ]) {
      await expect(verifyPdf(file.withAttachment(PROOF_NAME, content))).rejects.toMatchObject(fails)
    }
  })

  it('never crashes on a PDF that is cut off', async () => {
    const { bytes } = await renderPdf(sound())
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const result = await verifyPdf(bytes.slice(0, Math.floor(bytes.length * part))).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toMatchObject({ code: 'not-a-proof' })
      else expect(result).toMatchObject({ ok: false })
    }
  })
})

/** Swaps the first two glyphs of the first quote: quotes alone are indented by 16 points. */
function swapGlyphs(content: string): string {
  return content.replace(/(1 0 0 1 120 \S+ Tm\n\[<)(....)(....)/, '$1$3$2')
}
