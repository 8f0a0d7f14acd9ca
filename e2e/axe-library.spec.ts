import { expect, inBothThemes, test } from './fixtures.ts'
import { ui } from './steps.ts'

test.use({ sharesApp: true })

test('the library is accessible on one line a source, narrowed, with nothing that fits, and with its menus', async ({
  dossier
}) => {
  const { page } = dossier
  await page.getByRole('button', { name: 'Try the sample case' }).click()
  await expect(ui.text(page)).toBeVisible()
  await ui.library(page).getByRole('button', { name: 'One line for each source' }).click()
  const grid = page.getByRole('grid', { name: 'Sources' })
  await expect(grid.getByRole('columnheader').first()).toBeVisible()
  await inBothThemes(dossier, 'sources dense')
  await page.getByRole('button', { name: 'Narrow the list' }).click()
  const panel = page.getByRole('dialog', { name: 'Narrow the list' })
  await panel.getByRole('checkbox', { name: /^Quoted/ }).focus()
  await page.keyboard.press('Space')
  await panel.getByRole('textbox', { name: 'From' }).fill('2o31')
  await expect(panel).toContainText('A year, a month or a day')
  await inBothThemes(dossier, 'sources narrowing')
  await page.keyboard.press('Escape')
  await inBothThemes(dossier, 'sources narrowed')
  await page.getByRole('searchbox', { name: 'Filter sources' }).fill('nothing of it')
  await expect(ui.library(page)).toContainText('No source fits')
  await inBothThemes(dossier, 'sources none')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Quotes/ }).click()
  await ui.quotes(page).first().click({ button: 'right' })
  await inBothThemes(dossier, 'quote menu')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Outline' }).click()
  await ui.library(page).getByRole('button', { name: 'Fold all' }).click()
  await inBothThemes(dossier, 'outline folded')
})
