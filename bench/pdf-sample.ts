import { writeFileSync } from 'node:fs'
import { renderPdf } from '../src/main/pdf/render.ts'
import { sampleBrief } from '../src/main/pdf/sample.test-helper.ts'

/** Writes a sample briefing to look at: `node bench/pdf-sample.ts out.pdf [A4|Letter]`. */
const [out = 'sample.pdf', paper = 'A4'] = process.argv.slice(2)
const { bytes, pages } = await renderPdf(sampleBrief({ paper: paper === 'Letter' ? 'Letter' : 'A4' }))
writeFileSync(out, bytes)
console.log(`${out}: ${pages} pages, ${bytes.length} bytes`)
