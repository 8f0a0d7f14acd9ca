import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { CITATION_STYLES } from '../../shared/composition/options.ts'
import { renderPdf } from '../pdf/render.ts'
import { runCoverageWorker, runPdfWorker, runVerifyWorker } from './run-worker.ts'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { verifyPdf } from '../pdf/reader/verify.ts'

const worker = new URL('./worker.ts', import.meta.url)

describe('runPdfWorker', () => {
  it('makes the same bytes as in this thread, telling its progress', async () => {
    const seen: ExportProgress[] = []
    const { bytes, pages } = await runPdfWorker(worker, sampleBrief(), {
      onProgress: (progress) => seen.push(progress)
    })
    const here = await renderPdf(sampleBrief())
    expect(pages).toBe(here.pages)
    expect(Buffer.compare(bytes, here.bytes)).toBe(0)
    expect(seen.at(-1)).toEqual({ stage: 'paint', fraction: 1 })
    const steps = seen.map(({ stage, fraction }) => (stage === 'layout' ? 0 : 1) + fraction)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })

  it('ends when it is cancelled, before and while it works', async () => {
    const cancelled = { code: 'cancelled', name: 'DossierError' }
    await expect(runPdfWorker(worker, sampleBrief(), { signal: AbortSignal.abort() })).rejects.toMatchObject(cancelled)
    for (const stage of ['layout', 'paint'] as const) {
      const controller = new AbortController()
      const seen: string[] = []
      const options = {
        signal: controller.signal,
        onProgress: (progress: ExportProgress) => {
          seen.push(progress.stage)
          if (progress.stage === stage) controller.abort()
        }
      }
      await expect(runPdfWorker(worker, sampleBrief(), options)).rejects.toMatchObject(cancelled)
      expect(seen.at(-1)).toBe(stage)
      expect(seen.filter((each) => each === stage)).toHaveLength(1)
    }
  })

  it('turns a crash, an early end and a missing worker into an error that people can read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-worker-'))
    try {
      const crashes = join(folder, 'crash.mjs')
      writeFileSync(crashes, "throw new Error('boom')")
      const quits = join(folder, 'quit.mjs')
      writeFileSync(quits, 'process.exit(0)')
      for (const [path, message] of [
        [crashes, 'boom'],
        [quits, 'No file was written'],
        [join(folder, 'none.mjs'), 'none.mjs']
      ] as const) {
        await expect(runPdfWorker(pathToFileURL(path), sampleBrief(), {})).rejects.toMatchObject({
          code: 'internal',
          message: expect.stringContaining(message) as string
        })
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('runVerifyWorker', () => {
  it('reports as in this thread, and passes errors on', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    expect(await runVerifyWorker(worker, bytes, {})).toEqual(await verifyPdf(bytes))
    await expect(runVerifyWorker(worker, new Uint8Array(3), {})).rejects.toMatchObject({ code: 'not-a-proof' })
  })

  it('ends when it is cancelled while it reads', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const controller = new AbortController()
    const reading = runVerifyWorker(worker, bytes, { signal: controller.signal })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('runCoverageWorker', () => {
  it.each(CITATION_STYLES)('looks at a brief with citations in the style %s', async (citations) => {
    const input = sampleBrief()
    const options = { ...input.options, citations }
    expect(await runCoverageWorker(worker, { ...input, options }, {})).toEqual([])
  })
})
