import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../../../shared/brief/check.ts'
import type { Draft } from '../../../shared/verifier/draft.ts'
import { verifyPdf } from '../../../shared/verifier/verify.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from '../test/sample.test-helper.ts'
import { nodePlatform } from './node-platform.ts'
import { readBack } from './read-back.ts'
import { verifyPdf as verifyWithOthers } from './verify.ts'

const { bytes, draft } = await renderPdf(sampleBrief())

describe('reading back what was just made', () => {
  it('reports what verifying it reports, whoever verifies', async () => {
    expect(await readBack(bytes, draft)).toEqual(await verifyWithOthers(bytes))
  })

  it('unpacks only what wasn’t written when the draft was read', async () => {
    const unpacked = async (made: Draft | null): Promise<number> => {
      let streams = 0
      const inflate: typeof nodePlatform.inflate = (data, most) => {
        streams++
        return nodePlatform.inflate(data, most)
      }
      await verifyPdf(bytes, { ...nodePlatform, inflate, others: null }, made)
      return streams
    }
    // The proof, and of the page that shows the fingerprint its content and the texts of its fonts.
    expect(draft.waiting.size).toBe(2)
    expect(await unpacked(draft)).toBeLessThanOrEqual(8)
    expect(await unpacked(null)).toBeGreaterThan(20)
  })

  it('judges a file that isn’t what was read as if nothing had been read', async () => {
    const judged = async (file: Uint8Array, made: Draft | null): Promise<PdfReport | string> => {
      try {
        return await verifyPdf(file, { ...nodePlatform, others: null }, made)
      } catch (error) {
        return String(error)
      }
    }
    const sound = await judged(bytes, draft)
    const places = [draft.fingerprint.start, draft.bytes.length - 1, draft.bytes.length + 40]
    for (let i = 1; i < 24; i++) places.push(Math.floor((bytes.length * i) / 24))
    let found = 0
    for (const place of places) {
      const changed = bytes.slice()
      changed[place]! ^= 4
      const report = await judged(changed, draft)
      expect(report, `byte ${place}`).toEqual(await judged(changed, null))
      if (JSON.stringify(report) !== JSON.stringify(sound)) found++
    }
    expect(found).toBe(places.length)
  })

  it('judges a file whose table leads elsewhere as if nothing had been read', async () => {
    const text = Buffer.from(bytes).toString('latin1')
    const [table] = /xref\n0 \d+\n[^]*?trailer/.exec(text)!
    const entries = table.split('\n')
    const swapped = table.replace(entries[6]!, '-').replace(entries[7]!, entries[6]!).replace('-', entries[7]!)
    const changed = new Uint8Array(Buffer.from(text.replace(table, swapped), 'latin1'))
    await expect(readBack(changed, draft)).rejects.toThrow('an object isn’t where the table says')
  })
})
