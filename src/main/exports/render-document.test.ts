import { describe, expect, it } from 'vitest'
import { CITATION_STYLES, DOCUMENT_FORMATS } from '../../shared/composition/options.ts'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { renderDocument } from './render-document.ts'

describe('a brief in formats other than PDF', () => {
  it.each(DOCUMENT_FORMATS)('is made as %s in every style of citations', async (format) => {
    const input = sampleBrief()
    for (const citations of CITATION_STYLES) {
      const bytes = await renderDocument({ ...input, options: { ...input.options, citations } }, format)
      expect(bytes.length).toBeGreaterThan(0)
    }
  })
})
