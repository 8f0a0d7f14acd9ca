import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { AGENCY, QUAY, writeArticles } from './articles.ts'
import { answerDialogs, expect, menu, type Dossier } from './fixtures.ts'

/** The regions and controls of the window, by the names that people hear. */
export const ui = {
  library: (page: Page): Locator => page.getByRole('region', { name: 'Library' }),
  reader: (page: Page): Locator => page.getByRole('region', { name: 'Reader' }),
  brief: (page: Page): Locator => page.getByRole('region', { name: 'Brief' }),
  text: (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the brief' }),
  status: (page: Page): Locator => page.getByRole('contentinfo', { name: 'Status' }),
  /** A running import, and what came of it. */
  imported: (page: Page): Locator => page.getByRole('region', { name: 'Import', exact: true }),
  dialog: (page: Page): Locator => page.getByRole('dialog'),
  sources: (page: Page): Locator => page.getByRole('listbox', { name: 'Sources' }).getByRole('option'),
  quotes: (page: Page): Locator => page.getByRole('listbox', { name: 'Quotes' }).getByRole('option')
}

/** Makes a case from the start screen. Returns its folder. */
export async function newCase({ app, page, documents }: Dossier, title: string): Promise<string> {
  const path = join(documents, title)
  await answerDialogs(app, { save: path })
  await page.getByRole('button', { name: 'New case' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Title' }).fill(title)
  await ui.dialog(page).getByRole('button', { name: 'Choose the place…' }).click()
  await expect(page.getByRole('button', { name: title, exact: true })).toBeVisible()
  return path
}

/** Imports paths by the dialog for files or folders and leaves what is told of it open. */
export async function importByMenu({ app, page }: Dossier, item: string, paths: string[]): Promise<void> {
  await answerDialogs(app, { open: paths })
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** A case with the three articles in it, nothing else. */
export async function caseWithArticles(dossier: Dossier, title = 'Old quay'): Promise<string> {
  const folder = await writeArticles(dossier.folder)
  const path = await newCase(dossier, title)
  await importByMenu(dossier, 'Folder…', [folder])
  await dismissReport(dossier.page)
  return path
}

/** Opens the report from what is told of an import of many files. */
export async function openReport(page: Page): Promise<Locator> {
  await ui.imported(page).getByRole('button', { name: 'Report', exact: true }).click()
  await expect(ui.imported(page)).toHaveCount(0)
  return ui.dialog(page)
}

/** Puts away what is told of an import of many files, or its report. */
export async function dismissReport(page: Page): Promise<void> {
  const done = ui.dialog(page).getByRole('button', { name: /^(Done|Later)$/ })
  const told = ui.imported(page).getByRole('button', { name: 'Close what is told of the import' })
  await done.or(told).click()
  await expect(done.or(told)).toHaveCount(0)
}

/** Opens a source from the library. */
export async function openSource(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: /^Sources/ }).click()
  await ui.library(page).getByRole('option', { name: title }).click()
  await expect(ui.reader(page).getByRole('article')).toContainText(title)
}

/** Drags the mouse over words of the open source, as a reader would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  // What is said of the source when it was looked at can move its text in the middle of a drag: then it's dragged again.
  await expect(async () => {
    await dragOver(page, words)
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(words)
  }).toPass()
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
}

async function dragOver(page: Page, words: string): Promise<void> {
  const ends = await ui
    .reader(page)
    .getByRole('article')
    .evaluate((article, wanted) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
        const rects = range.getClientRects()
        const first = rects[0]!
        const last = rects[rects.length - 1]!
        return {
          from: { x: first.left, y: first.top + first.height / 2 },
          to: { x: last.right, y: last.top + last.height / 2 }
        }
      }
      return null
    }, words)
  if (ends === null) throw new Error(`The open source doesn't hold “${words}”.`)
  await page.mouse.move(ends.from.x + 1, ends.from.y)
  await page.mouse.down()
  await page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2, { steps: 3 })
  await page.mouse.move(ends.to.x - 1, ends.to.y, { steps: 3 })
  await page.mouse.up()
}

/** Chooses from a menu of the brief's bar something that is done to the text, and waits until the caret is back in it. */
export async function doInText(page: Page, menuName: string, item: string): Promise<void> {
  await ui.brief(page).getByRole('button', { name: menuName, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(ui.text(page)).toBeFocused()
}

/** Selects words and saves them as a quote by its button. */
export async function quoteWords(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Quote', exact: true }).click()
  await expect(ui.reader(page).locator('mark').filter({ hasText: words })).toBeVisible()
}

/** Makes a brief from the template. */
export async function newBrief(page: Page, title: string): Promise<void> {
  await ui.brief(page).getByRole('button', { name: 'Briefs', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New brief…' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Title' }).fill(title)
  await ui.dialog(page).getByRole('button', { name: 'Make the brief' }).click()
  await expect(ui.brief(page).getByRole('heading', { name: title })).toBeVisible()
}

/** Puts the caret into the first statement of a section. */
export async function toSection(page: Page, title: string): Promise<void> {
  const heading = ui.text(page).getByRole('heading', { name: title })
  const statement = ui.brief(page).getByRole('button', { name: 'Statement', exact: true })
  await heading.click()
  // The menu of the statement tells where the caret is, which the editor hears of a little later than the browser.
  await expect(statement).toBeDisabled()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  await expect(statement).toBeEnabled()
}

/** Cites what the picker finds for some words, at the caret. */
export async function cite(page: Page, query: string, option: string | RegExp): Promise<void> {
  await page.keyboard.type(` @${query}`)
  const list = page.getByRole('listbox', { name: 'Quotes and sources to cite' })
  await expect(list.getByRole('option', { name: option }).first()).toBeVisible()
  await list.getByRole('option', { name: option }).first().click()
  await expect(list).toHaveCount(0)
}

/** Waits until the bar says that everything is on the disk. */
export async function untilSaved(page: Page): Promise<void> {
  // A change shows in the bar with the next frame.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
  await expect(ui.status(page).getByText(/^Saved/)).toBeVisible()
}

/** Closes what is open and opens a case by the dialog. */
export async function openCase({ app, page }: Dossier, path: string): Promise<void> {
  await menu(app, 'close-case')
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  await answerDialogs(app, { open: [path] })
  await page.getByRole('button', { name: 'Open…', exact: true }).click()
}

/** Opens the dialog of a quote's speaker and note. */
export async function quoteDialog(page: Page, words: string): Promise<Locator> {
  await page.getByRole('tab', { name: /^Quotes/ }).click()
  await ui.quotes(page).filter({ hasText: words }).click()
  // The quote is shown in its source, which takes the focus when it's there.
  await expect(page.getByRole('article')).toBeFocused()
  await page.getByRole('listbox', { name: 'Quotes' }).press('F2')
  return ui.dialog(page)
}

async function note(page: Page, quote: string, words: string): Promise<void> {
  const dialog = await quoteDialog(page, quote)
  await dialog.getByRole('textbox', { name: 'Note' }).fill(words)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
}

export const NOTED = 'We would rather close a quay too early than a day too late'

/**
 * Two copies of a case in which the note of a quote was changed in both, and a quote was made in the other. Answers the other's folder; the
 * first is open.
 */
export async function twoCopies(dossier: Dossier): Promise<string> {
  const { page, folder } = dossier
  const mine = await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, NOTED)
  await note(page, NOTED, 'Said on the quay')
  await menu(dossier.app, 'close-case')
  await expect(page.getByRole('heading', { name: 'Dossier' })).toBeVisible()
  const theirs = join(folder, 'Their copy')
  await cp(mine, theirs, { recursive: true })
  await openCase(dossier, theirs)
  await note(page, NOTED, 'Said at the office')
  await openSource(page, AGENCY.title)
  await quoteWords(page, 'I put the number in writing')
  await openCase(dossier, mine)
  await note(page, NOTED, 'Said by telephone')
  return theirs
}
