import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AGENCY, QUAY } from './articles.ts'
import { answerDialogs, expect, menu, test } from './fixtures.ts'
import { caseWithArticles, openSource, quoteWords, ui } from './steps.ts'

test.use({ sharesApp: true })

const QUOTE = 'We would rather close a quay too early than a day too late'

test('a case is handed over without its restricted source, and opened from the bundle', async ({ dossier }) => {
  const { app, page, documents } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await quoteWords(page, QUOTE)
  await openSource(page, AGENCY.title)
  await ui.reader(page).getByRole('button').filter({ hasText: 'Details' }).click()
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: /Handling/ })
    .click()
  await page.getByRole('option', { name: /^TLP:RED/ }).click()

  await menu(app, 'hand-over')
  await ui
    .dialog(page)
    .getByRole('button', { name: /What may be handed over/ })
    .click()
  await page.getByRole('option', { name: /^TLP:AMBER organisation/ }).click()
  await expect(ui.dialog(page)).toContainText('Sources above TLP:AMBER are left out')
  const bundle = join(documents, 'For the desk.zip')
  await answerDialogs(app, { save: bundle })
  await ui.dialog(page).getByRole('button', { name: 'Choose the place…' }).click()
  const done = page.getByRole('dialog', { name: 'The bundle is written' })
  await expect(done).toContainText('2 sources, 1 quote, 0 briefs')
  const sha256 = createHash('sha256')
    .update(await readFile(bundle))
    .digest('hex')
  await expect(done).toContainText(sha256)
  await expect(done.getByRole('region', { name: 'Left out' })).toBeVisible()
  await done.getByRole('button', { name: 'Show in folder' }).click()
  const opened = () => app.evaluate(({ shell }) => (shell as unknown as { opened?: string[] }).opened ?? [])
  await expect.poll(opened).toContain(bundle)
  await done.getByRole('button', { name: 'Done' }).click()

  await menu(app, 'close-case')
  await answerDialogs(app, { open: [bundle], save: join(documents, 'Received') })
  await page.getByRole('button', { name: 'Open a bundle…' }).click()
  await page.getByRole('menuitem', { name: 'A zip file…' }).click()
  await expect(ui.sources(page)).toHaveCount(2)
  await expect(page.getByRole('tab', { name: 'Quotes 1' })).toBeVisible()
  await expect(ui.library(page).getByRole('option', { name: AGENCY.title })).toHaveCount(0)
})
