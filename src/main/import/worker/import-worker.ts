import type { OcrLanguage } from '../../../shared/source/recognition.ts'
import type { ContainerFile, Entry, FileHint, Reading } from '../extracted/extracted.ts'
import { refuseTooLarge } from '../extracted/limits.ts'
import { ImportThread, IMPORTING, RECOGNISING, type ImportLimits } from './import-thread.ts'
import type { RecognisedPage } from '../recognition/recognised-page.ts'

/** Reads files in threads of its own, so that none can take more than its share of time and memory. */
export interface ImportWorker {
  /**
   * Reads one file; files wait for each other. Rejects with a DossierError: those of `read`, and `timeout`, `out-of-memory`, `cancelled` or
   * `unreadable` when the thread was ended or died. The next file is served by a fresh thread then.
   */
  read(bytes: Uint8Array, hint: FileHint, signal?: AbortSignal): Promise<Reading>
  /**
   * Takes the items out of a container one by one, in a thread for it alone, each within the limits of one file. Throws as `read` does; after a failure
   * nothing more comes.
   */
  unpack(file: ContainerFile, hint: FileHint, signal?: AbortSignal): AsyncGenerator<Entry>
  /**
   * Opens an original, a PDF or a picture, to recognise the text of its pages, in a thread for it alone, which is ended with `close`. Throws as `read` does; after a
   * page that took too long or too much memory the next one gets a thread of its own.
   */
  scan(original: ScannedOriginal, hint: FileHint, signal?: AbortSignal): Promise<OpenedScan>
  /** Ends the threads. What still waits is rejected as `cancelled`. */
  close(): Promise<void>
}

/** What is to be recognised. */
export interface ScannedOriginal {
  bytes: Uint8Array
  mediaType: string
  languages: readonly OcrLanguage[]
}

/** An original whose pages are recognised. */
export interface OpenedScan {
  pages: number
  /** The engine with its version, such as `tesseract 5.1.0`. */
  engine: string
  /** Recognises a page, from 1; null when it shows no picture. */
  page(number: number): Promise<RecognisedPage | null>
  close(): Promise<void>
}

/** A page has its engine loaded, its pictures unpacked and its letters told; dense ones of newspapers take longest. */
const SCAN_LIMITS = { timeoutMs: 90_000, memoryMb: 1536 }

/**
 * Makes an import worker from the built (or, under Node 24, source) `worker` module. Its thread starts with the first file
 * and is reused until a file exceeds its time or memory, crashes it, or is cancelled.
 */
export function createImportWorker(
  workerUrl: URL,
  { timeoutMs = 30_000, memoryMb = 1024 }: ImportLimits = {}
): ImportWorker {
  const limits = { timeoutMs, memoryMb }
  const reader = new ImportThread(workerUrl, limits, IMPORTING)
  const unpackers = new Set<ImportThread>()
  const closing = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()

  const either = (signal: AbortSignal | undefined): AbortSignal =>
    signal ? AbortSignal.any([signal, closing.signal]) : closing.signal

  return {
    read(bytes, hint, signal) {
      const combined = either(signal)
      const result = queue.then(async () => {
        refuseTooLarge(bytes.length, hint.name)
        return (await reader.ask<'read'>({ kind: 'read', bytes, hint }, combined)).reading
      })
      queue = result.catch(() => null)
      return result
    },
    async *unpack(file, hint, signal) {
      const combined = either(signal)
      const unpacker = new ImportThread(workerUrl, limits, IMPORTING)
      unpackers.add(unpacker)
      try {
        await unpacker.ask<'open'>({ kind: 'open', file, hint }, combined)
        for (;;) {
          const { entry } = await unpacker.ask<'next'>({ kind: 'next', hint }, combined)
          if (entry === null) return
          yield entry
        }
      } finally {
        unpackers.delete(unpacker)
        await unpacker.end()
      }
    },
    async scan({ bytes, mediaType, languages }, hint, signal) {
      const combined = either(signal)
      const thread = new ImportThread(workerUrl, SCAN_LIMITS, RECOGNISING)
      unpackers.add(thread)
      const close = async (): Promise<void> => {
        unpackers.delete(thread)
        await thread.end()
      }
      const open = (): Promise<{ pages: number; engine: string }> =>
        thread.ask<'scan'>({ kind: 'scan', bytes, mediaType, languages: [...languages], hint }, combined)
      try {
        const { pages, engine } = await open()
        return {
          pages,
          engine,
          async page(number) {
            if (!thread.isRunning) await open()
            return (await thread.ask<'page'>({ kind: 'page', number, hint }, combined)).page
          },
          close
        }
      } catch (error) {
        await close()
        throw error
      }
    },
    async close() {
      closing.abort()
      await queue
      await Promise.all([reader, ...unpackers].map((thread) => thread.end()))
    }
  }
}
