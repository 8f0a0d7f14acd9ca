import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { exportFormat } from '../../src/shared/composition/export-formats.ts'
import type { ExportInput } from '../../src/shared/composition/input.ts'
import { contentOf } from './content.ts'
import { ENGINES } from './known-engines.ts'
import { cpu, type ChildJob, type ChildResult } from './measure.ts'

/** One job in a process of its own, so that its memory can be told: `node child.ts job input`. */
const [job, path] = process.argv.slice(2) as [ChildJob, string]
const bytes = readFileSync(path)
const run = prepared(job)
const before = process.memoryUsage.rss() / 1e6
const used = await cpu(run)
const result: ChildResult = { cpu: used, peak: peak(), before }
console.log(JSON.stringify(result))

/** Linux counts into `maxRSS` what the parent process had when it started this one, but not into `VmHWM`. Megabytes. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1e3
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
  return (Number(line![1]) * 1024) / 1e6
}

function prepared(name: ChildJob): () => Promise<unknown> {
  if (name === 'verify') {
    return async () => {
      const { verifyPdf } = await import('../../src/main/pdf/reader/verify.ts')
      const { ok, problems } = await verifyPdf(new Uint8Array(bytes))
      if (!ok) throw new Error(`The PDF doesn’t read back: ${problems[0] ?? 'a quote is wrong'}`)
    }
  }
  const input = deserialize(bytes) as ExportInput
  if (name === 'dossier') {
    return async () => {
      const { renderPdf } = await import('../../src/main/pdf/render.ts')
      await renderPdf(input)
    }
  }
  if (name === 'worker') {
    return async () => {
      const { ExportWorker } = await import('../../src/main/export-worker/export-worker.ts')
      const worker = new ExportWorker(new URL('../../src/main/export-worker/worker.ts', import.meta.url))
      const formats = [exportFormat('pdf')]
      await worker.run('export', { input, formats, names: [], acceptFindings: true, acceptNear: true })
      await worker.end()
    }
  }
  const content = contentOf(input)
  return async () => {
    const engine = await ENGINES[name]()
    await engine.make(content, input.brief.title)
  }
}
