import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { writeArticles, writeMany } from './articles.ts'
import { answerDialogs, expect, menu, test, type Dossier } from './fixtures.ts'
import { dismissReport, importByMenu, newCase, openReport, ui } from './steps.ts'

const panel = ui.imported

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox').fill(title)
  await expect(page.getByRole('option', { name: `Command ${title}` })).toBeVisible()
  await page.keyboard.press('Enter')
}

async function startLong(dossier: Dossier, title: string, count: number): Promise<void> {
  const many = await writeMany(dossier.folder, count)
  await newCase(dossier, title)
  await importByMenu(dossier, 'Folder…', [many])
  await expect(panel(dossier.page)).toContainText(new RegExp(`[1-9]\\d* of ${count.toLocaleString('en-GB')}`))
}

test('a long import can be paused, folded away, resumed and cancelled; what was imported stays', async ({
  dossier
}) => {
  const { page } = dossier
  await startLong(dossier, 'Many', 900)
  await panel(page).getByRole('button', { name: 'Pause' }).click()
  await expect(panel(page)).toContainText('Import paused')
  const done = () => panel(page).getByRole('progressbar').getAttribute('aria-valuenow')
  let before: string | null = null
  // What was on its way when the pause came may still arrive: then it is looked at once more.
  await expect(async () => {
    before = await done()
    await panel(page).getByRole('button', { name: 'Fold into the status bar' }).click()
    await expect(panel(page)).toHaveCount(0)
    await ui
      .status(page)
      .getByRole('button', { name: /^Import paused/ })
      .click()
    expect(await done()).toBe(before)
  }).toPass()
  await command(page, 'Resume the import')
  await expect(panel(page)).toContainText('Importing…')
  await expect.poll(async () => Number(await done())).toBeGreaterThan(Number(before))
  await command(page, 'Cancel the import')
  const report = panel(page)
  await expect(report).toContainText('Import cancelled')
  await expect(report).toContainText('What was imported before stays in the case.')
  const said = Number(/([\d,]+) imported/.exec(await report.innerText())?.[1]?.replace(',', ''))
  expect(said).toBeGreaterThan(0)
  expect(said).toBeLessThan(900)
  await dismissReport(page)
  await expect(page.getByRole('tab', { name: `Sources ${said}` })).toBeVisible()
})

test('what one looks at in the library stays in its place while sources come in above it', async ({ dossier }) => {
  const { page } = dossier
  await startLong(dossier, 'Many', 900)
  const bar = panel(page).getByRole('progressbar')
  const done = async () => Number(await bar.getAttribute('aria-valuenow'))
  await expect.poll(done).toBeGreaterThan(60)
  const list = page.getByRole('listbox', { name: 'Sources' })
  await list.evaluate((element) => element.scrollTo({ top: 1500 }))
  // A row in sight, that of a title once it's known, once the rows are measured: it stays where it is for some frames.
  const rowInSight = (title: string | null) =>
    list.evaluate(async (element, wanted) => {
      const look = () => {
        const { left, top } = element.getBoundingClientRect()
        const rows = [...element.querySelectorAll('[role=option]')]
        const row =
          wanted === null
            ? document.elementFromPoint(left + 60, top + 40)?.closest('[role=option]')
            : rows.find((each) => each.querySelector('.row-title')?.textContent === wanted)
        return {
          title: row?.querySelector('.row-title')?.textContent ?? null,
          offset: (row?.getBoundingClientRect().top ?? NaN) - top
        }
      }
      let last = look()
      for (let same = 0; same < 4;) {
        await new Promise(requestAnimationFrame)
        const now = look()
        same = now.title === last.title && Object.is(now.offset, last.offset) ? same + 1 : 0
        last = now
      }
      return last
    }, title)
  const before = await rowInSight(null)
  expect(before.title).toMatch(/^Report \d+ /)
  const from = await done()
  await expect.poll(done).toBeGreaterThan(from + 40)
  const after = await rowInSight(before.title)
  expect(Math.abs(after.offset - before.offset)).toBeLessThan(2)
  await panel(page).getByRole('button', { name: 'Cancel' }).click()
  await dismissReport(page)
})

test('an import that a crash cut short is continued, and what it did before counts', async ({ dossier }) => {
  await startLong(dossier, 'Crash', 400)
  await dossier.crashAndRestart()
  const { page } = dossier
  await page.getByRole('button', { name: /^Crash/ }).click()
  const notice = page.locator('.notice-line').filter({ hasText: 'was cut short' })
  await expect(notice).toContainText('The import of “many”')
  await notice.getByRole('button', { name: 'Continue the import' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('tab', { name: 'Sources 400' })).toBeVisible()
  // The last source is listed a moment before there is a report.
  await expect(panel(page).getByRole('progressbar')).toHaveCount(0)
  await menu(dossier.app, 'import-report')
  await expect(ui.dialog(page)).toContainText('400 imported.')
})

test('an import that was cut short can be forgotten', async ({ dossier }) => {
  await startLong(dossier, 'Crash', 400)
  await dossier.crashAndRestart()
  const { page } = dossier
  await page.getByRole('button', { name: /^Crash/ }).click()
  const notice = page.locator('.notice-line').filter({ hasText: 'was cut short' })
  await notice.getByRole('button', { name: 'Forget it' }).click()
  await expect(notice).toHaveCount(0)
  await dossier.restart()
  await dossier.page.getByRole('button', { name: /^Crash/ }).click()
  await expect(ui.sources(dossier.page).first()).toBeVisible()
  await expect(dossier.page.locator('.notice-line')).toHaveCount(0)
})

test('the report is narrowed, shows what it speaks of, and is saved', async ({ dossier }) => {
  const { app, page, folder, documents } = dossier
  const articles = await writeArticles(folder)
  await newCase(dossier, 'Report')
  await importByMenu(dossier, 'Folder…', [articles])
  const report = await openReport(page)
  const lines = report.getByRole('listbox', { name: 'Files' }).getByRole('option')
  await expect(lines).toHaveCount(5)
  await expect(lines.first()).toContainText('5-broken.txt')
  await report.getByRole('radio', { name: 'There already 1' }).click()
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText('The same bytes are in the case as S1.')
  await expect(report.getByRole('group', { name: 'This file' })).toContainText('4-quay-copy.txt')
  for (const [name, start] of [
    ['report.csv', '\uFEFFResult,Source,'],
    ['report.json', '{\n  "items": [']
  ] as const) {
    await answerDialogs(app, { save: join(documents, name) })
    await report.getByRole('button', { name: 'Save report…' }).click()
    await expect.poll(() => readFile(join(documents, name), 'utf8').catch(() => '')).toContain(start)
  }
  await report.getByRole('button', { name: 'Show S1' }).click()
  await expect(ui.dialog(page)).toHaveCount(0)
  await expect(ui.reader(page).getByRole('article')).toContainText('old quay')
  await menu(app, 'import-report')
  await expect(ui.dialog(page)).toContainText('3 imported, 1 there already, 1 failed.')
})
