import { writeFileSync } from 'node:fs'
import { renderComposition } from '../src/main/pdf/render.ts'
import { sampleComposition, sampleInput } from './pdf-sample-blocks.ts'
import { DEFAULT_EXPORT_OPTIONS, ExportOptions } from '../src/shared/composition/options.ts'

/** Writes a sample briefing to look at, with options as JSON: `node bench/pdf-sample.ts out.pdf '{"theme":"sans"}'`. */
const [out = 'sample.pdf', options = '{}'] = process.argv.slice(2)
const everything = {
  ...DEFAULT_EXPORT_OPTIONS,
  cover: true,
  appendices: ['sources', 'quotes', 'chronology', 'verification']
}
const wanted = ExportOptions.parse({ ...everything, ...(JSON.parse(options) as object) })
const input = sampleInput(wanted)
const { bytes, pages } = renderComposition(input, sampleComposition(input))
writeFileSync(out, bytes)
console.log(`${out}: ${pages} pages, ${bytes.length} bytes`)
