import { basename } from 'node:path'
import type { Page } from 'playwright/test'
import type { PdfReport } from '../src/shared/brief/check.ts'
import { verdictOf } from '../src/shared/verifier/verdict.ts'

/** What the page says of a PDF, or what it should say. `failure` is the sentence of one that can’t be checked. */
export interface Judgement {
  verdict: 'good' | 'bad' | 'unsure'
  sentence: string
  problems: string[]
  pages: string[]
  quotes: { state: string; page: string; exact: string; reason: string }[]
  fingerprint: string | null
}

/** What the page should say, by the report of the command line, or the sentence of its failure. */
export function expected(report: PdfReport | string): Judgement {
  if (typeof report === 'string')
    return { verdict: 'unsure', sentence: report, problems: [], pages: [], quotes: [], fingerprint: null }
  return {
    verdict: report.ok ? 'good' : 'bad',
    sentence: verdictOf(report),
    problems: report.problems,
    pages: report.pages.map(({ message }) => message),
    quotes: report.quotes.map(({ state, page, exact, reason }) => ({
      state,
      page: page === null ? 'on no page' : `page ${page}`,
      exact,
      reason
    })),
    fingerprint: report.fingerprint
  }
}

/** Drops files into the page and waits for its verdict on each. */
export async function dropInPage(page: Page, paths: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...paths])
  for (const path of paths)
    await page
      .getByRole('article', { name: basename(path), exact: true })
      .locator('.verdict-word')
      .waitFor()
}

/** What the page, which is shown in English, says of files that were dropped into it, which are taken out again. */
export async function readFromPage(page: Page, paths: readonly string[]): Promise<Map<string, Judgement>> {
  const found = new Map<string, Judgement>()
  for (const path of paths) {
    const result = page.getByRole('article', { name: basename(path), exact: true })
    found.set(basename(path), await result.evaluate(readJudgement))
    await result.getByRole('button', { name: /^Remove/ }).click()
  }
  return found
}

/** Drops files into the page, and gives what it says of each. */
export async function judgeInPage(page: Page, paths: readonly string[]): Promise<Map<string, Judgement>> {
  await dropInPage(page, paths)
  return readFromPage(page, paths)
}

/** Reads a result of the page, whole. Runs in the page. */
export async function readJudgement(result: Element): Promise<Judgement> {
  for (const more of result.querySelectorAll<HTMLButtonElement>('.quotes + .button')) more.click()
  // What is shown more is there a moment later.
  await new Promise((resolve) => setTimeout(resolve))
  const texts = (selector: string): string[] =>
    [...result.querySelectorAll(selector)].map((each) => each.textContent ?? '')
  const verdict = result.querySelector('.verdict')!
  const kind = (['good', 'bad', 'unsure'] as const).find((each) => verdict.classList.contains(each))!
  return {
    verdict: kind,
    sentence: verdict.querySelector('.failure')?.textContent ?? verdict.querySelectorAll('p')[1]?.textContent ?? '',
    problems: texts('[data-part=problems] li'),
    pages: texts('[data-part=pages] li'),
    quotes: [...result.querySelectorAll('.quotes > li')].map((quote) => ({
      state: /\b(verbatim|normalised|altered|missing)\b/.exec(quote.querySelector('.state')!.className)![1]!,
      page: (quote.querySelector('.quiet')!.textContent ?? '').split(' · ')[1] ?? '',
      exact: quote.querySelector('blockquote')!.textContent ?? '',
      reason: quote.querySelector('.reason')?.textContent ?? ''
    })),
    fingerprint: result.querySelector('[data-part=fingerprint] .hash')?.textContent ?? null
  }
}
