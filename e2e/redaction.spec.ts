import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs, expect, inBothThemes, menu, test } from './fixtures.ts'
import { flowing, pdfPages } from './pdf.ts'
import { caseWithArticles, newBrief, toSection, ui, untilSaved } from './steps.ts'

const NAME = 'Odila Marrowby'

test('a name that is withheld is nowhere in the redacted PDF', async ({ dossier }) => {
  const { app, page, documents } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Bottom line')
  await page.keyboard.type(`The warning came from ${NAME}`)
  await untilSaved(page)
  for (let i = 0; i < NAME.length; i++) await page.keyboard.press('Shift+ArrowLeft')
  await ui.brief(page).getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Withhold the selected words…' }).click()
  const dialog = ui.dialog(page)
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue(NAME)
  await inBothThemes(dossier, 'withhold words')
  await dialog.getByRole('button', { name: 'Withhold', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ui.text(page).locator('.withheld')).toHaveText(NAME)
  await expect(ui.text(page).locator('.withheld')).toHaveAttribute('title', /personal data/)
  await inBothThemes(dossier, 'withheld words marked')

  await menu(app, 'export-pdf')
  await dialog.getByText('Redacted copy').click()
  await expect(dialog.getByRole('list', { name: 'Withheld by reason' })).toContainText('1 place, personal data')
  await inBothThemes(dossier, 'export redacted')
  await dialog.getByRole('button', { name: 'What is withheld…' }).click()
  await expect(dialog.getByRole('list', { name: 'Withheld', exact: true })).toContainText(NAME)
  await inBothThemes(dossier, 'withheld list')
  await dialog.getByRole('button', { name: 'Back to the export' }).click()
  const pdf = join(documents, 'redacted.pdf')
  await answerDialogs(app, { save: pdf })
  await dialog.getByRole('button', { name: 'Continue…' }).click()
  await dialog.getByRole('button', { name: /^Export anyway/ }).click()
  await expect(page.getByRole('dialog', { name: 'The PDF is written' })).toBeVisible()
  const bytes = await readFile(pdf)
  const text = flowing((await pdfPages(pdf)).join(' '))
  expect(text).toContain('The warning came from')
  for (const word of NAME.split(' ')) {
    expect(text).not.toContain(word)
    expect(bytes.includes(word)).toBe(false)
    expect(bytes.includes(Buffer.from(word, 'utf16le').swap16())).toBe(false)
  }

  await page.keyboard.press('Escape')
  await menu(app, 'palette')
  await page.keyboard.type('Withheld in redacted')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Show it in redacted exports again' }).click()
  await expect(dialog).toContainText('Nothing yet.')
  await expect(ui.text(page).locator('.withheld')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(ui.text(page).locator('.withheld')).toHaveText(NAME)
})

test('a statement and a source are withheld from their menus, and it is still so after a restart', async ({
  dossier
}) => {
  const { page } = dossier
  await caseWithArticles(dossier)
  await newBrief(page, 'Closing of the quay')
  await toSection(page, 'Bottom line')
  await page.keyboard.type('Nobody was told for a week.')
  await untilSaved(page)
  await ui.brief(page).getByRole('button', { name: 'Statement', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Withhold this statement…' }).click()
  await ui.dialog(page).getByRole('button', { name: 'Withhold', exact: true }).click()
  await expect(ui.text(page).locator('.withheld-block')).toHaveText(/Nobody was told/)
  await ui.sources(page).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Withhold S\d+ in redacted exports…/ }).click()
  await inBothThemes(dossier, 'withhold a source')
  await ui.dialog(page).getByRole('button', { name: 'Withhold', exact: true }).click()
  await expect(ui.sources(page).first()).toContainText('Withheld when redacted')
  await dossier.restart()
  await dossier.page
    .getByRole('button', { name: /^Old quay/ })
    .first()
    .click()
  await expect(ui.text(dossier.page).locator('.withheld-block')).toHaveText(/Nobody was told/)
  await expect(ui.sources(dossier.page).filter({ hasText: 'Withheld when redacted' })).toHaveCount(1)
})
