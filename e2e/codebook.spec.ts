import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { QUAY } from './articles.ts'
import { answerDialogs, expect, inBothThemes, menu, test, type Dossier } from './fixtures.ts'
import { caseWithArticles, openSource, selectWords, ui } from './steps.ts'

test.use({ sharesApp: true })

const QUOTED = 'We would rather close a quay too early than a day too late'

const tree = (page: Page) => ui.dialog(page).getByRole('tree', { name: 'Tags' })
const tag = (page: Page, name: RegExp | string) => tree(page).getByRole('treeitem', { name })
const passages = (page: Page) => ui.dialog(page).getByRole('listbox', { name: 'Passages' }).getByRole('option')
const marks = (page: Page) => ui.reader(page).locator('article mark.coloured')

/** Types into the dialog of tags: a name that is found or made, and Enter. */
async function giveTag(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Find a tag, or name a new one' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(ui.dialog(page).getByRole('option', { name, exact: true })).toHaveAttribute('aria-selected', 'true')
}

/** A case in which a sentence is marked and tagged by keys alone. */
async function taggedCase(dossier: Dossier): Promise<void> {
  const { page } = dossier
  await caseWithArticles(dossier)
  await openSource(page, QUAY.title)
  await selectWords(page, QUOTED)
  await page.keyboard.press('t')
  await giveTag(page, 'Safety')
  await giveTag(page, 'People')
  await inBothThemes(dossier, 'tags of a passage')
  await page.keyboard.press('Control+Enter')
  await expect(ui.dialog(page)).toHaveCount(0)
  await expect(marks(page)).toHaveText([QUOTED])
}

test('passages are marked, coloured, noted and tagged by keys, and the mark’s card tells of them', async ({
  dossier
}) => {
  const { page } = dossier
  await taggedCase(dossier)
  const article = ui.reader(page).getByRole('article')
  await article.focus()
  await page.keyboard.press('Tab')
  await expect(marks(page)).toBeFocused()
  await page.keyboard.press('3')
  await expect(marks(page)).toHaveClass(/violet/)
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'Mark' })
  await expect(card).toContainText('Safety')
  await card.getByRole('textbox', { name: 'Note' }).fill('Who decided?')
  await inBothThemes(dossier, 'card of a mark')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await marks(page).focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('textbox', { name: 'Note' })).toHaveValue('Who decided?')
  await card.getByRole('button', { name: 'Delete' }).click()
  await expect(marks(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(marks(page)).toHaveText([QUOTED])
  await page.getByRole('searchbox', { name: /^Search/ }).fill('tag:safety')
  await page.keyboard.press('Enter')
  await expect(
    ui
      .library(page)
      .or(page.getByRole('region', { name: /Search/ }))
      .first()
  ).toContainText('Mark in')
})

test('a codebook is built, merged and exported', async ({ dossier }) => {
  const { page, app, documents } = dossier
  await taggedCase(dossier)

  await test.step('every hit of a search is marked', async () => {
    await page.getByRole('searchbox', { name: /^Search/ }).fill('harbour')
    await menu(app, 'mark-hits')
    await ui.dialog(page).getByRole('button', { name: 'Mark', exact: true }).click()
    await expect(page.getByText(/^Marked .+ in .+ source/)).toBeVisible()
  })
  await test.step('tags are made, moved by keys, renamed and found', async () => {
    await page.keyboard.press('Control+Alt+K')
    const field = ui.dialog(page).getByRole('textbox', { name: 'New tag' })
    await field.fill('Closings')
    await page.keyboard.press('Enter')
    await field.fill('Closing of quays')
    await page.keyboard.press('Enter')
    await expect(tree(page).getByRole('treeitem')).toHaveCount(4)
    await tag(page, /^Safety/).click()
    await expect(passages(page)).toHaveCount(1)
    await tree(page).focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(tag(page, /^Safety/)).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('F2')
    await ui.dialog(page).getByRole('textbox', { name: 'Name' }).fill('Safety of quays')
    await page.keyboard.press('Enter')
    await expect(tag(page, /^Safety of quays/)).toBeVisible()
    await inBothThemes(dossier, 'codebook')
  })
  await test.step('two are merged, and what was tagged stays tagged', async () => {
    await tag(page, /^Closing of quays/).click()
    await ui.dialog(page).getByRole('button', { name: 'Merge…' }).click()
    await ui
      .dialog(page)
      .getByRole('button', { name: /Merge Closing of quays into/ })
      .click()
    await page.getByRole('option', { name: 'Safety of quays' }).click()
    await ui.dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
    await expect(tree(page).getByRole('treeitem')).toHaveCount(3)
    await tag(page, /^Closings/).dragTo(tag(page, /^Safety of quays/), { targetPosition: { x: 60, y: 24 } })
    await expect(tag(page, /^Closings/)).toHaveAttribute('aria-level', '3')
    await tag(page, /^Safety of quays/).click()
    await expect(passages(page)).toHaveCount(1)
  })
  await test.step('what is tagged, the codebook and the project are written', async () => {
    await answerDialogs(app, { save: join(documents, 'safety.csv') })
    await ui.dialog(page).getByRole('button', { name: 'Save what is tagged…' }).click()
    await expect(page.getByText('What is tagged Safety of quays was saved.')).toBeVisible()
    expect(await readFile(join(documents, 'safety.csv'), 'utf8')).toContain(QUOTED)
    await passages(page).first().click()
    await expect(ui.dialog(page)).toHaveCount(0)
    await expect(marks(page).filter({ hasText: QUOTED })).toBeVisible()
    await answerDialogs(app, { save: join(documents, 'book.qdc') })
    await menu(app, 'export-codebook')
    await expect(page.getByText('The codebook was exported.')).toBeVisible()
    expect(await readFile(join(documents, 'book.qdc'), 'utf8')).toContain('name="Safety of quays"')
    await answerDialogs(app, { save: join(documents, 'quay.qdpx') })
    await menu(app, 'export-project')
    await expect(page.getByText(/^The project was exported: 3 sources/)).toBeVisible()
  })
  await test.step('a tag is deleted, and undone', async () => {
    await page.keyboard.press('Control+Alt+K')
    await tag(page, /^Safety of quays/).click()
    await ui.dialog(page).getByRole('button', { name: 'Delete…' }).click()
    await expect(ui.dialog(page)).toContainText('1 mark will lose this tag')
    await ui.dialog(page).getByRole('button', { name: 'Delete Safety of quays' }).click()
    await expect(tag(page, /^Safety of quays/)).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.keyboard.press('Control+Alt+K')
    await expect(tag(page, /^Safety of quays/)).toBeVisible()
  })
})
