import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { writeArticles } from './articles.ts'
import { answerDialogs, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, openReport, ui } from './steps.ts'

test.use({ sharesApp: true })

/** Each screen and state: how to get there from the sample case, and what shows that one is there. */
const SCREENS: {
  name: string
  open: (dossier: Dossier) => Promise<unknown>
  close?: (page: Page) => Promise<unknown>
}[] = [
  { name: 'workspace', open: async () => undefined },
  { name: 'quotes', open: ({ page }) => page.getByRole('tab', { name: /^Quotes/ }).click() },
  { name: 'outline', open: ({ page }) => page.getByRole('tab', { name: 'Outline' }).click() },
  { name: 'details', open: ({ page }) => ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click() },
  { name: 'verification', open: ({ app }) => menu(app, 'verify-case') },
  { name: 'palette', open: ({ app }) => menu(app, 'palette'), close: escape },
  { name: 'shortcuts', open: ({ app }) => menu(app, 'shortcuts'), close: escape },
  { name: 'preferences', open: ({ app }) => menu(app, 'preferences'), close: escape },
  { name: 'new case', open: ({ app }) => menu(app, 'new-case'), close: escape },
  { name: 'export', open: ({ app }) => menu(app, 'export-pdf'), close: escape },
  {
    name: 'export gate',
    open: async ({ app, page }) => {
      await menu(app, 'export-pdf')
      await ui.dialog(page).getByRole('button', { name: 'Continue…' }).click()
    },
    close: escape
  },
  {
    name: 'pdf done',
    open: async ({ app, page, documents }) => {
      await answerDialogs(app, { save: join(documents, 'sample.pdf') })
      await menu(app, 'export-pdf')
      await ui.dialog(page).getByRole('button', { name: 'Continue…' }).click()
      await ui
        .dialog(page)
        .getByRole('button', { name: /^Export anyway/ })
        .click()
      await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
    }
  },
  {
    name: 'pdf verified',
    open: async ({ page }) => {
      await ui.dialog(page).getByRole('button', { name: 'Verify the PDF' }).click()
      await expect(ui.dialog(page)).toContainText('Verified')
    },
    close: escape
  }
]

async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(ui.dialog(page)).toHaveCount(0)
}

test('the start screen is accessible, without and with recent cases', async ({ dossier }) => {
  await inBothThemes(dossier, 'start')
})

test('an empty case, an import report and the metadata are accessible', async ({ dossier }) => {
  const articles = await writeArticles(dossier.folder)
  await newCase(dossier, 'Empty')
  await inBothThemes(dossier, 'empty case')
  await importByMenu(dossier, 'Folder…', [articles])
  await expect(ui.imported(dossier.page)).toContainText('3 imported')
  await openReport(dossier.page)
  await inBothThemes(dossier, 'import report')
})

test('every screen of a full case is accessible', async ({ dossier }) => {
  const { page } = dossier
  await page.getByRole('button', { name: 'Try the sample case' }).click()
  await expect(ui.sources(page).first()).toBeVisible()
  await expect(ui.text(page).getByRole('blockquote').first()).toContainText('Verbatim')
  for (const screen of SCREENS) {
    await test.step(screen.name, async () => {
      await screen.open(dossier)
      await inBothThemes(dossier, screen.name)
      await screen.close?.(page)
    })
  }
})
