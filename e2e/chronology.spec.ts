import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, ui } from './steps.ts'

const ARTICLES = {
  'lenn.txt': `Fire in hall at Lenn\n\nLenn Courier\n6 May 2033\n\nA hall of Halden Freight in Lenn burned down on Thursday night. At least 12 people died, the fire brigade said.\n\nThe hall was built in 1987. An inspection is to take place in July.\n`,
  'ostby.txt': `Dead of Lenn fire rise to 17\n\nOstby Observer\n9 May 2033\n\nThe fire in the hall of Halden Freight in Lenn broke out on 4 May at 23:10. The number of people who died rose to 17 on Monday, up from 12 on Friday, the fire brigade said.\n\nThe hospital spoke of 23 bodies.\n`
}

async function fill(dossier: Dossier): Promise<void> {
  const folder = join(dossier.folder, 'fire')
  await mkdir(folder)
  for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(folder, name), text)
  await newCase(dossier, 'Fire at Lenn')
  await importByMenu(dossier, 'Folder…', [folder])
  await expect(ui.sources(dossier.page)).toHaveCount(2)
}

test('the chronology tells which days sources name, and leads to the passage and back by keyboard', async ({
  dossier
}) => {
  await fill(dossier)
  const { app, page } = dossier
  await menu(app, 'chronology')
  const panel = page.getByRole('region', { name: 'Chronology' })
  const list = panel.getByRole('listbox', { name: 'Entries' })
  await expect(list.getByRole('option')).toHaveCount(6)
  await expect(list.getByRole('option').filter({ hasText: 'burned down' })).toContainText('≠ S2: “4 May at 23:10”')
  await inBothThemes(dossier, 'chronology')

  await list.focus()
  await page.keyboard.press('End')
  await expect(panel).toContainText('looks ahead')
  await page.keyboard.press('Enter')
  await expect(ui.reader(page)).toContainText('An inspection is to take place in July')
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()

  await panel.getByRole('searchbox', { name: 'Filter the chronology' }).fill('ostby')
  await expect(list.getByRole('option').filter({ hasText: 'burned down' })).toHaveCount(0)
})

test('the ledger tells which figures stand for which day, and leads to the passage and back by keyboard', async ({
  dossier
}) => {
  await fill(dossier)
  const { app, page } = dossier
  await menu(app, 'ledger')
  const panel = page.getByRole('region', { name: 'Ledger of figures' })
  const revised = panel.getByRole('button', { name: /→ 17 ≠/ })
  await expect(revised).toHaveAccessibleName(/replaces 12 of S2/)
  await expect(revised).toHaveAccessibleName(/in conflict with 23 of S2/)
  await expect(panel.getByRole('button', { name: /^≥ 12/ })).toBeVisible()
  await inBothThemes(dossier, 'ledger')

  await panel.getByRole('button', { name: /^≥ 12/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(ui.reader(page)).toContainText('Ostby Observer')
  await expect(panel.locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(panel.locator(':focus')).toHaveCount(1)
})
