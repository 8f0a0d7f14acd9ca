import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import { exportFormat, type ExportFormatId } from '../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { CITATION_STYLES } from '../../shared/composition/options.ts'
import { madeAs } from '../exports/made.test-helper.ts'
import { renderPdf } from '../pdf/render.ts'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { verifyPdf } from '../pdf/reader/verify.ts'
import type { ExportJob } from './job.ts'
import { ExportWorker } from './export-worker.ts'

const url = new URL('./worker.ts', import.meta.url)

/** Every thread that was started, in order; one that is gone has the id -1. */
const threads: Worker[] = []
const note = (thread: Worker): void => {
  threads.push(thread)
}
const opened: ExportWorker[] = []

beforeEach(() => {
  threads.length = 0
  process.on('worker', note)
})
afterEach(async () => {
  process.off('worker', note)
  for (const worker of opened.splice(0)) await worker.end()
})

function worker(entry = url): ExportWorker {
  const made = new ExportWorker(entry)
  opened.push(made)
  return made
}

function job(input: ExportInput, ...formats: ExportFormatId[]): ExportJob {
  return { input, formats: formats.map(exportFormat), names: [], acceptFindings: true, acceptNear: false }
}

const cancelled = { code: 'cancelled', name: 'DossierError' }
const goneNow = (): boolean[] => threads.map(({ threadId }) => threadId === -1)

describe('an export', () => {
  it('makes the same bytes as in this thread, telling its progress', async () => {
    const seen: ExportProgress[] = []
    const outcome = await worker().run('export', job(sampleBrief(), 'pdf'), {
      onProgress: (progress) => seen.push(progress)
    })
    const here = await renderPdf(sampleBrief())
    expect(outcome).toMatchObject({ stopped: null, findings: sampleBrief().check.findings, hidden: null })
    const [file] = outcome.stopped === null ? outcome.files : []
    expect(file!.pages).toBe(here.pages)
    expect(Buffer.compare(file!.bytes, here.bytes)).toBe(0)
    expect(seen.filter(({ stage }) => stage === 'paint').at(-1)).toEqual({ stage: 'paint', fraction: 1 })
    const stages = ['layout', 'paint', 'read-back']
    const steps = seen.map(({ stage, fraction }) => stages.indexOf(stage) + fraction)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(stages))
  })

  it('makes several files, and several exports, in one thread', async () => {
    const one = worker()
    one.warm('pdf')
    const outcome = await one.run('export', job(sampleBrief(), 'markdown', 'pdf', 'html'))
    expect(await one.run('check', { input: sampleBrief() })).toEqual(sampleBrief().check.findings)
    const files = outcome.stopped === null ? outcome.files : []
    for (const [i, format] of (['markdown', 'pdf', 'html'] as const).entries()) {
      expect(Buffer.compare(files[i]!.bytes, await madeAs(format, sampleBrief()))).toBe(0)
    }
    expect(threads).toHaveLength(1)
    await one.end()
    expect(goneNow()).toEqual([true])
  })

  it('ends with its thread when it is cancelled, before and while it works; the next one has a new thread', async () => {
    const one = worker()
    await expect(one.run('export', job(sampleBrief(), 'pdf'), { signal: AbortSignal.abort() })).rejects.toMatchObject(
      cancelled
    )
    for (const stage of ['layout', 'paint', 'read-back'] as const) {
      const controller = new AbortController()
      const seen: string[] = []
      const options = {
        signal: controller.signal,
        onProgress: (progress: ExportProgress) => {
          seen.push(progress.stage)
          if (progress.stage === stage) controller.abort()
        }
      }
      await expect(one.run('export', job(sampleBrief(), 'pdf'), options)).rejects.toMatchObject(cancelled)
      expect(seen.at(-1)).toBe(stage)
      expect(seen.filter((each) => each === stage)).toHaveLength(1)
    }
    expect((await one.run('export', job(sampleBrief(), 'csl-json'))).stopped).toBe(null)
    expect(threads).toHaveLength(4)
  })

  it('is ended with all that waits behind it, and nothing of it is left', async () => {
    const one = worker()
    const running = one.run('export', job(sampleBrief(), 'pdf'))
    const waiting = one.run('check', { input: sampleBrief() })
    const outcomes = Promise.allSettled([running, waiting])
    await one.end()
    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: cancelled },
      { status: 'rejected', reason: cancelled }
    ])
    expect(goneNow().every((gone) => gone)).toBe(true)
    expect(threads.length).toBeLessThanOrEqual(1)
  })

  it('turns a crash, an early end, exhausted memory and a missing entry into errors that people can read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-worker-'))
    try {
      const entries = {
        'crash.mjs': "throw new Error('boom')",
        'quit.mjs': 'process.exit(0)',
        'full.mjs': "throw Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })"
      }
      for (const [name, text] of Object.entries(entries)) writeFileSync(join(folder, name), text)
      for (const [name, code, message] of [
        ['crash.mjs', 'internal', 'boom'],
        ['quit.mjs', 'internal', 'No file was written'],
        ['full.mjs', 'out-of-memory', 'Divide the brief'],
        ['none.mjs', 'internal', 'none.mjs']
      ] as const) {
        const one = worker(pathToFileURL(join(folder, name)))
        for (let time = 0; time < 2; time++) {
          await expect(one.run('export', job(sampleBrief(), 'pdf')), name).rejects.toMatchObject({
            code,
            message: expect.stringContaining(message) as string
          })
        }
      }
      expect(threads).toHaveLength(8)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the verification of a PDF', () => {
  it('reports as in this thread, and passes errors on', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const one = worker()
    expect(await one.run('verify', { bytes })).toEqual(await verifyPdf(bytes))
    await expect(one.run('verify', { bytes: new Uint8Array(3) })).rejects.toMatchObject({ code: 'not-a-proof' })
    expect(threads).toHaveLength(1)
  })

  it('ends when it is cancelled while it reads', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    const controller = new AbortController()
    const reading = worker().run('verify', { bytes }, { signal: controller.signal })
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('the check of an export', () => {
  it.each(CITATION_STYLES)('looks at a brief with citations in the style %s', async (citations) => {
    const input = sampleBrief()
    const options = { ...input.options, citations }
    expect(await worker().run('check', { input: { ...input, options } })).toEqual(input.check.findings)
  })
})
