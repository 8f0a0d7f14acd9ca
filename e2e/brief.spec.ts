import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, menu, test } from './fixtures.ts'
import { newBrief, newCase, toSection, ui, untilSaved } from './steps.ts'

test.use({ sharesApp: true })

test('several briefs live in one case', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Two briefs')
  await newBrief(page, 'For the desk')
  await toSection(page, 'Facts')
  await page.keyboard.type('Only in the first.')
  await newBrief(page, 'For the lawyer')
  await expect(ui.text(page)).not.toContainText('Only in the first.')
  await ui.brief(page).getByRole('button', { name: 'Briefs', exact: true }).click()
  await page
    .getByRole('menuitemradio', { name: 'For the desk' })
    .or(page.getByRole('menuitem', { name: 'For the desk' }))
    .click()
  await expect(ui.text(page)).toContainText('Only in the first.')
})

test('a new brief bears the author of the preferences', async ({ dossier }) => {
  const { app, page } = dossier
  await newCase(dossier, 'By whom')
  await menu(app, 'preferences')
  await ui.dialog(page).getByRole('textbox', { name: 'Author' }).fill('Desk 7')
  await page.keyboard.press('Escape')
  await newBrief(page, 'Signed')
  await expect(ui.brief(page)).toContainText('Desk 7')
})

test('undo, redo and the order of sections', async ({ dossier }) => {
  const { page } = dossier
  await newCase(dossier, 'Order')
  await newBrief(page, 'Order')
  const headings = () => ui.text(page).getByRole('heading').allInnerTexts()
  const first = await headings()
  await toSection(page, 'Facts')
  await page.keyboard.type('A claim.')
  await page.keyboard.press('Control+z')
  await expect(ui.text(page)).not.toContainText('A claim.')
  await page.keyboard.press('Control+Shift+z')
  await expect(ui.text(page)).toContainText('A claim.')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  const moved = [...first]
  const at = moved.indexOf('Facts')
  moved.splice(at - 1, 0, ...moved.splice(at, 1))
  await expect.poll(headings).toEqual(moved)
  await page.keyboard.press('Control+z')
  await expect.poll(headings).toEqual(first)
})

test('what shows as saved survives kill -9', async ({ dossier }) => {
  const path = await newCase(dossier, 'Crash')
  await newBrief(dossier.page, 'Crash')
  await toSection(dossier.page, 'Facts')
  await dossier.page.keyboard.type('Written before the crash.')
  await untilSaved(dossier.page)
  await dossier.crashAndRestart()
  await dossier.page.getByRole('button', { name: /^Crash/ }).click()
  await expect(ui.text(dossier.page)).toContainText('Written before the crash.')
  // No half-written file stays behind: what was cut short is swept while the case is looked through.
  const halves = async (): Promise<string[]> =>
    (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.dossier-tmp'))
  await expect.poll(halves).toEqual([])
})

test('quitting in mid-sentence saves the sentence', async ({ dossier }) => {
  const path = await newCase(dossier, 'Quit')
  await newBrief(dossier.page, 'Quit')
  await toSection(dossier.page, 'Facts')
  await dossier.page.keyboard.type('The last words')
  await dossier.restart()
  const briefs = join(path, 'briefs')
  const files = (await readdir(briefs)).filter((name) => name.endsWith('.json'))
  const texts = await Promise.all(files.map((name) => readFile(join(briefs, name), 'utf8')))
  expect(texts.join('')).toContain('The last words')
})
