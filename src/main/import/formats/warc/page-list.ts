import { z } from 'zod'
import { webAddress } from '../../metadata/findings.ts'

/** A line of `pages.jsonl` (WACZ 1.1.1, section 5.4); the first one describes the list and has no address. */
const Line = z.object({ url: z.string(), title: z.string().optional() })

/** The pages that somebody archived, as their archive lists them, and where they led to. */
export class PageList {
  readonly #titles = new Map<string, string | null>()

  get size(): number {
    return this.#titles.size
  }

  /** Adds the lines of a list. A line that is none is passed over: the list only helps to tell pages from what they loaded. */
  add(text: string): void {
    for (const line of text.split('\n')) {
      const page = Line.safeParse(parsed(line)).data
      const url = page === undefined ? null : webAddress(page.url)
      if (url !== null) this.#titles.set(url, page?.title?.trim() || null)
    }
  }

  has(url: string): boolean {
    return this.#titles.has(url)
  }

  titleOf(url: string): string | null {
    return this.#titles.get(url) ?? null
  }

  /** A listed page that leads to another address stands there. */
  follow(url: string, to: string): void {
    if (this.has(url) && !this.has(to)) this.#titles.set(to, this.titleOf(url))
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
