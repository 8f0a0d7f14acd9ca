import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { AGENCY, QUAY, TRAFFIC } from './articles.ts'
import { expect, test } from './fixtures.ts'
import { caseWithArticles, importByMenu, newBrief, newCase, openSource, quoteWords, ui, untilSaved } from './steps.ts'

const WORDS = 'We would rather close a quay too early than a day too late'

/** The sources as they show on one line each. */
const lines = (page: Page) => page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: /Sollen|Lorries/ })
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter sources' })
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name })

test('sources on one line each are sorted by their headings; order, tab, source and place come back', async ({
  dossier
}) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await expect(ui.library(page).getByRole('button', { name: 'Sort: Newest import first' })).toBeVisible()
  await ui.library(page).getByRole('button', { name: 'One line for each source' }).click()
  await expect(lines(page)).toHaveCount(3)
  await expect(heading(page, 'Title')).toHaveAttribute('aria-sort', 'none')
  await heading(page, 'Title').getByRole('button').click()
  await expect(heading(page, 'Title')).toHaveAttribute('aria-sort', 'ascending')
  await expect(ui.library(page).getByRole('button', { name: 'Sort: Title, A to Z' })).toBeVisible()
  await expect(lines(page).first()).toContainText(TRAFFIC.title)
  await heading(page, 'Published').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Published')).toHaveAttribute('aria-sort', 'descending')
  await page.keyboard.press('Enter')
  await expect(ui.library(page).getByRole('button', { name: 'Sort: Published, oldest first' })).toBeVisible()
  await expect(lines(page).first()).toContainText(QUAY.title)
  // The row is one stop of the keyboard, as in the list of two lines.
  await page.getByRole('grid', { name: 'Sources' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(ui.reader(page).getByRole('article')).toContainText(AGENCY.title)
  await quoteWords(page, AGENCY.paragraphs[1].slice(0, 30))
  await page.getByRole('tab', { name: 'Quotes 1' }).click()

  await dossier.restart()
  const again = dossier.page
  await again.getByRole('button', { name: /^Old quay/ }).click()
  await expect(again.getByRole('tab', { name: 'Quotes 1' })).toHaveAttribute('aria-selected', 'true')
  await expect(ui.reader(again).getByRole('article')).toContainText(AGENCY.title)
  await again.getByRole('tab', { name: /^Sources/ }).click()
  await expect(ui.library(again).getByRole('button', { name: 'Sort: Published, oldest first' })).toBeVisible()
  await expect(lines(again).first()).toContainText(QUAY.title)
})

test('the list is narrowed by what the sources are, and Esc shows all again', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await page.getByRole('button', { name: 'Narrow the list' }).click()
  const panel = page.getByRole('dialog', { name: 'Narrow the list' })
  await expect(panel.getByRole('region', { name: 'State' })).toContainText('Not quoted3')
  // By the keyboard alone: Space ticks what has the focus.
  await panel.getByRole('checkbox', { name: `${QUAY.publisher} 1` }).focus()
  await page.keyboard.press('Space')
  await expect(ui.sources(page)).toHaveCount(1)
  await panel.getByText(AGENCY.publisher).click()
  await expect(ui.sources(page)).toHaveCount(2)
  await panel.getByRole('button', { name: /^2031/ }).click()
  await panel.getByRole('textbox', { name: 'From' }).fill('2031-05-13')
  await page.keyboard.press('Enter')
  await expect(ui.sources(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  const chips = page.getByRole('group', { name: 'The list is narrowed to' })
  await expect(chips).toContainText(`${AGENCY.publisher}`)
  await expect(chips).toContainText('from 13 May 2031 to 2031')
  await expect(ui.library(page).getByText('1 of 3', { exact: true })).toBeVisible()
  await chips.getByRole('button', { name: /^from 13 May 2031/ }).click()
  await expect(ui.library(page).getByText('2 of 3', { exact: true })).toBeVisible()
  await filter(page).fill('cracks are found')
  await expect(ui.library(page).getByText('1 of 3', { exact: true })).toBeVisible()
  await filter(page).fill('nothing of it')
  await expect(ui.library(page)).toContainText('No source fits “nothing of it” and what the list is narrowed to.')
  await page.keyboard.press('Escape')
  await expect(ui.sources(page)).toHaveCount(3)
  await expect(filter(page)).toHaveValue('')
  await expect(chips).toHaveCount(0)
})

test('a source, a quote and a highlight have a menu of all that can be done with them', async ({ dossier }) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'The quay')
  await openSource(page, QUAY.title)
  await quoteWords(page, WORDS)
  const statement = ui.text(page).locator('.statement').first()
  await statement.click()
  await page.keyboard.type('The port waited.')
  // At a highlight: by the pointer, then by the key.
  await ui.reader(page).locator('mark').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Cite Q1 in the brief' }).click()
  await expect(statement.locator('.citation')).toHaveCount(1)
  await ui.reader(page).getByRole('article').focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Show where the brief uses Q1' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Insert Q1 into the brief' }).click()
  await expect(ui.text(page)).toContainText(WORDS)

  await ui.sources(page).filter({ hasText: QUAY.title }).click()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Show the quote of S1' }).click()
  await expect(ui.library(page).getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(ui.library(page).getByRole('button', { name: 'Of S1: don’t narrow to it' })).toBeVisible()
  await ui.quotes(page).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Speaker and note…' }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'Speaker' }).fill('The harbour master')
  await ui.dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(ui.quotes(page).first()).toContainText('The harbour master')
  await page.getByRole('listbox', { name: 'Quotes' }).focus()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Quotes 0' })).toBeVisible()

  await page.getByRole('tab', { name: /^Sources/ }).click()
  await ui.sources(page).filter({ hasText: TRAFFIC.title }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: `Show only ${TRAFFIC.publisher}` }).click()
  await expect(ui.sources(page)).toHaveCount(1)
  await filter(page).press('Escape')
  await ui.sources(page).filter({ hasText: TRAFFIC.title }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy the reference' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('The reference of S3')
})

test('the outline folds, follows the caret and shows what is unsupported', async ({ dossier }) => {
  const { page } = dossier
  await page.getByRole('button', { name: 'Try the sample case' }).click()
  await expect(ui.text(page)).toBeVisible()
  await untilSaved(page)
  await page.getByRole('tab', { name: 'Outline' }).click()
  const tree = page.getByRole('tree', { name: 'Outline' })
  const sections = tree.locator('[role="treeitem"][aria-level="1"]')
  await expect(tree.getByRole('treeitem', { name: /Unsupported$/ })).toHaveCount(1)
  await ui.library(page).getByRole('button', { name: '1 statement unsupported' }).click()
  await expect(tree.locator('[aria-current="true"]')).toContainText('1 unsupported')

  const within = tree.locator('[role="treeitem"][aria-level="2"]')
  await expect(within.first()).toBeVisible()
  await ui.library(page).getByRole('button', { name: 'Fold all' }).click()
  await expect(within).toHaveCount(0)
  await tree.focus()
  await page.keyboard.press('Home')
  await expect(sections.first()).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(sections.first()).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(ui.text(page)).toBeFocused()
  await expect(sections.first()).toHaveAttribute('aria-current', 'true')
  await tree.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(sections.first()).toHaveAttribute('aria-expanded', 'false')
  // Folded away it stays, whatever else is looked at.
  await page.getByRole('tab', { name: /^Quotes/ }).click()
  await page.getByRole('tab', { name: 'Outline' }).click()
  await expect(within).toHaveCount(0)
})

test('the reader is as far down as it was left', async ({ dossier }) => {
  const { page } = dossier
  await page.getByRole('button', { name: 'Try the sample case' }).click()
  const source = ui.sources(page).filter({ hasText: 'What we know' })
  const last = (on: Page) => ui.reader(on).getByRole('article').locator('[data-n]').last()
  // While the case opens, rows that come in above it can move it from under the mouse.
  await expect(async () => {
    await source.click()
    await expect(ui.reader(page).getByRole('article')).toContainText('What we know', { timeout: 5000 })
  }).toPass()
  await last(page).scrollIntoViewIfNeeded()
  await expect(last(page)).toBeInViewport()
  await expect(ui.reader(page)).toContainText(/¶ \d+ of/)
  await dossier.restart()
  await dossier.page.getByRole('button', { name: /^Sollen ferry inquiry/ }).click()
  await expect(ui.reader(dossier.page).getByRole('article')).toContainText('What we know')
  await expect(last(dossier.page)).toBeInViewport()
})

test('a publisher that is written from right to left leaves the date beside it in its order', async ({ dossier }) => {
  const { page, folder } = dossier
  const file = join(folder, 'hill.txt')
  await writeFile(file, 'date 2032-03-03 - עיתון הגבעה\n-\nהסכר של קסטרל דולף\nמנהל הסכר הזהיר מפני דליפה ביום שני.\n')
  await newCase(dossier, 'Dam')
  await importByMenu(dossier, 'Files…', [file])
  /** Where words begin and end from the left edge of the window. */
  const across = (selector: string, words: string): Promise<[number, number]> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, sought) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue!.indexOf(sought)
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + sought.length)
          const { left, right } = range.getBoundingClientRect()
          return [left, right] as [number, number]
        }
        throw new Error(`${sought} isn’t there.`)
      }, words)
  const inOrder = async (selector: string): Promise<void> => {
    await expect(page.locator(selector).first()).toContainText('3 Mar 2032')
    const [, publisher] = await across(selector, 'עיתון הגבעה')
    const [day, ofDay] = await across(selector, '3')
    const [month] = await across(selector, 'Mar')
    expect([publisher < day, ofDay <= month + 1]).toEqual([true, true])
  }
  await inOrder('.row-facts')
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('דליפה')
  await inOrder('.hit-facts')
})
