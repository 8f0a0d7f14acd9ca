import { writeFileSync } from 'node:fs'
import { renderPdf } from '../src/main/pdf/render.ts'
import { sampleBrief } from '../src/main/pdf/sample.test-helper.ts'
import { DEFAULT_EXPORT_OPTIONS, ExportOptions } from '../src/shared/composition/options.ts'

/** Writes a sample briefing to look at, with options as JSON: `node bench/pdf-sample.ts out.pdf '{"theme":"sans"}'`. */
const [out = 'sample.pdf', options = '{}'] = process.argv.slice(2)
const wanted = ExportOptions.parse({ ...DEFAULT_EXPORT_OPTIONS, ...(JSON.parse(options) as object) })
const { bytes, pages } = await renderPdf(sampleBrief(wanted))
writeFileSync(out, bytes)
console.log(`${out}: ${pages} pages, ${bytes.length} bytes`)
