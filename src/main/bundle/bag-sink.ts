import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureFolder, syncFolder } from '../base/durable.ts'

/** Where a bag's files are written to, one after the other. */
export interface BagSink {
  /** Writes a file. Its name is relative to the bag; `size` is in bytes. */
  add(path: string, chunks: AsyncIterable<Uint8Array>, size: number): Promise<void>
  /** Flushes everything to the disk. */
  finish(): Promise<void>
  /** Gives up. What was written is for the caller to remove. */
  abandon(): Promise<void>
}

/** Writes a bag into a new folder. */
export class FolderSink implements BagSink {
  readonly #root: string
  readonly #folders = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  async add(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const place = join(this.#root, path)
    await this.#make(dirname(place))
    const handle = await open(place, 'wx', 0o600)
    try {
      await handle.writeFile(chunks)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  async #make(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    if (folder !== this.#root) await this.#make(dirname(folder))
    await ensureFolder(folder, 0o700)
    this.#folders.add(folder)
  }

  async finish(): Promise<void> {
    for (const folder of this.#folders) await syncFolder(folder)
  }

  async abandon(): Promise<void> {
    // Nothing stays open between two files.
  }
}
