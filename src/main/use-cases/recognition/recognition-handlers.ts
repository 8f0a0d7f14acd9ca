import type { Emit, PageRequest } from '../../../shared/api/contract.ts'
import { sourceRow } from '../../../shared/case/row.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { toFailure } from '../../../shared/errors/system-error.ts'
import type { RecognitionItem, RecognitionReport } from '../../../shared/source/recognition-report.ts'
import type { OcrLanguage } from '../../../shared/source/recognition.ts'
import { createImportWorker, type ImportWorker } from '../../import/worker/import-worker.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import { correctText } from './correct-text.ts'
import { itemOf, languagesFor, recogniseSource } from './recognise-source.ts'

/** What the requests of recognition need of the workspace. */
export interface RecognisingDeps {
  opened: () => OpenCase
  worker: URL
  now: () => Date
  newId: () => string
  emit: Emit
}

/** The requests of recognition, and what ends one with its case. */
export interface Recognising {
  handlers: Pick<Handlers, Extract<PageRequest, `recognition.${string}`>>
  /** Stops what is running and waits for its end; what was recognised by then is kept. */
  stop(): Promise<void>
  close(): Promise<void>
}

const NOT_DONE = { status: 'failed', pages: 0, characters: 0, confidence: null, notice: null } as const

/** Recognises the text of sources one after the other, each in a thread that is ended with it. */
export function createRecognising({ opened, worker: script, now, newId, emit }: RecognisingDeps): Recognising {
  let worker: ImportWorker | null = null
  let running: { controller: AbortController; ended: Promise<unknown> } | null = null

  const recogniseAll = async (
    ids: readonly string[],
    languages: readonly OcrLanguage[] | null,
    signal: AbortSignal
  ): Promise<RecognitionReport> => {
    const open = opened()
    const items: RecognitionItem[] = []
    const gesture = newId()
    worker ??= createImportWorker(script)
    try {
      for (const [done, id] of ids.entries()) {
        if (signal.aborted) break
        const { source } = await open.source(id)
        const { key } = source
        const onPage = (page: number, pages: number): void =>
          emit('recognition.progress', {
            done,
            total: ids.length,
            current: { key, title: source.metadata.title.value ?? source.original.name, page, pages }
          })
        try {
          const wanted = languages ?? languagesFor(open, source)
          const deps = { worker, now, signal, gesture, onPage }
          const outcome = await recogniseSource(open, source, wanted, deps)
          items.push(itemOf(source, outcome))
          if (outcome.status === 'recognised') emit('source.row', sourceRow(await open.source(id)))
        } catch (error) {
          if (!(error instanceof DossierError)) throw error
          if (error.code === 'cancelled') break
          items.push({ ...itemOf(source, NOT_DONE), error: toFailure(error) })
        }
      }
    } finally {
      emit('recognition.progress', { done: items.length, total: ids.length, current: null })
    }
    return { items, cancelled: signal.aborted }
  }

  const stop = async (): Promise<void> => {
    const stopping = running
    if (!stopping) return
    stopping.controller.abort()
    await stopping.ended.catch(() => {
      // Who started it hears of the failure.
    })
  }

  return {
    handlers: {
      'recognition.start': async ({ ids, languages }) => {
        if (running)
          throw new DossierError('bad-request', 'Text is still being recognised. Wait for it or cancel it first.')
        const controller = new AbortController()
        const ended = recogniseAll(ids, languages, controller.signal)
        running = { controller, ended }
        try {
          return await ended
        } finally {
          running = null
        }
      },
      'recognition.cancel': async () => {
        running?.controller.abort()
        return {}
      },
      'recognition.wanted': async () => ({
        ids: opened()
          .store.list()
          .rows.filter(({ textless }) => textless)
          .map(({ id }) => id)
      }),
      'recognition.correct': async ({ id, ...correction }) => {
        await correctText(opened(), id, correction)
        emit('source.row', sourceRow(await opened().source(id)))
        return {}
      }
    },
    stop,
    close: async () => {
      await stop()
      await worker?.close()
    }
  }
}
