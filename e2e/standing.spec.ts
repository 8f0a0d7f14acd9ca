import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { AGENCY, QUAY } from './articles.ts'
import { expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, newBrief, openSource, quoteWords, toSection, ui, untilSaved } from './steps.ts'

const MASTER = 'We would rather close a quay too early than a day too late'
const UNSUPPORTED = 'The quay was never safe.'

/** The folder of a source of a case, by a word of its text. */
async function sourceFolder(path: string, words: string): Promise<string> {
  for (const name of await readdir(path, { recursive: true })) {
    if (!name.startsWith('sources') || !name.endsWith('text.json')) continue
    if ((await readFile(join(path, name), 'utf8')).includes(words)) return join(path, name, '..')
  }
  throw new Error(`No source holds “${words}”.`)
}

/** A case with a brief that has one quote, from the first article, and one statement without support. */
async function caseWithQuotedBrief(dossier: Dossier): Promise<string> {
  const { page } = dossier
  const path = await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, MASTER)
  await newBrief(page, 'Why it closed')
  await toSection(page, 'Facts')
  await page.keyboard.type(UNSUPPORTED)
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await ui.quotes(page).first().click()
  await page.getByRole('button', { name: 'Insert into brief' }).click()
  await expect(ui.text(page).locator('blockquote').filter({ hasText: MASTER })).toContainText('Verbatim')
  await untilSaved(page)
  return path
}

/** Opens another source and the first again, as one who comes back to it. */
async function lookAgain(page: Page): Promise<void> {
  await openSource(page, AGENCY.title)
  await openSource(page, QUAY.title)
}

test('a quote whose original was altered says so at every place where it stands', async ({ dossier }) => {
  const { app, page } = dossier
  const path = await caseWithQuotedBrief(dossier)
  const folder = await sourceFolder(path, MASTER)
  await writeFile(join(folder, 'original.txt'), 'Something else.')
  await lookAgain(page)

  const alert = ui.reader(page).getByRole('alert')
  await expect(alert).toContainText('1 quote from it: words as stored, original altered.')
  const mark = ui.reader(page).locator('mark').filter({ hasText: MASTER })
  await expect(mark).toHaveAttribute('title', 'Quote Q1: Words as stored, original altered')
  await expect(mark).toHaveClass(/doubtful/)
  await expect(ui.sources(page).filter({ hasText: QUAY.title })).toContainText('Original altered')
  await page.getByRole('tab', { name: 'Quotes 1' }).click()
  await expect(ui.quotes(page).first()).toContainText('Words as stored, original altered')

  await menu(app, 'verify-case')
  const panel = page.getByRole('region', { name: 'Verification' })
  await expect(panel).toContainText('Something doesn’t hold.')
  await expect(panel.locator('.verify-counts')).toContainText('Words as stored, original altered 1 saved, 1 in briefs')
  await expect(panel.locator('.verify-counts')).not.toContainText('Verbatim')

  // The brief tells once it's checked again.
  await toSection(page, 'Facts')
  await page.keyboard.press('End')
  await page.keyboard.type(' It says.')
  const block = ui.text(page).locator('blockquote').filter({ hasText: MASTER })
  await expect(block).toContainText('Words as stored, original altered')
  await expect(block).toContainText('The stored original is altered: that it says so can’t be proven.')
  await expect(ui.status(page)).toContainText('1 with words as stored, original altered')
  await expect(ui.status(page)).not.toContainText('verbatim')
  await inBothThemes(dossier, 'standing original-altered')
})

test('a text that was changed under a quote isn’t marked as though it were the quote', async ({ dossier }) => {
  const { app, page } = dossier
  const path = await caseWithQuotedBrief(dossier)
  const file = join(await sourceFolder(path, MASTER), 'text.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('too early than', 'too often than'))
  await menu(app, 'verify-case')
  const panel = page.getByRole('region', { name: 'Verification' })
  await expect(panel).toContainText('Text altered')
  await expect(panel).toContainText('The source says “often” where the quote says “early”.')
  await panel.getByRole('button', { name: 'Close the verification' }).click()
  await lookAgain(page)
  await expect(ui.reader(page)).toContainText('≠ Text altered')
  await expect(ui.reader(page).locator('mark').first()).toHaveAttribute(
    'title',
    'Quote Q1: the text was changed; these aren’t the quote’s words'
  )
  await inBothThemes(dossier, 'standing text-altered')
})

test('“Everything holds” says what was checked, and names what has no support', async ({ dossier }) => {
  const { app, page } = dossier
  await caseWithQuotedBrief(dossier)
  await menu(app, 'verify-case')
  const panel = page.getByRole('region', { name: 'Verification' })
  await expect(panel).toContainText('✓ Everything holds.')
  await expect(panel).toContainText(
    /Checked: 1 saved quote, 1 quote in briefs, 3 originals, 3 texts, 1 statement and \d+ entries of the log\./
  )
  const unsupported = panel.getByRole('region', { name: 'Statements without support' })
  await unsupported.getByRole('button', { name: UNSUPPORTED }).click()
  await expect(ui.text(page).getByText(UNSUPPORTED)).toBeInViewport()
  await inBothThemes(dossier, 'standing holds')
})

test('an altered quote shows its difference by words', async ({ dossier }) => {
  const { page } = dossier
  await caseWithQuotedBrief(dossier)
  const block = ui.text(page).locator('blockquote').filter({ hasText: MASTER })
  await block.locator('.quote-words').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' and be blamed')
  await expect(block).toContainText('Altered')
  await expect(block.locator('del')).toHaveText(/and be blamed/)
  await expect(block).toContainText('The source ends at “day too late” there; the quote goes on with “and be blamed”.')
  await inBothThemes(dossier, 'standing altered')
})
