import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { importByMenu, newCase, ui } from './steps.ts'

test.use({ sharesApp: true })

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

test('an event of one’s own stands among those of the sources, is linked to the statement at the caret, and undone', async ({
  dossier
}) => {
  await fill(dossier)
  const { app, page } = dossier
  await menu(app, 'new-brief')
  await expect(ui.dialog(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ui.text(page)).toBeFocused()
  await page.keyboard.type('A storm came first.')
  await menu(app, 'chronology')
  const panel = page.getByRole('region', { name: 'Chronology' })
  const list = panel.getByRole('listbox', { name: 'Entries' })
  await expect(list.getByRole('option')).toHaveCount(6)
  await page.keyboard.press('Control+Alt+Shift+y')
  const dialog = ui.dialog(page)
  await dialog.getByLabel('First day').fill('4.5.2033')
  await dialog.getByLabel('Last day').fill('2033-05-05')
  await expect(dialog).toContainText('“4.5.2033” can’t be read as a day.')
  await dialog.getByLabel('First day').fill('4 May 2033')
  await dialog.getByRole('textbox', { name: 'What happened' }).fill('A storm off Lenn')
  await dialog.getByRole('button', { name: 'Link the statement at the caret' }).focus()
  await page.keyboard.press('Enter')
  await inBothThemes(dossier, 'own event')
  await dialog.getByRole('textbox', { name: 'Quotes that bear it out' }).focus()
  await page.keyboard.press('Enter')
  const own = list.getByRole('option').filter({ hasText: 'A storm off Lenn' })
  await expect(own).toContainText('Your own')
  await expect(own).toContainText('statement 1')
  await inBothThemes(dossier, 'chronology with an own event')
  await own.click()
  await dialog.getByRole('button', { name: 'Remove the event' }).click()
  await expect(own).toHaveCount(0)
  await menu(app, 'undo')
  await expect(own).toHaveCount(1)
})

test('another date of a report shows what moves before it is accepted', async ({ dossier }) => {
  await fill(dossier)
  const { page } = dossier
  await ui.sources(page).filter({ hasText: 'Fire in hall' }).click()
  await ui.reader(page).getByRole('button', { name: 'Details' }).click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('button', { name: 'Edit Published' }).click()
  await details.getByRole('textbox', { name: 'New date of publication' }).fill('2033-05-13')
  await page.keyboard.press('Enter')
  const moved = details.getByRole('region', { name: /What moves/ })
  await expect(moved.getByRole('status')).toContainText('would move')
  await expect(moved.getByRole('listitem').filter({ hasText: 'Thursday night' })).toContainText('12 May 2033')
  await inBothThemes(dossier, 'moved by another date')
  await moved.getByRole('button', { name: 'Cancel' }).click()
  await expect(details.getByRole('region', { name: 'Published' })).toContainText('6 May 2033')
  await details.getByRole('button', { name: 'Edit Published' }).click()
  await details.getByRole('textbox', { name: 'New date of publication' }).fill('2033-05-13')
  await page.keyboard.press('Enter')
  await expect(moved.getByRole('button', { name: 'Accept' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(details.getByRole('region', { name: 'Published' })).toContainText('13 May 2033')
})

test('a figure is overruled by keyboard with a reason, and that is taken back', async ({ dossier }) => {
  await fill(dossier)
  const { app, page } = dossier
  await menu(app, 'ledger')
  const panel = page.getByRole('region', { name: 'Ledger of figures' })
  const revised = panel.getByRole('button', { name: /→ 17 ≠/ })
  await revised.focus()
  await page.keyboard.press('o')
  const dialog = ui.dialog(page)
  await dialog.getByRole('button', { name: /What holds instead/ }).click()
  await page.getByRole('option', { name: /agrees with another/ }).click()
  await dialog.getByRole('button', { name: /With which it agrees/ }).click()
  await page.getByRole('option', { name: /23/ }).click()
  await dialog.getByRole('textbox', { name: 'Because' }).fill('The hospital counts all who were brought in.')
  await inBothThemes(dossier, 'overrule a figure')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /→ 17 ≠/ })).toHaveCount(0)
  const overruled = panel.getByRole('region', { name: 'Overruled' })
  await expect(overruled).toContainText('agrees with “23')
  await inBothThemes(dossier, 'ledger with an overruling')
  await overruled.getByRole('button', { name: /Take back/ }).focus()
  await page.keyboard.press('Enter')
  await expect(revised).toBeVisible()
})
