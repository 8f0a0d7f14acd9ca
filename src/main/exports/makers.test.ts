import { describe, expect, it } from 'vitest'
import { DOCUMENT_FORMATS } from '../../shared/composition/export-formats.ts'
import { CITATION_STYLES } from '../../shared/composition/options.ts'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { madeAs } from './made.test-helper.ts'

describe('a brief in formats other than PDF', () => {
  it.each(DOCUMENT_FORMATS)('is made as %s in every style of citations', async (format) => {
    const input = sampleBrief()
    for (const citations of CITATION_STYLES) {
      const bytes = await madeAs(format, { ...input, options: { ...input.options, citations } })
      expect(bytes.length).toBeGreaterThan(0)
    }
  })
})
