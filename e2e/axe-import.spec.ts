import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { writeArticles, writeMany, writeVersions } from './articles.ts'
import { expect, inBothThemes, menu, test } from './fixtures.ts'
import { caseWithArticles, dismissReport, importByMenu, newCase, openReport, ui } from './steps.ts'

test.use({ sharesApp: true })

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(ui.dialog(page)).toHaveCount(0)
}

test('a running import and an unfinished one are accessible', async ({ dossier }) => {
  const many = await writeMany(dossier.folder, 900)
  for (const name of ['0-broken.txt', '0-empty.txt'])
    await writeFile(
      join(many, name),
      Uint8Array.from({ length: name.length === 12 ? 4096 : 0 }, (_, index) => (index * 37) % 256)
    )
  await newCase(dossier, 'Many')
  await importByMenu(dossier, 'Folder…', [many])
  const panel = dossier.page.getByRole('region', { name: 'Import', exact: true })
  await expect(panel).toContainText('a minute')
  await inBothThemes(dossier, 'import running')
  await panel.getByRole('button', { name: 'Pause' }).click()
  await expect(panel).toContainText('Import paused')
  await inBothThemes(dossier, 'import paused')
  await panel.getByRole('button', { name: 'Fold into the status bar' }).click()
  await inBothThemes(dossier, 'import folded')
  await dossier.crashAndRestart()
  await dossier.page.getByRole('button', { name: /^Many/ }).click()
  await expect(dossier.page.locator('.notice-line')).toContainText('was cut short')
  await inBothThemes(dossier, 'import unfinished')
})

test('the report, the metadata and what is done to many sources are accessible', async ({ dossier }) => {
  const { page, app, folder } = dossier
  const articles = await writeArticles(folder)
  for (const name of ['Ferry', 'Tram', 'Bus', 'Crane'])
    await writeFile(join(articles, `${name}.txt`), `${name} stands still\n\nThe ${name} has stood still since noon.\n`)
  await writeFile(join(articles, 'Bridge.html'), BRIDGE)
  await newCase(dossier, 'Report')
  await importByMenu(dossier, 'Folder…', [articles])
  await expect(ui.imported(page)).toContainText('8 imported')
  await inBothThemes(dossier, 'import done')
  await openReport(page)
  await inBothThemes(dossier, 'import report full')
  await ui
    .dialog(page)
    .getByRole('radio', { name: /^Failed/ })
    .click()
  await inBothThemes(dossier, 'import report failed')
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Check the metadata/ })
    .click()
  await expect(ui.dialog(page).getByRole('region', { name: 'Published' })).toBeFocused()
  await inBothThemes(dossier, 'metadata')
  await page.keyboard.press('e')
  await page.keyboard.type('May')
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page)).toContainText('can’t be read as a date')
  await inBothThemes(dossier, 'metadata error')
  await page.keyboard.press('Escape')
  await escape(page)
  await ui
    .library(page)
    .getByRole('button', { name: /^Needs a look/ })
    .click()
  await ui.sources(page).first().click()
  await page.keyboard.press('Control+A')
  await inBothThemes(dossier, 'sources selected')
  await ui.sources(page).first().click({ button: 'right' })
  await inBothThemes(dossier, 'sources menu')
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar', { name: 'Selected sources' }).getByRole('button', { name: 'Edit…' }).click()
  await ui.dialog(page).getByText('Publisher', { exact: true }).click()
  await ui.dialog(page).getByText('Published', { exact: true }).click()
  await ui.dialog(page).getByRole('textbox', { name: 'New date of publication' }).fill('May')
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Change/ })
    .click()
  await inBothThemes(dossier, 'edit sources')
  await escape(page)
  await page.getByRole('toolbar', { name: 'Selected sources' }).getByRole('button', { name: 'Confirm…' }).click()
  await inBothThemes(dossier, 'confirm sources')
  await escape(page)
  await menu(app, 'import-report')
  await inBothThemes(dossier, 'last import report')
})

test('related sources and their comparison are accessible', async ({ dossier }) => {
  const { page, folder } = dossier
  const versions = await writeVersions(folder)
  await caseWithArticles(dossier)
  await importByMenu(dossier, 'Folder…', [versions])
  await dismissReport(page)
  await ui.sources(page).filter({ hasText: 'Cracks shut quay' }).click()
  await ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click()
  const also = page.getByRole('region', { name: 'Also in this case' })
  await also.getByRole('listitem').first().scrollIntoViewIfNeeded()
  await inBothThemes(dossier, 'related sources')
  await also.getByRole('button', { name: 'Compare with S4' }).click()
  await expect(ui.dialog(page).locator('.in-common').first()).toBeVisible()
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Next passage/ })
    .click()
  await inBothThemes(dossier, 'passages in common')
  await ui.dialog(page).getByRole('radio', { name: 'Changes' }).click()
  await ui
    .dialog(page)
    .getByRole('button', { name: /^Next change/ })
    .click()
  await inBothThemes(dossier, 'difference')
  await page.setViewportSize({ width: 1000, height: 720 })
  await inBothThemes(dossier, 'difference narrow')
})

const BRIDGE = `<!DOCTYPE html><html lang="en"><head><title>Bridge of Vestad opens</title></head><body><article>
<h1>Bridge of Vestad opens</h1><p>Posted 04/05/2031</p>
<p>The bridge of Vestad was opened on Sunday before some two thousand people, the town council said in a statement.</p>
<p>It carries two lanes and a path for cyclists, and cost a third more than was planned nine years ago.</p>
</article></body></html>`
